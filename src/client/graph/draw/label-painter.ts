/** Writes labels on a canvas of its own above the map. Widths are measured once each, when first needed. */
import type { Size } from './camera.ts';
import type { Label, LabelKind } from './labels.ts';
import type { MapStyle } from './renderer.ts';

export class LabelPainter {
  readonly #context: CanvasRenderingContext2D;
  readonly #canvas: HTMLCanvasElement;
  /** Width at 100 pixels, by kind and text. */
  readonly #widths = new Map<string, number>();
  #ratio = 1;
  #style: MapStyle | null = null;

  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('This browser offers no 2D drawing.');
    this.#canvas = canvas;
    this.#context = context;
  }

  setStyle(style: MapStyle): void {
    this.#style = style;
    this.#widths.clear();
  }

  resize(size: Size, ratio: number): void {
    this.#ratio = ratio;
    this.#canvas.width = Math.round(size.width * ratio);
    this.#canvas.height = Math.round(size.height * ratio);
  }

  readonly measure = (text: string, kind: LabelKind, fontSize: number): number => {
    const key = `${kind} ${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      this.#context.font = this.#font(kind, 100);
      this.#context.letterSpacing = kind === 'region' ? '6px' : '0px';
      width = this.#context.measureText(text).width;
      this.#widths.set(key, width);
    }
    return (width * fontSize) / 100;
  };

  /** @param under draws first, in CSS pixels */
  paint(labels: readonly Label[], size: Size, under?: (context: CanvasRenderingContext2D) => void): void {
    const style = this.#style;
    if (style === null) return;
    const context = this.#context;
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    under?.(context);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    // The strongest last, so that its halo lies over the others' edges.
    for (const label of [...labels].reverse()) {
      context.font = this.#font(label.kind, label.fontSize);
      context.letterSpacing = label.kind === 'region' ? `${label.fontSize * 0.06}px` : '0px';
      context.strokeStyle = style.background;
      context.lineWidth = label.kind === 'strong' ? 4 : 3;
      context.globalAlpha = label.strength * 0.8;
      context.strokeText(label.text, label.textX, label.textY);
      context.globalAlpha = label.strength;
      context.fillStyle =
        label.kind === 'region'
          ? (style.hues[label.hue] ?? style.muted)
          : label.kind === 'strong'
            ? style.ink
            : style.muted;
      context.fillText(label.text, label.textX, label.textY);
    }
    context.globalAlpha = 1;
  }

  #font(kind: LabelKind, size: number): string {
    const style = this.#style;
    const [title, name] = [style?.titleFont ?? 'serif', style?.nameFont ?? 'sans-serif'];
    if (kind === 'region') return `700 ${size}px ${name}`;
    if (kind === 'words') return `italic 450 ${size}px ${title}`;
    return `${kind === 'strong' ? 650 : 450} ${size}px ${title}`;
  }
}
