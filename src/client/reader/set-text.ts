/** Lays a long text out part by part before it is shown: all at once it would hold the page up. */
/** Elements of a part: some twenty milliseconds. */
const PART = 1_200;
/** Milliseconds for the fonts that nearly all formulas have. Those that come later lay the text out anew, at once. */
const FONTS_WAIT = 150;
const FONTS = ['1em KaTeX_Main', 'italic 1em KaTeX_Math'];

/** @param host where the text is to stand; what stands there meanwhile stays as it is */
export async function setText(text: HTMLElement, host: Element, signal: AbortSignal): Promise<void> {
  const missing = FONTS.filter((font) => !document.fonts.check(font));
  if (missing.length > 0) {
    await Promise.race([
      Promise.allSettled(missing.map((font) => document.fonts.load(font))),
      new Promise((resolve) => setTimeout(resolve, FONTS_WAIT)),
    ]);
  }
  if (signal.aborted) return;
  const place = document.createElement('div');
  // As wide as it will be, and out of sight.
  place.style.cssText = 'position: absolute; inset: 0 0 auto; height: 0; overflow: clip';
  const parts = partsOf(text, PART);
  for (const part of parts) for (const block of part) block.style.display = 'none';
  place.append(text);
  host.append(place);
  for (const part of parts) {
    for (const block of part) block.style.display = '';
    // Once given up it is laid out nowhere: that takes no time.
    if (signal.aborted) place.remove();
    // To ask for it lays it out now, and not with all the others before the next picture.
    void text.offsetHeight;
    await pause();
  }
}

/** Lets keys and pointers in, but not the pictures of a map that flies to the note: the reader waits for the text. */
function pause(): Promise<unknown> {
  if ('scheduler' in globalThis) return scheduler.postTask(() => {}, { priority: 'user-blocking' });
  return new Promise((resolve) => setTimeout(resolve));
}

/** The text's blocks in reading order, in parts of about `most` elements; a block that is larger is taken apart. */
export function partsOf(text: Element, most: number): HTMLElement[][] {
  const parts: HTMLElement[][] = [];
  let room = 0;
  const take = (parent: Element): void => {
    for (const block of parent.children) {
      const size = sizeOf(block);
      // A formula is one thing: its line would be set again and again.
      if (size > most && !block.classList.contains('katex')) take(block);
      else {
        if (size > room) {
          parts.push([]);
          room = most;
        }
        parts.at(-1)!.push(block as HTMLElement);
        room -= size;
      }
    }
  };
  take(text);
  return parts;
}

function sizeOf(element: Element): number {
  return element.getElementsByTagName('*').length + 1;
}
