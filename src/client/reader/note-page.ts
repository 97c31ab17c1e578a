/** A note's own page, fetched and taken apart. One request brings text, outline and backlinks. */
import { GONE } from '../../contract/gone.ts';
import { MAIN_ID } from '../../contract/page.ts';

export interface NotePage {
  /** All that the page's `<main>` holds, its addresses made absolute, not yet in the document. */
  readonly text: HTMLElement;
  /** The same as it came, for what is shown gets buttons. Asked for seldom, and made anew each time. */
  readonly source: () => string;
  /** Style sheets that only some pages need: for formulas, for callouts. */
  readonly styles: readonly string[];
}

export type Failure = 'missing' | 'offline' | 'failed';

export class NotePageError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, message: string) {
    super(message);
    this.failure = failure;
  }
}

/**
 * @param oncome told when it begins to come, and when all of it has, before it is read
 * @throws {NotePageError} in words; an aborted fetch throws its own error.
 */
export async function fetchNotePage(url: URL, signal: AbortSignal, oncome?: () => void): Promise<NotePage> {
  let response: Response;
  try {
    response = await fetch(url, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    if (!navigator.onLine) throw new NotePageError('offline', 'The browser is offline.');
    throw new NotePageError('failed', 'The site did not answer.');
  }
  if (response.status === 404 || response.status === 410) {
    dispatchEvent(new Event(GONE));
    throw new NotePageError('missing', 'There is no such page.');
  }
  if (!response.ok) throw new NotePageError('failed', `The site answered ${response.status}.`);
  // Each of its parts would wait for another picture of the map.
  oncome?.();
  const html = await response.text();
  oncome?.();
  // Scripts of a parsed document never run, and its pictures load only once it is shown.
  const parse = (): Document => new DOMParser().parseFromString(html, 'text/html');
  const parsed = parse();
  const main = mainOf(parsed);
  if (main === null) throw new NotePageError('failed', 'What the site answered is no note.');
  // Read to where it was cut it would look like the whole.
  if (!html.includes('</main>')) throw new NotePageError('failed', 'Only a part of the note came.');
  return {
    text: takeText(main, url),
    source: () => takeText(mainOf(parse())!, url).innerHTML,
    styles: stylesOf(parsed, url),
  };
}

/**
 * The note that stands in this document already. Its addresses are made absolute: the address bar will move on.
 *
 * @param most elements of a text that is moved; a longer one is copied, and stays where it is seen
 */
export function presentNotePage(most: number): NotePage | null {
  const main = mainOf(document);
  if (main === null) return null;
  const url = new URL(document.baseURI);
  const isLong = main.getElementsByTagName('*').length > most;
  const text = takeText(isLong ? (main.cloneNode(true) as HTMLElement) : main, url);
  const source = text.innerHTML;
  return { text, source: () => source, styles: stylesOf(document, url) };
}

/** Adds a page's style sheet, once, and waits until it is there, or a moment if it doesn't come. */
export function ensureStyle(href: string): Promise<void> {
  const links = document.head.querySelectorAll<HTMLLinkElement>('link[data-hm-style]');
  if ([...links].some((link) => link.href === href)) return Promise.resolve();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  link.dataset['hmStyle'] = '';
  return new Promise((resolve) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    setTimeout(resolve, 1500);
    document.head.append(link);
  });
}

function stylesOf(page: Document, url: URL): string[] {
  const links = page.querySelectorAll('link[data-hm-style][href]');
  return Array.from(links, (link) => new URL(link.getAttribute('href')!, url).href);
}

function mainOf(page: Document): HTMLElement | null {
  const main = page.getElementById(MAIN_ID);
  return main?.localName === 'main' ? main : null;
}

function takeText(main: HTMLElement, url: URL): HTMLElement {
  for (const attribute of ['href', 'src', 'poster']) {
    for (const element of main.querySelectorAll(`[${attribute}]`)) {
      const value = element.getAttribute(attribute)!;
      if (value.startsWith('#') || !URL.canParse(value, url)) continue;
      element.setAttribute(attribute, new URL(value, url).href);
    }
  }
  const text = document.createElement('div');
  text.className = 'hm-page';
  text.append(...main.childNodes);
  return text;
}
