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
