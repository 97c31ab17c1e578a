/** The map on its canvases: drawn by the explorer's own code, moved by pointer, wheel, fingers and keys. */
import { canvasRenderer } from '../graph/draw/canvas-renderer.ts';
import { toScreen, type Point } from '../graph/draw/camera.ts';
import { listenToGestures } from '../graph/hand/gestures.ts';
import { LabelPainter } from '../graph/draw/label-painter.ts';
import { readMapStyle } from '../graph/draw/map-style.ts';
import { MapView } from '../graph/map-view.ts';
import { neighboursByDegree, describeNode } from '../graph/garden/neighbourhood.ts';
import { standsOn, startWalk, walkOn, type Step, type Walk } from '../graph/garden/walk.ts';
import { stretched } from './stretch.ts';
import { watchCovered } from '../graph/watch-covered.ts';
import { element } from './element.ts';
import type { Surroundings } from './surroundings.ts';

export interface StageHandlers {
  /** A node is pointed at or walked to, at a place in the pane; or none. */
  onHover(node: number | null, at: Point | null): void;
  /** A node is pressed; by a finger, which saw nothing beforehand; or to be opened in a window of its own. */
  onPress(node: number, how: 'open' | 'tap' | 'apart'): void;
  /** Nothing is pressed, or the map is moved. */
  onLeave(): void;
}

export interface Stage {
  /** Stands out, as if it were pointed at. */
  hover(node: number | null): void;
}

const STEPS = new Map<string, Step>([
  ['ArrowRight', 'next'],
  ['ArrowLeft', 'previous'],
  ['ArrowDown', 'into'],
  ['ArrowUp', 'back'],
]);

/** A stage on which nothing is shown yet. */
export interface Bare {
  readonly stage: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly said: HTMLElement;
  readonly view: MapView;
  /** Colours have changed. */
  restyle(): void;
}

/**
 * What can be made while it is still on its way what is to be shown.
 * @param pane is filled, with what stands on the map in it already
 * @throws {Error} where this browser draws nothing
 */
export function layStage(pane: HTMLElement): Bare {
  const help = element(
    'p',
    { id: 'help', class: 'hm-unseen' },
    'Left and right arrows walk the neighbours of a note, the most linked first; down walks into one, up goes back. ' +
      'Enter opens, Escape leaves. Plus, minus and zero zoom.',
  );
  const said = element('p', { class: 'hm-unseen', role: 'status' });
  const canvas = element('canvas', {
    tabindex: '0',
    role: 'application',
    'aria-roledescription': 'map',
    'aria-describedby': 'help',
  });
  const picture = element('canvas', { 'aria-hidden': 'true' });
  const names = element('canvas', { 'aria-hidden': 'true' });
  const probe = element('i', { hidden: '' });
  const stage = element('div', { class: 'stage' }, picture, canvas, names);
  pane.prepend(stage, help, said, probe);

  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const view = new MapView({
    renderer: canvasRenderer(picture),
    labels: new LabelPainter(names),
    still: () => still.matches,
    onRest: () => {},
  });
  const restyle = (): void => view.setStyle(readMapStyle(probe));
  restyle();
  return { stage, canvas, said, view, restyle };
}

