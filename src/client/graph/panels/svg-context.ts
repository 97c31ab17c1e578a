import { escapeXml } from './take-away.ts';

/**
 * Writes what is drawn on it as SVG: as much of Canvas 2D as the map's drawing uses, so that the picture is the one on the
 * screen. Arcs are whole circles, texts are centred, and a pixel is a unit.
 */
export class SvgContext {
  /** Elements, in the order in which they were drawn. */
  readonly elements: string[] = [];
  fillStyle = '';
  strokeStyle = '';
  globalAlpha = 1;
  lineWidth = 1;
  font = '';
  letterSpacing = '0px';
  #path = '';
  /** Where the pen stands, if nothing was drawn from there yet. */
  #start = '';

  /** A canvas that has nothing but this context. */
  get canvas(): HTMLCanvasElement {
    return { width: 0, height: 0, getContext: () => this } as unknown as HTMLCanvasElement;
  }

  setTransform(): void {}

  clearRect(): void {}

  fillRect(x: number, y: number, width: number, height: number): void {
    this.#write(
      `rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`,
      this.#filled,
    );
  }

  beginPath(): void {
    this.#path = this.#start = '';
  }

  moveTo(x: number, y: number): void {
    this.#start = `M${round(x)} ${round(y)}`;
  }

  lineTo(x: number, y: number): void {
    this.#path += `${this.#start}L${round(x)} ${round(y)}`;
    this.#start = '';
  }

  arc(x: number, y: number, radius: number): void {
    const [r, left, right, middle] = [radius, x - radius, x + radius, y].map(round);
    this.#path += `M${right} ${middle}A${r} ${r} 0 1 0 ${left} ${middle}A${r} ${r} 0 1 0 ${right} ${middle}`;
    this.#start = '';
  }

  fill(): void {
    if (this.#path !== '') this.#write(`path d="${this.#path}"`, this.#filled);
  }

  stroke(): void {
    if (this.#path !== '') this.#write(`path d="${this.#path}"`, this.#stroked);
  }

  fillText(text: string, x: number, y: number): void {
    this.#writeText(text, x, y, this.#filled);
  }

  strokeText(text: string, x: number, y: number): void {
    this.#writeText(text, x, y, this.#stroked);
  }

  drawImage(image: HTMLCanvasElement, x: number, y: number, width: number, height: number): void {
    this.#write(
      `image x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" ` +
        `preserveAspectRatio="none" href="${image.toDataURL()}"`,
      '',
    );
  }

  get #filled(): string {
    return ` fill="${this.fillStyle}"`;
  }

  get #stroked(): string {
    return ` fill="none" stroke="${this.strokeStyle}" stroke-width="${round(this.lineWidth)}"`;
  }

  #write(element: string, paint: string, content = ''): void {
    const opacity = this.globalAlpha === 1 ? '' : ` opacity="${round(this.globalAlpha)}"`;
    const name = element.slice(0, element.indexOf(' '));
    this.elements.push(`<${element}${paint}${opacity}${content === '' ? '/>' : `>${content}</${name}>`}`);
  }

  #writeText(text: string, x: number, y: number, paint: string): void {
    const [, style = '', weight = '', size = '', family = ''] =
      /^(italic )?(\d+) ([\d.]+)px (.*)$/.exec(this.font) ?? [];
    const slant = style === '' ? '' : ' font-style="italic"';
    const spacing = this.letterSpacing === '0px' ? '' : ` letter-spacing="${this.letterSpacing}"`;
    this.#write(
      `text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}"${slant}${spacing} ` +
        `font-family="${escapeXml(family)}"`,
      paint,
      escapeXml(text),
    );
  }
}

/** To a hundredth of a pixel. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
