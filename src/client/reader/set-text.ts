/** Lays a long text out part by part before it is shown: all at once it would hold the page up. */
/** Elements of a part, and parts of a step: some twenty milliseconds. */
const PART = 300;
const PARTS = 4;
/** Milliseconds for the fonts that nearly all formulas have. Those that come later lay the text out anew, at once. */
const FONTS_WAIT = 150;
/** Milliseconds for a picture of the page. */
const HIDDEN_WAIT = 100;
const FONTS = ['1em KaTeX_Main', 'italic 1em KaTeX_Math'];

/** A text that can be shown. */
interface TextSet {
  /** Lays out what is not yet, picture by picture. Must be called, once the text is shown. */
  readonly rest: () => Promise<void>;
  /** The same at once: a place further down is wanted. */
  readonly now: () => void;
}

/**
 * @param host where the text is to stand; what stands there meanwhile stays as it is
 * @param fromTop whether it will be read from its beginning: then the first screen is enough to show it
 */
export async function setText(
  text: HTMLElement,
  host: Element,
  signal: AbortSignal,
  fromTop: boolean,
): Promise<TextSet> {
  const missing = FONTS.filter((font) => !document.fonts.check(font));
  if (missing.length > 0) {
    await Promise.race([
      Promise.allSettled(missing.map((font) => document.fonts.load(font))),
      new Promise((resolve) => setTimeout(resolve, FONTS_WAIT)),
    ]);
  }
  if (signal.aborted) return { rest: () => Promise.resolve(), now() {} };
  // Asked for while nothing has to be laid out for it.
  const enough = fromTop ? host.parentElement!.clientHeight : Infinity;
  const place = document.createElement('div');
  // As wide as it will be, and out of sight.
  place.style.cssText = 'position: absolute; inset: 0 0 auto; height: 0; overflow: clip';
  const parts = partsOf(text, PART, PART * PARTS);
  for (const part of parts) for (const block of part) block.style.display = 'none';
  place.append(text);
  host.append(place);
  /** @returns pixels from the beginning to the end of what is laid out for good */
  const layNext = (count: number): number => {
    const blocks = parts.splice(0, count).flat();
    for (const block of blocks) block.style.display = '';
    // To ask for it lays it out now, and not with all the others before the next picture.
    return blocks.at(-1)!.getBoundingClientRect().bottom - text.getBoundingClientRect().top;
  };
  while (parts.length > 0 && layNext(fromTop ? 1 : PARTS) < enough) {
    await pause();
    // Once given up it is laid out nowhere: that takes no time.
    if (signal.aborted) place.remove();
  }
  const now = (): void => void (parts.length > 0 && layNext(parts.length));
  const rest = async (): Promise<void> => {
    // With what is shown already, before it is kept waiting again.
    if (parts.length > 0) await picture();
    while (parts.length > 0) {
      await picture();
      // In the meantime all may have been asked for.
      if (parts.length > 0) layNext(PARTS);
    }
  };
  return { rest, now };
}

/** Lets keys and pointers in, but not the pictures of a map that flies to the note: the reader waits for the text. */
function pause(): Promise<unknown> {
  // Where the browser lacks it, an element may be called so.
  if (typeof globalThis.scheduler?.postTask === 'function')
    return scheduler.postTask(() => {}, { priority: 'user-blocking' });
  return new Promise((resolve) => setTimeout(resolve));
}

/** Lets the page draw; one that is out of sight doesn't. */
function picture(): Promise<unknown> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, HIDDEN_WAIT);
  });
}

/** The text's blocks in reading order, in parts of about `most` elements; a block of more than `whole` is taken apart. */
export function partsOf(text: Element, most: number, whole: number): HTMLElement[][] {
  const parts: HTMLElement[][] = [];
  let room = 0;
  const take = (parent: Element): void => {
    for (const block of parent.children) {
      const size = sizeOf(block);
      // A formula is one thing: its line would be set again and again.
      if (size > whole && !block.classList.contains('katex')) take(block);
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
