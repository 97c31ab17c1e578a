/** Marks places of a text without changing it, where the browser can; else by elements, which are taken away again. */

import { rangeOf, textNodes } from './text-places.ts';

export type HighlightName = 'hm-found' | 'hm-found-now' | 'hm-quoted';

/** Marks the places, and returns how to take the marks away. */
export function highlight(name: HighlightName, ranges: readonly Range[]): () => void {
  return 'highlights' in CSS ? byRegistry(name, ranges) : byElements(name, ranges);
}

function byRegistry(name: HighlightName, ranges: readonly Range[]): () => void {
  let shared = CSS.highlights.get(name);
  if (shared === undefined) {
    shared = new Highlight();
    // Of two marks at one place, the later kind is seen.
    shared.priority = name === 'hm-found' ? 0 : 1;
    CSS.highlights.set(name, shared);
  }
  const own = shared;
  for (const range of ranges) own.add(range);
  return () => {
    for (const range of ranges) own.delete(range);
  };
}

function byElements(name: HighlightName, ranges: readonly Range[]): () => void {
  const marks: HTMLElement[] = [];
  // From the end: what was found further up keeps its place.
  for (const range of ranges.flatMap(piecesOf).reverse()) {
    const mark = document.createElement('mark');
    mark.className = name;
    range.surroundContents(mark);
    marks.push(mark);
  }
  return () => {
    for (const mark of marks) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent?.normalize();
    }
  };
}

/** An element can't begin in one and end in another: a part of the range for each piece of text. */
function piecesOf(range: Range): Range[] {
  const { startContainer, startOffset, endContainer, endOffset, commonAncestorContainer: all } = range;
  if (startContainer === endContainer) return [range];
  return [...textNodes(all as Element)]
    .filter((node) => range.intersectsNode(node))
    .map((node) =>
      rangeOf(
        node,
        node === startContainer ? startOffset : 0,
        node,
        node === endContainer ? endOffset : node.data.length,
      ),
    )
    .filter((piece) => !piece.collapsed);
}
