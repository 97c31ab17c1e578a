/** Pointers and wheel over the map, told as what they mean. Listens until the signal is aborted. */
import type { Point } from './camera.ts';

export interface GestureHandlers {
  onPan(dx: number, dy: number): void;
  onZoom(at: Point, factor: number): void;
  /** The pointer is over a point, or null when it left. Not told for touch. */
  onPoint(at: Point | null): void;
  /** Pressed and released in place. `apart` asks for a new window: middle button, or Ctrl, Cmd or Shift held. */
  onPress(at: Point, apart: boolean): void;
  /** A drag begins where a node may be, not by touch; whether the map has taken hold of it. */
  onGrab(at: Point): boolean;
  /** What was taken hold of follows. */
  onDraw(at: Point): void;
  onDrop(): void;
  /** A drag or pinch begins or ends. */
  onHold(holding: boolean): void;
  /** Whether the wheel belongs to the map now; where not, the page scrolls. */
  takesWheel(event: WheelEvent): boolean;
}

/** Pixels that a press may wander. */
const WANDER = 5;

export function listenToGestures(target: HTMLElement, handlers: GestureHandlers, signal: AbortSignal): void {
  const pointers = new Map<number, Point>();
  let pressed: Point | null = null;
  let grabs = false;
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
  });

  on('pointermove', (event) => {
    const at = place(event);
    const before = pointers.get(event.pointerId);
    if (before === undefined) {
      if (event.pointerType !== 'touch') handlers.onPoint(at);
      return;
    }
    if (pressed !== null) {
      if (Math.hypot(at.x - pressed.x, at.y - pressed.y) < WANDER) return;
      grabs = event.pointerType !== 'touch' && handlers.onGrab(pressed);
      pressed = null;
      handlers.onHold(true);
    }
    if (grabs) {
      handlers.onDraw(at);
      pointers.set(event.pointerId, at);
      return;
    }
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other === undefined) {
      handlers.onPan(at.x - before.x, at.y - before.y);
    } else {
      // Two fingers: their middle pans, their distance zooms. Each finger tells its half.
      const gone = Math.hypot(before.x - other.x, before.y - other.y);
      const now = Math.hypot(at.x - other.x, at.y - other.y);
      handlers.onPan((at.x - before.x) / 2, (at.y - before.y) / 2);
      if (gone > 0) handlers.onZoom({ x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 }, now / gone);
    }
    pointers.set(event.pointerId, at);
  });

  const release = (event: PointerEvent): void => {
    pointers.delete(event.pointerId);
    if (pointers.size > 0) return;
    if (pressed !== null && event.type === 'pointerup') {
      handlers.onPress(pressed, event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey);
    } else {
      if (grabs) handlers.onDrop();
      handlers.onHold(false);
    }
    grabs = false;
    pressed = null;
  };
  on('pointerup', release);
  on('pointercancel', release);
  on('pointerleave', (event) => {
    if (!pointers.has(event.pointerId)) handlers.onPoint(null);
  });

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
