/** Marks places of a text without changing it, where the browser can; else by elements, which are taken away again. */

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
  for (const range of [...ranges].reverse()) {
    if (range.startContainer !== range.endContainer) continue;
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
