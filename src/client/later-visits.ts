/** What later visits are for: notes without a connection, and word of a newer site. Loaded after all else. */
import type { SiteFile } from '../contract/site.ts';
import { watchForNewer } from './newer-site.ts';
import { keepForOffline } from './offline.ts';

/** @returns how to stop. */
export function serveLaterVisits(root: URL, site: SiteFile, onnewer: () => void): () => void {
  const isLive = site.live !== undefined;
  void keepForOffline(root, site.offline !== false && !isLive);
  return isLive ? () => {} : watchForNewer(root, site, onnewer);
}
