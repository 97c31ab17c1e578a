/** Each build of notes that are being edited: only a site that is served live has any. */
import { readLiveMessage, type LiveMessage } from '../contract/live.ts';
import { movedEnds } from './moved-end.ts';
import type { Navigation } from './navigation.ts';
import { loadMap, loadSite } from './site-data.ts';
import type { Source } from './source.svelte.ts';

/** Notes that are named at most. */
const MOST_TOLD = 3;

/** Takes in each build that the stream at this address tells of. Returns how to stop. @param onRebuilt told when pages may have changed */
export function followBuilds(
  source: Source,
  navigation: Navigation,
  live: string,
  onRebuilt: () => void,
): () => void {
  const stream = new EventSource(new URL(live, source.root));
  let build: string | null = null;
  stream.addEventListener('message', (event: MessageEvent<string>) => {
    let message: LiveMessage;
    try {
      message = readLiveMessage(event.data);
    } catch {
      // A server of another version; the page stays as it is.
      return;
    }
    source.problem = wordsOf(message);
    if (message.build === build) return;
    build = message.build;
    // For the first message too: between the page and the stream there may have been an edit.
    refresh(source, navigation, () => message.build === build).then(
      (isTaken) => {
        if (isTaken) onRebuilt();
      },
      () => {
        // The next build tells again.
      },
    );
  });
  return () => {
    stream.close();
    build = null;
  };
}

function wordsOf({ problem, held }: LiveMessage): string | null {
  if (problem !== null) return `The last build failed; you see the one before. ${problem}`;
  if (held.length === 0) return null;
  const more = held.length > MOST_TOLD ? `; and ${held.length - MOST_TOLD} more` : '';
  return `Shown as it was before, until this is mended: ${held.slice(0, MOST_TOLD).join('; ')}${more}`;
}

/**
 * Of two builds in a row, the answers may come in the opposite order.
 * @param isNewest whether no other build was told since
 * @returns whether it is shown now
 */
async function refresh(source: Source, navigation: Navigation, isNewest: () => boolean): Promise<boolean> {
  const site = await loadSite(source.root);
  const garden = site.map === source.site?.map ? null : await loadMap(site, source.root);
  if (!isNewest()) return false;
  if (garden !== null) {
    const { explorer } = source;
    const change = explorer.garden && movedEnds(explorer.address, explorer.garden, garden);
    explorer.garden = garden;
    if (change !== null) navigation.adjust(change);
  }
  if (JSON.stringify(site) !== JSON.stringify(source.site)) source.take(site);
  return true;
}
