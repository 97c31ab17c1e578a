import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Camera } from './draw/camera.ts';
import type { Label } from './draw/labels.ts';
import { sampleGarden } from './garden/sample-garden.ts';
import { MapView } from './map-view.ts';

const SIZE = { width: 600, height: 400 };
const STYLE = {
  background: 'white',
  ink: 'black',
  muted: 'grey',
  accent: 'red',
  neutral: 'grey',
  hues: ['blue'],
  titleFont: 'serif',
  nameFont: 'sans-serif',
};

describe('MapView', () => {
  const garden = sampleGarden(['a', 'b', 'c', 'd'], [[0, 1]]);
  const place = { x: garden.x, y: garden.y, shown: null, local: false };
  let painted: Camera[] = [];
  let rests: Camera[] = [];
  let written: (readonly Label[])[] = [];
  let view: MapView;
  let isWaiting = false;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('requestAnimationFrame', (paint: (now: number) => void) =>
      setTimeout(() => paint(performance.now()), 16),
    );
    vi.stubGlobal('cancelAnimationFrame', (request: number) => clearTimeout(request));
    painted = [];
    rests = [];
    written = [];
    view = new MapView({
      renderer: { resize: () => {}, paint: (_, { camera }) => void painted.push(camera) },
      labels: {
        setStyle: () => {},
        resize: () => {},
        measure: (text) => text.length * 8,
        paint: (labels) => void written.push(labels),
      },
      still: () => false,
      waits: () => isWaiting,
      onRest: (camera) => void rests.push(camera),
    });
    view.setStyle(STYLE);
    view.setGarden(garden);
  });
  afterEach(() => {
    view.destroy();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const showAll = (): void => {
    view.resize(SIZE, 1);
    view.setPlacement(place);
    view.camera.showAll();
    vi.advanceTimersByTime(1_000);
  };

  it('shows the whole map at once: the first picture is the one that stays', () => {
    showAll();
    expect(new Set(painted.map(({ scale }) => scale))).toEqual(new Set([view.camera.aim.scale]));
  });

  it('has painted before it writes the first labels, and writes them by itself when that is on the screen', () => {
    view.resize(SIZE, 1);
    view.setPlacement(place);
    view.camera.showAll();
    vi.advanceTimersByTime(16);
    expect([painted.length, written.length]).toEqual([1, 0]);
    vi.advanceTimersToNextFrame();
    expect([painted.length, written.length]).toEqual([1, 0]);
    vi.advanceTimersByTime(1);
    expect([painted.length, written.length]).toEqual([1, 1]);
    expect(view.picture?.labels).toEqual(written[0]);
  });

  it('writes in few sizes', () => {
    showAll();
    for (let step = 0; step < 20; step++) view.camera.zoomBy(1.05);
    vi.advanceTimersByTime(1_000);
    const sizes = written.flat().map(({ fontSize }) => 2 * fontSize);
    expect(sizes.length).toBeGreaterThan(20);
    expect(sizes.filter((size) => !Number.isInteger(size))).toEqual([]);
  });

  it('flies to what is chosen later', () => {
    showAll();
    painted = [];
    view.camera.centreOn(0, true);
    vi.advanceTimersByTime(1_000);
    expect(painted.length).toBeGreaterThan(5);
    expect(painted.at(-1)!.x).toBe(0);
  });

  it('paints nothing while it waits, and then flies on from where it was', () => {
    showAll();
    const flown = (): number[] => {
      painted = [];
      vi.advanceTimersByTime(100);
      return painted.map(({ scale }) => scale);
    };
    view.camera.centreOn(0, true);
    const before = flown();
    isWaiting = true;
    expect(flown()).toEqual([]);
    isWaiting = false;
    const after = flown();
    view.camera.showAll();
    vi.advanceTimersByTime(1_000);
    view.camera.centreOn(0, true);
    const straight = [...flown(), ...flown()];
    expect(after.length).toBeGreaterThan(2);
    expect(before.at(-1)!).toBeLessThan(after[0]!);
    expect(Math.abs(after[0]! - straight[before.length]!)).toBeLessThan(0.5 * (after[1]! - after[0]!));
  });

  it('tells no rest while it flies, though it had just come to one', () => {
    showAll();
    rests = [];
    view.camera.panBy(10, 0);
    vi.advanceTimersByTime(60);
    view.camera.showAll();
    vi.advanceTimersByTime(1_000);
    expect(rests).toEqual([view.camera.aim]);
  });

  it('keeps a few nodes in view when the pane changes its size, until the reader moves', () => {
    showAll();
    view.camera.showNodes([0, 1]);
    vi.advanceTimersByTime(1_000);
    expect(view.camera.aim.x).toBe(15);
    const { scale } = view.camera.aim;
    view.resize({ width: 60, height: 400 }, 1);
    expect(view.camera.aim.x).toBe(15);
    expect(view.camera.aim.scale).toBeLessThan(scale);
    view.camera.panBy(30, 0);
    const moved = view.camera.aim;
    view.resize(SIZE, 1);
    expect(view.camera.aim).toEqual(moved);
  });

  it('brings a few nodes into view below the controls at the top, whenever these change', () => {
    showAll();
    view.camera.showNodes([0, 3]);
    const screenY = (): number => -view.camera.aim.y * view.camera.aim.scale + SIZE.height / 2;
    expect(screenY()).toBe(200);
    const zoom = { left: 560, top: 250, right: 590, bottom: 380 };
    view.setObstacles([{ left: 10, top: 10, right: 300, bottom: 100 }, zoom]);
    expect(screenY()).toBe(250);
    // Nobody sees what lies under a control.
    view.camera.panBy(0, -140);
    view.camera.reveal(0);
    expect(screenY()).toBe(200);
  });

  it('leaves the view where the nodes are seen already, if asked so', () => {
    showAll();
    const before = view.camera.aim;
    view.camera.showNodes([1, 2], true);
    expect(view.camera.aim).toEqual(before);
  });

  it('finds the link between two nodes, but a node first', async () => {
    showAll();
    view.camera.showNodes([0, 1]);
    vi.advanceTimersByTime(1_000);
    const { x, scale } = view.camera.aim;
    const at = (world: number): { x: number; y: number } => ({ x: (world - x) * scale + 300, y: 202 });
    // A press right after the first picture is one on the node already, though the links take a while.
    expect(view.pick(at(0))).toBe(0);
    expect(view.pickLink(at(15))).toBeNull();
    await view.finding();
    expect(view.finding()).toBeNull();
    expect(view.pick(at(0))).toBe(0);
    expect(view.pickLink(at(15))).toEqual([0, 1]);
    expect(view.pickLink(at(0))).toBeNull();
    expect(view.pickLink(at(45))).toBeNull();
  });

  it('finds links of the selected note at once, and others closer by, once they were rested on', async () => {
    const linked = sampleGarden(
      ['a', 'b', 'c', 'd'],
      [
        [0, 1],
        [1, 2],
      ],
    );
    view.setGarden(linked);
    view.resize(SIZE, 1);
    view.setPlacement({ x: linked.x, y: linked.y, shown: null, local: false });
    view.camera.showNodes([0, 2]);
    vi.advanceTimersByTime(1_000);
    const at = (node: number, beside: number): { x: number; y: number } => {
      const [one, other] = [view.camera.onScreen(node), view.camera.onScreen(node + 1)];
      return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 + beside };
    };
    while (view.finding() !== null) await view.finding();
    expect(view.pickLink(at(0, 1))).toEqual([0, 1]);
    expect(view.pickLink(at(0, 3))).toBeNull();

    view.setAttention(
      { shown: null, selected: 2, hover: null, hoverDims: true, hits: null, trail: null },
      [],
    );
    expect(view.pickLink(at(1, 3))).toEqual([1, 2]);
    expect(view.resting()).toBeNull();
    expect(view.pickLink(at(0, 1))).toBeNull();
    const rested = view.resting();
    expect(rested).not.toBeNull();
    vi.advanceTimersByTime(1_000);
    await rested;
    expect(view.pickLink(at(0, 0))).toEqual([0, 1]);
    // Left for another place, it has to be rested on again.
    expect(view.pickLink(at(0, 9))).toBeNull();
    expect(view.pickLink(at(0, 1))).toBeNull();

    const trail = { nodes: [0, 1], links: [[1, 0] as const], dims: false };
    view.setAttention({ shown: null, selected: 2, hover: null, hoverDims: true, hits: null, trail }, []);
    expect(view.pickLink(at(0, 3))).toEqual([0, 1]);
  });

  it('paints nothing at rest', () => {
    showAll();
    painted = [];
    vi.advanceTimersByTime(10_000);
    expect(painted).toEqual([]);
  });
});
