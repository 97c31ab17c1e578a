/** Tells when the notes were published anew since this page was opened. Loaded after all else. */
import { GONE } from '../contract/gone.ts';
import type { SiteFile } from '../contract/site.ts';
import { loadSite } from './site-data.ts';

/** What Vite tells to the window where a script that is loaded later did not come. */
const LACKS_SCRIPT = 'vite:preloadError';
/** Milliseconds from one look to the next. */
const PAUSE = 5 * 60_000;
/** Where files are gone without a newer build, each of them tells so. */
const GONE_PAUSE = 1_000;

/** Looks when the reader comes back to the page, and when a file of the build is gone. Returns how to stop. */
export function watchForNewer(root: URL, site: SiteFile, onnewer: () => void): () => void {
  const known = JSON.stringify(site);
  let last = performance.now();
  let lastGone = -Infinity;
  const look = (): void => {
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
  const isBack = (): void => {
    if (!document.hidden && performance.now() - last >= PAUSE) look();
  };
  const isGone = (): void => {
    if (performance.now() - lastGone < GONE_PAUSE) return;
    lastGone = performance.now();
    look();
  };
  const stop = (): void => {
    document.removeEventListener('visibilitychange', isBack);
    for (const event of [GONE, LACKS_SCRIPT]) removeEventListener(event, isGone);
  };
  document.addEventListener('visibilitychange', isBack);
  for (const event of [GONE, LACKS_SCRIPT]) addEventListener(event, isGone);
  return stop;
}
