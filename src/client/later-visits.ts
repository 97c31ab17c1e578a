/** What later visits are for: notes without a connection, and word of a newer site. Loaded after all else. */
import type { Component } from 'svelte';
import type { SiteFile } from '../contract/site.ts';
import { watchForNewer } from './newer-site.ts';
import { keepForOffline } from './offline.ts';
import type { ReaderSession } from './reader/session.svelte.ts';
import type { SearchSession } from './search/session.svelte.ts';
import NewerNotice from './shell/NewerNotice.svelte';

/** Milliseconds: a connection is told of a moment before it is there. */
const BACK_AFTER = 1_000;

/** @param onnewer told once a newer site is there, with what says so. @returns how to stop. */
export function serveLaterVisits(
  root: URL,
  site: SiteFile,
  reader: ReaderSession,
  search: SearchSession,
  onnewer: (notice: Component) => void,
): () => void {
  const isLive = site.live !== undefined;
  void keepForOffline(root, site.offline !== false && !isLive);
  /** What did not come for lack of a connection. */
  const askAgain = (): void => {
    setTimeout(() => {
      if (reader.reading.kind === 'offline') reader.reload();
      if (search.status === 'failed') search.open();
    }, BACK_AFTER);
  };
  addEventListener('online', askAgain);
  if (navigator.onLine) askAgain();
  const stop = isLive ? () => {} : watchForNewer(root, site, () => onnewer(NewerNotice));
  return () => {
    removeEventListener('online', askAgain);
    stop();
  };
}
