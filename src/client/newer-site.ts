/** Tells when the notes were published anew since this page was opened. Loaded after all else. */
import type { SiteFile } from '../contract/site.ts';
import { loadSite } from './site-data.ts';

/** Milliseconds from one look to the next. */
const PAUSE = 5 * 60_000;

/** Looks when the reader comes back to the page. Returns how to stop. */
export function watchForNewer(root: URL, site: SiteFile, onnewer: () => void): () => void {
  const known = JSON.stringify(site);
  let last = performance.now();
  const look = (): void => {
    if (document.hidden || performance.now() - last < PAUSE) return;
    last = performance.now();
    loadSite(root).then(
      (now) => {
        if (JSON.stringify(now) === known) return;
        stop();
        onnewer();
      },
      () => {
        // Offline, or just being published: the next look tells.
      },
    );
  };
  const stop = (): void => document.removeEventListener('visibilitychange', look);
  document.addEventListener('visibilitychange', look);
  return stop;
}
