/** The beginning of a note, or what stands at one place of it, as a copy that can be shown elsewhere. */

export interface Excerpt {
  readonly text: HTMLElement;
  /** The place that was asked for is not in the note; this is its beginning. */
  readonly isElsewhere: boolean;
}

/** Characters. */
const LENGTH = 900;
/** What a formula counts for: its markup says everything twice. */
const FORMULA = 12;
/** They name a place of the page, or another element, and must be there once only. */
const ONCE = ['id', 'name', 'for', 'tabindex', 'aria-labelledby', 'aria-describedby', 'aria-controls'];
/** Of the page and of the app, not of the text. */
const APART = '.footnote-backref, [data-hm-added], .footnotes-sep';

/**
 * @param page all that a note's page holds.
 * @param place id in it.
 * @param address of the page; links inside of it are made whole with that.
 */
export function excerptOf(page: HTMLElement, place: string | null, address: string): Excerpt {
  const body = page.querySelector('.hm-body') ?? page.querySelector('.hm-note') ?? page;
  const target = place === null || place === '' ? null : page.querySelector(`#${CSS.escape(place)}`);
  const text = document.createElement('div');
  text.dir = page.querySelector<HTMLElement>('.hm-note')?.dir ?? '';
  const budget = { left: LENGTH };
  for (const part of target === null ? body.childNodes : partsAt(target, body)) {
    if (budget.left <= 0) break;
    const copy = copyOf(part, budget);
    if (copy !== null) text.append(copy);
  }
  for (const link of text.querySelectorAll('a[href^="#"]')) {
    link.setAttribute('href', new URL(link.getAttribute('href')!, address).href);
  }
  return { text, isElsewhere: target === null && place !== null && place !== '' };
}

/** Under a heading, all up to the next one of its level; of a footnote, what it says; else the block itself. */
function* partsAt(target: Element, body: Element): Generator<Node> {
  const level = levelOf(target);
  if (level === null) {
    if (target.localName === 'li' && target.closest('.footnotes') !== null) yield* target.childNodes;
    else yield blockOf(target, body);
    return;
  }
  // The note's own title is the place where it begins.
  if (!body.contains(target)) {
    yield* body.childNodes;
    return;
  }
  yield target;
  for (let next = target.nextSibling; next !== null; next = next.nextSibling) {
    const other = next instanceof Element ? levelOf(next) : null;
    if (other !== null && other <= level) return;
    yield next;
  }
}

function levelOf(element: Element): number | null {
  return /^h[1-6]$/.test(element.localName) ? Number(element.localName[1]) : null;
}

function blockOf(target: Element, body: Element): Element {
  const block = target.closest('li, p, blockquote, figure, pre, table, dt, dd, details, div');
  return block === null || block === body || !body.contains(block) ? target : block;
}

function copyOf(node: Node, budget: { left: number }): Node | null {
  if (node instanceof Text) {
    const { data } = node;
    if (data.length <= budget.left) {
      budget.left -= data.trim() === '' ? 0 : data.length;
      return node.cloneNode();
    }
    const end = data.lastIndexOf(' ', budget.left);
    const kept = cutText(data, end > 0 ? end : budget.left);
    budget.left = 0;
    return document.createTextNode(`${kept}…`);
  }
  if (!(node instanceof Element) || node.matches(APART)) return null;
  if (node.classList.contains('katex')) {
    budget.left -= FORMULA;
    return withoutIds(node.cloneNode(true) as Element);
  }
  const copy = withoutIds(node.cloneNode() as Element);
  for (const child of node.childNodes) {
    if (budget.left <= 0) break;
    const inner = copyOf(child, budget);
    if (inner !== null) copy.append(inner);
  }
  return copy;
}

/** No half of a character is left at the end. */
export function cutText(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

function withoutIds(element: Element): Element {
  for (const one of [element, ...element.querySelectorAll('[id]')]) {
    for (const name of ONCE) one.removeAttribute(name);
  }
  return element;
}
