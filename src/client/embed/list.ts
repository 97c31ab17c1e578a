/** The map in words: the same notes as links, the nearest first. */
import type { EmbedNote } from '../../contract/embed.ts';
import { byDegree, degree, distances, isGhost } from '../graph/garden/neighbourhood.ts';
import { element } from './element.ts';
import type { Surroundings } from './surroundings.ts';

/** Rows that come at once. */
const PAGE = 60;

export interface ListHandlers {
  readonly tell: (node: number) => EmbedNote;
  /** Null where a press leads nowhere. */
  readonly hrefOf: (note: EmbedNote) => string | null;
  readonly onHover: (node: number | null) => void;
  readonly onPress: (node: number) => void;
}

export function makeList(shown: Surroundings, on: ListHandlers): HTMLElement {
  const { garden, centre, placement } = shown;
  const steps = centre === null ? null : distances(garden, centre, shown.depth);
  const nodes = byDegree(garden, placement.shown).filter((node) => placement.local || !isGhost(garden, node));
  if (placement.local && steps !== null) nodes.sort((a, b) => steps[a]! - steps[b]!);
  const list = element('ul');
  const more = element('button', { type: 'button', class: 'more' });
  const part = element('div', { class: 'list', id: 'list', hidden: '' }, list, more);
  let count = 0;

  function row(node: number): HTMLElement {
    const href = on.hrefOf(on.tell(node));
    const links = degree(garden, node);
    const inside = [
      element('span', { class: 'row-name' }, garden.titles[node]!),
      element(
        'span',
        { class: 'row-count' },
        element('span', { 'aria-hidden': 'true' }, String(links)),
        element(
          'span',
          { class: 'hm-unseen' },
          `${isGhost(garden, node) ? ', not written yet' : ''}, ${links} ${links === 1 ? 'link' : 'links'}`,
        ),
      ),
    ];
    const pressed: HTMLElement =
      href === null
        ? element('button', { type: 'button' }, ...inside)
        : element('a', { href, target: '_top' }, ...inside);
    if (node === centre) pressed.setAttribute('aria-current', 'true');
    if (isGhost(garden, node)) pressed.classList.add('ghostly');
    pressed.addEventListener('click', (event) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      on.onPress(node);
    });
    for (const type of ['pointerenter', 'focus']) pressed.addEventListener(type, () => on.onHover(node));
    for (const type of ['pointerleave', 'blur']) pressed.addEventListener(type, () => on.onHover(null));
    return element('li', {}, pressed);
  }
  function grow(): void {
    const first = count;
    count = Math.min(nodes.length, count + PAGE);
    list.append(...nodes.slice(first, count).map(row));
    more.hidden = count === nodes.length;
    more.textContent = `Show ${Math.min(PAGE, nodes.length - count)} more of ${nodes.length}`;
  }
  more.addEventListener('click', grow);
  grow();
  return part;
}
