/** A card beside a note of the map: its title, its first lines, how it is linked. */
import { textAddress } from '../../contract/texts.ts';
import { isRecord } from '../../contract/site.ts';
import type { Point } from '../graph/draw/camera.ts';
import { isGhost } from '../graph/garden/neighbourhood.ts';
import { placeCard } from './card-place.ts';
import { scaleOf } from './element-parts.ts';
import { element } from './element.ts';
import type { Fetch } from './fetch-json.ts';
import type { Surroundings } from './surroundings.ts';

/** Characters of a note's beginning. */
const MOST = 160;
/** Milliseconds that the pointer rests before a text is asked for. */
const RESTS = 120;

export interface Preview {
  /** @param href makes the card a link, for those who can't point */
  show(node: number, at: Point | null, href: string | null): void;
  hide(): void;
  /** Whose card it is, or null. */
  readonly node: number | null;
}

export function makePreview(
  pane: HTMLElement,
  { garden, idOf }: Surroundings,
  texts: string,
  fetchJson: Fetch,
): Preview {
  const card = element('div', { class: 'card', hidden: '' });
  pane.append(card);
  const known = new Map<number, string>();
  let current: number | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;

  function fill(node: number, href: string | null): void {
    const title = garden.titles[node]!;
    const lines = isGhost(garden, node) ? 'Not written yet.' : known.get(node);
    const into = garden.inDegree[node]!;
    const links = isGhost(garden, node)
      ? `wanted by ${into} ${into === 1 ? 'note' : 'notes'}`
      : `${garden.outDegree[node]!} out · ${into} in`;
    const name = href === null ? element('span', {}, title) : element('a', { href, target: '_top' }, title);
    card.replaceChildren(
      element('p', { class: 'card-title' }, name),
      ...(lines ? [element('p', { class: 'card-text' }, lines)] : []),
      element('p', { class: 'card-links' }, links),
    );
    card.classList.toggle('pressable', href !== null);
  }

  function place(at: Point | null): void {
    // Above the way to the list and to the whole map.
    const room = {
      width: pane.clientWidth,
      height: pane.querySelector<HTMLElement>('.bar')!.offsetTop,
    };
    const own = { width: card.offsetWidth, height: card.offsetHeight };
    // Where the page around is zoomed, the map's points are those of the window.
    const scale = scaleOf(pane);
    const { x, y } = placeCard(at === null ? null : { x: at.x / scale, y: at.y / scale }, own, room);
    card.style.left = `${x}px`;
    card.style.top = `${y}px`;
  }

  async function read(node: number): Promise<void> {
    if (known.has(node) || isGhost(garden, node)) return;
    const { file, place: index } = textAddress(idOf(node));
    const found = await fetchJson(texts + file);
    known.set(node, beginning(Array.isArray(found) ? found[index] : null));
  }

  return {
    show(node, at, href) {
      clearTimeout(resting);
      current = node;
      fill(node, href);
      card.hidden = false;
      place(at);
      resting = setTimeout(() => {
        // A card without its lines is a card all the same.
        void read(node)
          .catch(() => {})
          .then(() => {
            if (current !== node) return;
            fill(node, href);
            place(at);
          });
      }, RESTS);
    },
    hide() {
      clearTimeout(resting);
      current = null;
      card.hidden = true;
    },
    get node() {
      return current;
    },
  };
}

function beginning(note: unknown): string {
  const sections = isRecord(note) && Array.isArray(note['sections']) ? (note['sections'] as unknown[]) : [];
  let text = '';
  for (const section of sections) {
    if (isRecord(section) && typeof section['text'] === 'string') text += ` ${section['text']}`;
    if (text.length > MOST) break;
  }
  text = text.replace(/\s+/g, ' ').trim();
  const cut = text.slice(0, MOST);
  return text.length <= MOST ? text : `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MOST / 2))}…`;
}
