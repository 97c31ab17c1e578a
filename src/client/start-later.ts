import { soon } from './graph/garden/soon.ts';

/**
 * Loads and starts what the first picture does without.
 * @param start gives what stops it; where it doesn't come, nothing is started
 * @param after milliseconds at least
 * @returns what stops it, or keeps it from being started
 */
export function startLater(start: () => Promise<() => void>, after: number): () => void {
  let isLeft = false;
  let stop = (): void => {};
  const leave = soon(() => {
    start().then(
      (started) => {
        if (isLeft) started();
        else stop = started;
      },
      () => {},
    );
  }, after);
  return () => {
    isLeft = true;
    leave();
    stop();
  };
}
