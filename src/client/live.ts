/** Follows a site that is served while its notes are edited. */
import { readLiveMessage, type LiveMessage } from '../contract/live.ts';

/** Tells each message; what is none is passed over. Returns how to stop. */
export function followLive(url: URL, onMessage: (message: LiveMessage) => void): () => void {
  const stream = new EventSource(url);
  stream.addEventListener('message', (event: MessageEvent<string>) => {
    try {
      onMessage(readLiveMessage(event.data));
    } catch {
      // A server of another version; the page stays as it is.
    }
  });
  return () => stream.close();
}
