/** Pointers and wheel over the map, told as what they mean. Listens until the signal is aborted. */
import type { Point } from '../draw/camera.ts';

/**
 * What a press asks for: the note itself; its page in a new window (middle button, or Ctrl or Cmd held); that it joins
 * the selected ones, or leaves them (Shift held); and by a finger, which sees nothing beforehand, what it is.
 */
export type Press = 'open' | 'apart' | 'pick' | 'tap';

export interface GestureHandlers {
  onPan(dx: number, dy: number): void;
  onZoom(at: Point, factor: number): void;
  /** The pointer is over a point, or null when it left. Not told for touch. */
  onPoint(at: Point | null): void;
  /** Pressed and released in place. */
  onPress(at: Point, press: Press): void;
  /** A drag begins where a node may be, by touch after a long press only; whether the map has taken hold of it. */
  onGrab(at: Point): boolean;
  /** What was taken hold of follows. */
  onDraw(at: Point): void;
  onDrop(): void;
  /** With Shift held a box is drawn, from corner to corner; null once it is given up. */
  onBox(box: readonly [Point, Point] | null): void;
  /** All in the box is meant. */
  onBoxed(box: readonly [Point, Point]): void;
  /** A drag or pinch begins or ends. */
  onHold(holding: boolean): void;
  /** Whether the wheel belongs to the map now; where not, the page scrolls. */
  takesWheel(event: WheelEvent): boolean;
  /**
   * One finger is about to move the map: whether it may. Where not, it scrolls the page, and only two move the map.
   */
  takesFinger(): boolean;
}

/** Pixels that a press may wander. */
const WANDER = 5;
/** Milliseconds after which a finger that rests takes hold. */
const LONG = 450;

export function listenToGestures(target: HTMLElement, handlers: GestureHandlers, signal: AbortSignal): void {
  const pointers = new Map<number, Point>();
  let pressed: Point | null = null;
  let grabs = false;
  /** Where the box began. */
  let corner: Point | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const place = (event: MouseEvent): Point => {
    const box = target.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
    passive = true,
  ): void => target.addEventListener(type, listener, { signal, passive });

  on('pointerdown', (event) => {
    if (event.button > 1) return;
    target.setPointerCapture(event.pointerId);
    const at = place(event);
    pressed = pointers.size === 0 ? at : null;
    pointers.set(event.pointerId, at);
    clearTimeout(resting);
    if (event.pointerType !== 'touch' || pressed === null) return;
    resting = setTimeout(() => {
      if (pressed === null || !handlers.onGrab(pressed)) return;
      pressed = null;
      grabs = true;
      handlers.onHold(true);
    }, LONG);
  });

  on('pointermove', (event) => {
    const at = place(event);
    const before = pointers.get(event.pointerId);
    const touches = event.pointerType === 'touch';
    if (before === undefined) {
      if (!touches) handlers.onPoint(at);
      return;
    }
    if (pressed !== null) {
      if (Math.hypot(at.x - pressed.x, at.y - pressed.y) < WANDER) return;
      clearTimeout(resting);
      // Where notes crowd, a box could hardly begin beside them all.
      if (event.shiftKey) corner = pressed;
      else grabs = !touches && handlers.onGrab(pressed);
      pressed = null;
      handlers.onHold(true);
    }
    pointers.set(event.pointerId, at);
    if (grabs) {
      handlers.onDraw(at);
      return;
    }
    if (corner !== null) {
      handlers.onBox([corner, at]);
      return;
    }
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other === undefined) {
      if (!touches || handlers.takesFinger()) handlers.onPan(at.x - before.x, at.y - before.y);
    } else {
      // Two fingers: their middle pans, their distance zooms. Each finger tells its half.
      const gone = Math.hypot(before.x - other.x, before.y - other.y);
      const now = Math.hypot(at.x - other.x, at.y - other.y);
      handlers.onPan((at.x - before.x) / 2, (at.y - before.y) / 2);
      if (gone > 0) handlers.onZoom({ x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 }, now / gone);
    }
  });

  const release = (event: PointerEvent): void => {
    const last = pointers.get(event.pointerId);
    pointers.delete(event.pointerId);
    clearTimeout(resting);
    if (pointers.size > 0) return;
    const isDone = event.type === 'pointerup';
    if (pressed !== null && isDone) {
      handlers.onPress(pressed, pressOf(event));
    } else {
      if (grabs) handlers.onDrop();
      if (corner !== null) {
        handlers.onBox(null);
        if (isDone && last !== undefined) handlers.onBoxed([corner, last]);
      }
      handlers.onHold(false);
    }
    grabs = false;
    corner = null;
    pressed = null;
  };
  on('pointerup', release);
  on('pointercancel', release);
  on('pointerleave', (event) => {
    if (!pointers.has(event.pointerId)) handlers.onPoint(null);
  });
  // Where one finger scrolls the page, two of them, and a node in hand, are the map's all the same.
  on(
    'touchmove',
    (event) => {
      if (event.cancelable && (grabs || event.touches.length > 1)) event.preventDefault();
    },
    false,
  );

  on(
    'wheel',
    (event) => {
      if (!handlers.takesWheel(event)) return;
      event.preventDefault();
      // Lines and pages as pixels; a pinch on a touchpad comes as a wheel with Ctrl, in smaller numbers.
      const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
      const delta = Math.max(-120, Math.min(120, event.deltaY * unit));
      handlers.onZoom(place(event), Math.exp(-delta * (event.ctrlKey ? 0.01 : 0.0022)));
    },
    false,
  );
}

function pressOf({ button, ctrlKey, metaKey, shiftKey, pointerType }: PointerEvent): Press {
  if (button === 1 || ctrlKey || metaKey) return 'apart';
  if (shiftKey) return 'pick';
  return pointerType === 'touch' ? 'tap' : 'open';
}
