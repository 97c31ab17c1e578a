/** The page around the frame: hears what happens on the map, and says which colours it is to have. */
import { readHostMessage, sealed, type FrameMessage, type HostMessage } from '../../contract/embed.ts';

export interface Host {
  /** Waits until the element has answered. */
  send(message: FrameMessage): void;
  /** Whether an element has answered. */
  readonly isThere: boolean;
}

/** Says that the frame listens. Whoever answers first is the host from then on: the window around, from that origin. */
export function findHost(onTold: (message: HostMessage) => void): Host {
  let origin: string | null = null;
  let waiting: FrameMessage[] = [];
  const post = (message: FrameMessage): void => {
    // A page without an origin can't be named; what is said is public.
    parent.postMessage(sealed(message), origin === null || origin === 'null' ? '*' : origin);
  };
  if (parent !== window) {
    addEventListener('message', (event) => {
      if (event.source !== parent || (origin !== null && event.origin !== origin)) return;
      const message = readHostMessage(event.data);
      if (message === null) return;
      origin = event.origin;
      onTold(message);
      waiting.forEach(post);
      waiting = [];
    });
    post({ kind: 'hello' });
  }
  return {
    send(message) {
      if (origin === null) waiting.push(message);
      else post(message);
    },
    get isThere() {
      return origin !== null;
    },
  };
}