/** @param signal over when the map is gone */
export function openStage(
  pane: HTMLElement,
  { stage, canvas, said, view }: Bare,
  shown: Surroundings,
  label: string,
  on: StageHandlers,
  signal: AbortSignal,
): Stage {
  const { garden, centre, placement } = shown;
  canvas.setAttribute('aria-label', label);
  let hovered: number | null = null;
  let walk: Walk | null = null;
  /** A finger has shown a note, and is gone. */
  let isTapped = false;

  function attend(): void {
    view.setAttention({ shown: null, selected: centre, hover: hovered, hoverDims: true, hits: null }, []);
  }
  function hover(node: number | null, at: Point | null = null): void {
    if (node === hovered) return;
    hovered = node;
    canvas.classList.toggle('pointing', node !== null);
    attend();
    on.onHover(node, at && { x: at.x + stage.offsetLeft, y: at.y + stage.offsetTop });
  }
  function placeOf(node: number): Point {
    const { x, y } = view.placement ?? placement;
    return toScreen(view.camera.aim, view.camera.size, { x: x[node]!, y: y[node]! });
  }

  const neighbours = (node: number): number[] =>
    neighboursByDegree(garden, node).filter((other) => placement.shown?.[other] !== 0);
  function step(way: Step): void {
    walk = walk === null ? walkOn(startWalk(centre ?? 0), way, neighbours) : walkOn(walk, way, neighbours);
    const node = standsOn(walk, neighbours);
    said.textContent = describeNode(garden, node);
    view.camera.reveal(node);
    hover(node, placeOf(node));
  }
  function leave(): void {
    walk = null;
    said.textContent = '';
    hover(null);
    on.onLeave();
  }
  function press(key: string): boolean {
    const way = STEPS.get(key);
    if (way !== undefined) step(way);
    else if (key === 'Enter' && walk !== null) on.onPress(standsOn(walk, neighbours), 'open');
    else if (key === 'Escape' && hovered !== null) leave();
    else if (key === '+' || key === '=') view.camera.zoomBy(1.5);
    else if (key === '-') view.camera.zoomBy(1 / 1.5);
    else if (key === '0') view.camera.showAll();
    else return false;
    return true;
  }
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !press(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  canvas.addEventListener('blur', () => walk !== null && leave());

  listenToGestures(
    canvas,
    {
      onPan: (dx, dy) => view.camera.panBy(dx, dy),
      onZoom: (at, factor) => view.camera.zoomAt(at, factor),
      onPoint(at) {
        const node = at === null ? -1 : view.pick(at);
        // A pointer that rests where the map moves below it is no wish to leave the walk.
        if (node < 0 && (walk !== null || (at === null && isTapped))) return;
        walk = null;
        isTapped = false;
        hover(node < 0 ? null : node, at);
      },
      onPress(at, how) {
        const node = view.pick(at);
        if (node < 0) leave();
        else on.onPress(node, how === 'pick' ? 'apart' : how);
        isTapped = how === 'tap' && node >= 0;
        if (isTapped) hover(node, at);
      },
      onGrab: () => false,
      onDraw: () => {},
      onDrop: () => {},
      onBox: () => {},
      onBoxed: () => {},
      onHold: (holding) => {
        canvas.classList.toggle('held', holding);
        pane.classList.remove('lone');
        if (holding) leave();
      },
      takesFinger() {
        pane.classList.add('lone');
        return false;
      },
      // Whoever scrolls by is not meant.
      takesWheel: (event) =>
        event.ctrlKey || (canvas.getRootNode() as Document | ShadowRoot).activeElement === canvas,
    },
    signal,
  );

  view.setGarden(garden);
  view.setPlacement(placement.local ? stretched(placement, stage.getBoundingClientRect()) : placement);
  attend();
  const stopWatching = watchCovered(pane, (boxes) => {
    const [x, y] = [stage.offsetLeft, stage.offsetTop];
    view.setObstacles(
      boxes.map(({ left, top, right, bottom }) => ({
        left: left - x,
        top: top - y,
        right: right - x,
        bottom: bottom - y,
      })),
    );
  });
  // After the other, which is told first then: what lies on the map is known as it is painted, and it is painted once.
  const resized = new ResizeObserver(() => {
    const { width, height } = stage.getBoundingClientRect();
    if (width > 0 && height > 0) view.resize({ width, height }, Math.min(2, devicePixelRatio));
  });
  resized.observe(stage);
  signal.addEventListener('abort', () => {
    resized.disconnect();
    stopWatching();
    view.destroy();
  });
  return { hover };
}
