/** What later visits are for: notes without a connection, and word of a newer site. Loaded after all else. */
import type { Component } from 'svelte';
import type { SiteFile } from '../contract/site.ts';
import { watchForNewer } from './newer-site.ts';
import { keepForOffline } from './offline.ts';
import NewerNotice from './shell/NewerNotice.svelte';

/** @param onnewer told once a newer site is there, with what says so. @returns how to stop. */
export function serveLaterVisits(
  root: URL,
  site: SiteFile,
  onnewer: (notice: Component) => void,
): () => void {
  const isLive = site.live !== undefined;
  void keepForOffline(root, site.offline !== false && !isLive);
  return isLive ? () => {} : watchForNewer(root, site, () => onnewer(NewerNotice));
}
