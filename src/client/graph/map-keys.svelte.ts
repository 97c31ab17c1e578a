/** The map by keys: walking from note to note, opening, asking, moving; what is stood on is said. */
import type { Garden } from '../../contract/map.ts';
import { pan } from './draw/camera.ts';
import { isolated } from './garden/isolated.ts';
import { byDegree, describeNode, neighboursByDegree } from './garden/neighbourhood.ts';
import { placeOf, standsOn, startWalk, walkOn, type Step, type Walk } from './garden/walk.ts';
import type { Hand } from './hand/hand.svelte.ts';
import { drawnAlong } from './map-gestures.ts';
import type { MapProps, Work } from './map-props.ts';
import type { MapView } from './map-view.ts';

type Ask = (kind: 'why' | 'path' | null, from: number, to: number | null) => void;

export interface MapKeysOptions {
  readonly garden: () => Garden;
  readonly shown: () => Uint8Array | null;
  readonly selected: () => number | null;
  readonly asked: () => 'why' | 'path' | null;
  readonly view: () => MapView | null;
  readonly hand: Hand;
  /** What the reader has selected. */
  readonly picks: () => readonly number[];
  /** Whether anything can be selected. */
  readonly canPick: () => boolean;
  readonly withWork: MapProps['withWork'];
  readonly onhover: (node: number | null) => void;
  readonly onopen: (node: number) => void;
  /** Null where nothing can be asked. */
  readonly onask: () => Ask | null;
}

const STEPS = new Map<string, Step>([
  ['ArrowRight', 'next'],
  ['ArrowLeft', 'previous'],
  ['ArrowDown', 'into'],
  ['ArrowUp', 'back'],
]);
/** Letters that lie like the arrows. */
const PANS = new Map([
  ['i', 'ArrowUp'],
  ['j', 'ArrowLeft'],
  ['k', 'ArrowDown'],
  ['l', 'ArrowRight'],
]);
/** Pixels that a node moves at a press. */
const NUDGE = 24;

const HELP =
  'Left and right arrows walk the neighbours of a note, the most linked first; down walks into one, up goes back, Home ' +
  'goes to the hub. Enter opens, Backspace goes back to the note before, W says why two are linked, P finds a path, ' +
  'Shift and an arrow move the note itself, Escape leaves. Plus, minus and zero zoom; I, J, K and L move the map up, ' +
  'left, down and right.';
const HELP_TO_PICK =
  ' X or the space bar selects the note or no longer, Shift and X its neighbours too; Escape clears the selection first.';

export class MapKeys {
  walk = $state.raw<Walk | null>(null);
  said = $state('');
  readonly #options: MapKeysOptions;

  constructor(options: MapKeysOptions) {
    this.#options = options;
  }

  press(event: KeyboardEvent): void {
    const { key } = event;
    // With Caps Lock letters are capitals, as the help writes them.
    const letter = key.length === 1 ? key.toLowerCase() : key;
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#act(letter, event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** What keys do, for those who can't see what the buttons say of it. */
  get help(): string {
    return HELP + (this.#options.canPick() ? HELP_TO_PICK : '');
  }

  leave(): void {
    if (this.walk === null) return;
    this.walk = null;
    this.said = '';
    this.#options.onhover(null);
  }

  /** Whether the key meant something. */
  #act(key: string, shift: boolean): boolean {
    const { view, onask, onopen, asked, canPick, picks } = this.#options;
    const step = STEPS.get(key);
    if (step !== undefined) {
      if (shift) this.nudge(key);
      else this.#step(step);
    } else if (key === 'Backspace') {
      if (this.#hasBehind) this.#step('back');
      else this.#goBack();
    } else if (key === 'g') this.#growHere();
    else if (key === 'Home') this.#goTo(byDegree(this.#options.garden(), this.#options.shown())[0]);
    else if (key === 'Enter' && this.walk !== null) {
      onopen(standsOn(this.walk, this.#neighbours));
      this.walk = null;
    } else if (canPick() && (key === ' ' || key === 'x')) this.#pick(shift);
    else if (key === 'Escape' && canPick() && picks().length > 0) {
      this.#work(({ picking }) => {
        picking.clear();
        return 'Nothing is selected';
      });
    } else if (key === 'Escape' && this.walk !== null) this.leave();
    else if (key === 'Escape' && asked() !== null) onask()?.(null, 0, null);
    else if ((key === 'w' || key === 'p') && onask() !== null) this.#ask(key === 'w' ? 'why' : 'path');
    else if (key === '+' || key === '=') view()?.camera.zoomBy(1.5);
    else if (key === '-') view()?.camera.zoomBy(1 / 1.5);
    else if (PANS.has(key)) this.pan(PANS.get(key)!);
    else if (key === '0') view()?.camera.showAll();
    else return false;
    return true;
  }

  /** Brings the neighbours of a node, or takes them away. */
  grow(node: number): void {
    this.#work(({ growing }) => growing.toggle(node));
  }

  /** @param act says what happened */
  #work(act: (work: Work) => string): void {
    void this.#options
      .withWork((work) => (this.said = act(work)))
      .catch(() => (this.said = 'A part of the map did not come. Check the connection, then reload'));
  }

  readonly #neighbours = (node: number): number[] => {
    const shown = this.#options.shown();
    return neighboursByDegree(this.#options.garden(), node).filter((other) => shown?.[other] !== 0);
  };

  #step(step: Step): void {
    const { garden, shown, selected } = this.#options;
    const open = selected();
    const start = open !== null && shown()?.[open] !== 0 ? open : byDegree(garden(), shown())[0];
    if (this.walk !== null) this.#say(walkOn(this.walk, step, this.#neighbours));
    else if (start !== undefined) {
      const walk = startWalk(start);
      this.#say(open === null ? walk : walkOn(walk, step, this.#neighbours));
    }
  }

