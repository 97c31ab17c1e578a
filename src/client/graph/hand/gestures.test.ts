import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listenToGestures, type GestureHandlers } from './gestures.ts';

/** What the map was told, in order. */
let told: string[];
/** Whether there is a node where a drag begins. */
let isNode: boolean;
let takesFinger: boolean;
let target: EventTarget;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  isNode = false;
  takesFinger = true;
  target = Object.assign(new EventTarget(), {
    setPointerCapture: () => {},
    getBoundingClientRect: () => ({ left: 10, top: 20 }),
  });
  const tell = (what: string, ...values: unknown[]): void => void told.push([what, ...values].join(' '));
  const at = ({ x, y }: { x: number; y: number }): string => `${x},${y}`;
  const handlers: GestureHandlers = {
    onPan: (dx, dy) => tell('pan', dx, dy),
    onZoom: (point, factor) => tell('zoom', at(point), factor.toFixed(2)),
    onPoint: (point) => tell('point', point === null ? 'nowhere' : at(point)),
    onPress: (point, press) => tell(press, at(point)),
    onGrab: (point) => {
      tell('grab', at(point));
      return isNode;
    },
    onDraw: (point) => tell('draw', at(point)),
    onDrop: () => tell('drop'),
    onBox: (box) => tell('box', box === null ? 'none' : box.map(at).join(' ')),
    onBoxed: (box) => tell('boxed', box.map(at).join(' ')),
    onHold: (holding) => tell(holding ? 'hold' : 'free'),
    takesWheel: () => true,
    takesFinger: () => takesFinger,
  };
  listenToGestures(target as HTMLElement, handlers, new AbortController().signal);
});
afterEach(() => vi.useRealTimers());

function send(type: string, x: number, y: number, more: object = {}): Event {
  const event = Object.assign(new Event(type, { cancelable: true }), {
    pointerId: 1,
    pointerType: 'mouse',
    button: 0,
    clientX: x + 10,
    clientY: y + 20,
    ...more,
  });
  target.dispatchEvent(event);
  return event;
}

const TOUCH = { pointerType: 'touch' };
const SHIFT = { shiftKey: true };

describe('a press', () => {
  test.each([
    ['open', {}],
    ['pick', SHIFT],
    ['apart', { ctrlKey: true }],
    ['apart', { metaKey: true, shiftKey: true }],
    ['apart', { button: 1 }],
    ['tap', TOUCH],
  ])('asks to %s with %o', (press, more) => {
    send('pointerdown', 5, 6, more);
    send('pointermove', 6, 6, more);
    send('pointerup', 6, 6, more);
    expect(told).toEqual([`${press} 5,6`]);
  });

  test('that is called off asks for nothing', () => {
    send('pointerdown', 5, 6, TOUCH);
    send('pointercancel', 5, 6, TOUCH);
    expect(told).toEqual(['free']);
  });
});

describe('a drag', () => {
  test('moves the map, and from a node the node', () => {
    send('pointerdown', 0, 0);
    send('pointermove', 10, 4);
    send('pointerup', 10, 4);
    expect(told).toEqual(['grab 0,0', 'hold', 'pan 10 4', 'free']);
    told = [];
    isNode = true;
    send('pointerdown', 0, 0);
    send('pointermove', 10, 4);
    send('pointerup', 10, 4);
    expect(told).toEqual(['grab 0,0', 'hold', 'draw 10,4', 'drop', 'free']);
  });

  test('with Shift draws a box, wherever it begins', () => {
    isNode = true;
    send('pointerdown', 1, 2, SHIFT);
    send('pointermove', 30, 40, SHIFT);
    // Shift may be let go before the button.
    send('pointermove', 50, 60);
    send('pointerup', 50, 60);
    expect(told).toEqual(['hold', 'box 1,2 30,40', 'box 1,2 50,60', 'box none', 'boxed 1,2 50,60', 'free']);
  });

  test('that is called off leaves no box', () => {
    send('pointerdown', 1, 2, SHIFT);
    send('pointermove', 30, 40, SHIFT);
    send('pointercancel', 30, 40);
    expect(told.slice(-2)).toEqual(['box none', 'free']);
  });
});

describe('fingers', () => {
  test('one moves the map, and takes hold of a node after resting on it', () => {
    isNode = true;
    send('pointerdown', 0, 0, TOUCH);
    send('pointermove', 20, 0, TOUCH);
    send('pointerup', 20, 0, TOUCH);
    expect(told).toEqual(['hold', 'pan 20 0', 'free']);
    told = [];
    send('pointerdown', 0, 0, TOUCH);
    vi.advanceTimersByTime(500);
    send('pointermove', 20, 0, TOUCH);
    send('pointerup', 20, 0, TOUCH);
    expect(told).toEqual(['grab 0,0', 'hold', 'draw 20,0', 'drop', 'free']);
  });

  test('one that rests on no node is still a tap', () => {
    send('pointerdown', 0, 0, TOUCH);
    vi.advanceTimersByTime(500);
    send('pointerup', 0, 0, TOUCH);
    expect(told).toEqual(['grab 0,0', 'tap 0,0']);
  });

  test('two pan and zoom, and are no long press', () => {
    isNode = true;
    send('pointerdown', 0, 0, TOUCH);
    send('pointerdown', 100, 0, { ...TOUCH, pointerId: 2 });
    vi.advanceTimersByTime(500);
    send('pointermove', 200, 0, { ...TOUCH, pointerId: 2 });
    send('pointerup', 200, 0, { ...TOUCH, pointerId: 2 });
    send('pointerup', 0, 0, TOUCH);
    expect(told).toEqual(['pan 50 0', 'zoom 100,0 2.00', 'free']);
  });

  test('where one scrolls the page, two of them and a node in hand are the map’s', () => {
    takesFinger = false;
    send('pointerdown', 0, 0, TOUCH);
    send('pointermove', 0, 30, TOUCH);
    expect(told).not.toContain('pan 0 30');
    expect(send('touchmove', 0, 30, { touches: [0] }).defaultPrevented).toBe(false);
    send('pointerdown', 100, 30, { ...TOUCH, pointerId: 2 });
    send('pointermove', 100, 60, { ...TOUCH, pointerId: 2 });
    expect(told).toContain('pan 0 15');
    expect(send('touchmove', 0, 30, { touches: [0, 1] }).defaultPrevented).toBe(true);
    send('pointerup', 100, 60, { ...TOUCH, pointerId: 2 });
    send('pointerup', 0, 30, TOUCH);
    isNode = true;
    send('pointerdown', 0, 0, TOUCH);
    vi.advanceTimersByTime(500);
    expect(send('touchmove', 0, 30, { touches: [0] }).defaultPrevented).toBe(true);
  });
});
