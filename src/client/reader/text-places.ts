/** Where words stand in a text that is shown: by its nodes of text, formulas and what the app added left out. */

/** Where the words that are looked for stand in a piece of text. */
export type FindWords = (text: string) => readonly { readonly start: number; readonly end: number }[];

/** Longer texts are read so far. */
const MOST_NODES = 50_000;

/** The nodes of text in reading order. */
export function* textNodes(root: Element): Generator<Text> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    const apart = (node as Element).matches('.katex, [data-hm-added], script, style');
    return apart ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  for (let count = 0; count < MOST_NODES && walker.nextNode(); count++) yield walker.currentNode as Text;
}

const BLOCKS =
  'p, li, dt, dd, h1, h2, h3, h4, h5, h6, td, th, caption, pre, figcaption, summary, blockquote, address, div, section, article';

/** The same, those together that are read as one: in one block, without a formula, a picture or a line end between them. */
export function* textRuns(root: Element): Generator<readonly Text[]> {
  const partings = root.querySelectorAll('.katex, img, br');
  let passed = 0;
  let run: Text[] = [];
  let block: Element | null = null;
  for (const node of textNodes(root)) {
    const own = node.parentElement!.closest(BLOCKS);
    const before = passed;
    while (passed < partings.length && isBefore(partings[passed]!, node)) passed++;
    if (run.length > 0 && (own !== block || passed > before)) {
      yield run;
      run = [];
    }
    block = own;
    run.push(node);
  }
  if (run.length > 0) yield run;
}

function isBefore(element: Element, node: Text): boolean {
  return (element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** @param to from the beginning of all the nodes, as `from` is; behind it */
export function rangeAcross(nodes: readonly Text[], from: number, to: number): Range {
  let before = 0;
  let start: { node: Text; at: number } | null = null;
  for (const node of nodes) {
    const end = before + node.data.length;
    if (start === null && from < end) start = { node, at: from - before };
    if (start !== null && to <= end) return rangeOf(start.node, start.at, node, to - before);
    before = end;
  }
  throw new Error('The text is shorter.');
}

export function rangeOf(start: Text, from: number, end: Text, to: number): Range {
  const range = new Range();
  range.setStart(start, from);
  range.setEnd(end, to);
  return range;
}

/** Opens what is folded around a place, and brings it to the middle of what scrolls. */
export function bringIntoSight(range: Range, scroller: HTMLElement): void {
  for (let part = range.startContainer.parentElement; part !== null; part = part.parentElement) {
    if (part instanceof HTMLDetailsElement) part.open = true;
  }
  const place = range.getBoundingClientRect();
  const box = scroller.getBoundingClientRect();
  const isSeen = place.top > box.top + 56 && place.bottom < box.bottom - 56;
  if (!isSeen) scroller.scrollTop += place.top - box.top - box.height / 3;
}
