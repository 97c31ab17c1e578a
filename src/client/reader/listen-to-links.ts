/** Links of a note's text, told as what they mean. */
export interface LinkHandlers {
  /** A plain click, or with Shift, which asks to have it beside; true where the app goes there itself. */
  onfollow(url: URL, apart: boolean): boolean;
  /** The pointer or the focus is on a link, or on none. */
  onpoint(url: URL | null): void;
}

/** A Svelte attachment that listens on a whole text at once. Clicks that ask for a new tab pass. */
export function listenToLinks(handlers: LinkHandlers): (root: HTMLElement) => () => void {
  return (root) => {
    const listening = new AbortController();
    const options = { signal: listening.signal };
    root.addEventListener(
      'click',
      (event) => {
        const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.altKey;
        if (!plain || event.defaultPrevented) return;
        const url = linkAt(event.target);
        if (url !== null && handlers.onfollow(url, event.shiftKey)) event.preventDefault();
      },
      options,
    );
    let pointed: string | null = null;
    const point = (url: URL | null): void => {
      const now = url?.href ?? null;
      if (now === pointed) return;
      pointed = now;
      handlers.onpoint(url);
    };
    root.addEventListener(
      'pointerover',
      (event) => {
        if (event.pointerType !== 'touch') point(linkAt(event.target));
      },
      options,
    );
    root.addEventListener('pointerleave', () => point(null), options);
    root.addEventListener('focusin', (event) => point(linkAt(event.target)), options);
    root.addEventListener(
      'focusout',
      () => {
        // The text may be taken away just now, and then nothing else may change.
        const left = pointed;
        queueMicrotask(() => {
          if (pointed === left) point(null);
        });
      },
      options,
    );
    return () => {
      listening.abort();
      point(null);
    };
  };
}

function linkAt(target: EventTarget | null): URL | null {
  const link = target instanceof Element ? target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.hasAttribute('download')) return null;
  return URL.canParse(link.href) ? new URL(link.href) : null;
}
