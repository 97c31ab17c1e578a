import { number } from '../common/in-words.ts';

/** What is over sooner needs no progress. */
const PATIENCE_MS = 1000;
/** Between two drawings of the line of a terminal. */
const FRAME_MS = 80;
/** Between two lines of a log. */
const LOG_MS = 10_000;

export interface Progress {
  readonly onProgress: (stage: string, done: number, total: number) => void;
  /** Clears the line of a terminal, so that the next text stands alone, and is silent from then on. */
  readonly end: () => void;
}

export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/**
 * Says how far a build is: on a terminal in one line that is drawn anew, elsewhere in a line now and then.
 * @param now milliseconds of a clock that only goes forward
 */
export function createProgress(
  stream: ProgressStream,
  now: () => number = () => performance.now(),
): Progress {
  const start = now();
  let last = -Infinity;
  let isDrawn = false;
  let isOver = false;
  let logged = '';
  return {
    onProgress(stage, done, total) {
      const time = now();
      if (isOver || time - start < PATIENCE_MS) return;
      const text = done > 0 && total > 1 ? `${stage}: ${number(done)} of ${number(total)}` : stage;
      if (stream.isTTY === true) {
        if (time - last < FRAME_MS) return;
        stream.write(`\r\x1b[2K${text.slice(0, Math.max(20, (stream.columns ?? 80) - 1))}`);
        isDrawn = true;
      } else {
        if (stage === logged && time - last < LOG_MS) return;
        stream.write(`${text}\n`);
        logged = stage;
      }
      last = time;
    },
    end() {
      if (isDrawn) stream.write('\r\x1b[2K');
      isDrawn = false;
      isOver = true;
    },
  };
}