  /** To the place before this one. */
  #goBack(): void {
    this.#work(({ growing: { back } }) => {
      if (back === null) return 'There is nothing to go back to';
      this.leave();
      back();
      return '';
    });
  }

  #goTo(node: number | undefined): void {
    if (node !== undefined) this.#say(startWalk(node));
  }

  #say(next: Walk): void {
    const garden = this.#options.garden();
    this.walk = next;
    const node = standsOn(next, this.#neighbours);
    const centre = next.centres.at(-1)!;
    const index = placeOf(next, this.#neighbours);
    const place =
      index === -1
        ? ''
        : `, neighbour ${index + 1} of ${this.#neighbours(centre).length} of ${isolated(garden.titles[centre]!)}`;
    this.said = describeNode(garden, node) + place;
    this.#options.onhover(node);
    this.#options.view()?.camera.reveal(node);
  }

  /** Moves what is looked at. @param key an arrow */
  pan(key: string): void {
    const camera = this.#options.view()?.camera;
    if (camera === undefined) return;
    const { width, height } = camera.size;
    const [right, down] = towards(key, Math.min(width, height) / 4);
    camera.show(pan(camera.aim, -right, -down));
  }

  /** Moves a node a little, without one that of the walk or the open one. @param key an arrow */
  nudge(key: string, node = this.#here): void {
    const { hand, garden } = this.#options;
    const view = this.#options.view();
    const now = view?.placement;
    if (node === null || view === null || !now) {
      this.said = 'Open a note first';
      return;
    }
    const far = NUDGE / view.camera.aim.scale;
    const at = { x: now.x[node]!, y: now.y[node]! };
    const [right, down] = towards(key, far);
    const along = drawnAlong(this.#options.picks(), node);
    hand.grab(node, at, along);
    hand.draw({ x: at.x + right, y: at.y + down });
    hand.drop();
    this.said = `${along.length > 0 ? `${along.length + 1} notes` : isolated(garden().titles[node]!)} moved`;
  }

  /** The node that the walk stands on, or else the open one. */
  get #here(): number | null {
    return this.walk === null ? this.#options.selected() : standsOn(this.walk, this.#neighbours);
  }

  /** Whether the walk itself has somewhere to go back to. */
  get #hasBehind(): boolean {
    return this.walk !== null && (this.walk.centres.length > 1 || placeOf(this.walk, this.#neighbours) >= 0);
  }

  #growHere(): void {
    const node = this.#here;
    if (node === null) this.said = 'Open a note first';
    else this.grow(node);
  }

  /** The node here joins the selected ones or leaves them; with Shift it joins with its neighbours. */
  #pick(all: boolean): void {
    const node = this.#here;
    if (node === null) {
      this.said = 'Walk to a note first, with the arrows';
      return;
    }
    this.#work(({ picking }) => {
      if (all) picking.add([node, ...this.#neighbours(node)]);
      else picking.toggle(node);
      const count = picking.nodes.length;
      const title = isolated(this.#options.garden().titles[node]!);
      return `${title}${picking.nodes.includes(node) ? '' : ' not'} selected, ${count} in all`;
    });
  }

  /** From where the walk stands: why it could come there, or a path on from there. */
  #ask(kind: 'why' | 'path'): void {
    const onask = this.#options.onask();
    const node = this.#here;
    const centre = this.walk?.centres.at(-1) ?? node;
    if (node === null || centre === null) this.said = 'Open a note first';
    else if (kind === 'why' && centre !== node) onask?.('why', centre, node);
    else onask?.(kind, node, null);
  }
}

function towards(arrow: string, far: number): [right: number, down: number] {
  const right = arrow === 'ArrowRight' ? far : arrow === 'ArrowLeft' ? -far : 0;
  const down = arrow === 'ArrowDown' ? far : arrow === 'ArrowUp' ? -far : 0;
  return [right, down];
}
