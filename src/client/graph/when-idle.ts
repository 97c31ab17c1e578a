/** Milliseconds until it is done anyway. */
const LATEST = 1_000;

/** Does what can wait, once the browser has nothing else to do. Returns how to leave it. */
export function whenIdle(act: () => void): () => void {
  // Safari has no such request.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(act, LATEST / 5);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(act, { timeout: LATEST });
  return () => cancelIdleCallback(request);
}
