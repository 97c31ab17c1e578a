/** Parses notes on as many threads as help; each takes the next handful when it is done with its last. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { threadFile } from '../common/thread-file.ts';
import type { ParsedNote, Source } from '../common/types.ts';
import { withBody, withoutBody } from './lazy-body.ts';
import type { ParseOutcome, ParseSettings } from './parse.ts';

const HANDFUL = 24;
/** Another thread must load and warm up all of it again, which costs as much as parsing so many notes. */
const WORTH_A_THREAD = 1_500;
const MAX_THREADS = 8;

export interface ParseJob {
  readonly sources: readonly Source[];
  /** Nothing but these: threads get a copy. */
  readonly settings: ParseSettings;
  /** Threads beside this one at most; by default as many as the machine and the notes call for. */
  readonly workers?: number;
  /** Called for each note as soon as it is parsed. */
  readonly onParsed: (note: ParsedNote) => void;
  readonly onProgress?: (done: number) => void;
}

/** Outcomes in the order of the sources, whichever thread was faster. */
export async function parseAll({
  sources,
  settings,
  workers,
  onParsed,
  onProgress,
}: ParseJob): Promise<ParseOutcome[]> {
  const file = threadFile('parse-worker.js');
  // One more core is taken by the formulas.
  const wanted = workers ?? Math.min(MAX_THREADS, availableParallelism() - 2);
  const threads =
    file === null ? 0 : Math.max(0, Math.min(wanted, Math.floor(sources.length / WORTH_A_THREAD)));
  const outcomes = new Array<ParseOutcome>(sources.length);
  let next = 0;
  let done = 0;
  const take = (): { from: number; handful: readonly Source[] } => {
    const from = next;
    next = Math.min(sources.length, next + HANDFUL);
    return { from, handful: sources.slice(from, next) };
  };
  const put = (from: number, found: readonly ParseOutcome[]): void => {
    found.forEach((outcome, index) => {
      outcomes[from + index] = outcome;
      if (outcome.note !== null) onParsed(outcome.note);
    });
    onProgress?.((done += found.length));
  };

  const pool = Array.from({ length: threads }, () => runWorker(file!, settings, take, put));
  const own = async (): Promise<void> => {
    if (sources.length === 0) return;
    // The grammars of a hundred languages, which a build of unchanged notes does without.
    const { loadParser } = await import('./parse.ts');
    const parse = await loadParser(settings);
    for (let { from, handful } = take(); handful.length > 0; { from, handful } = take()) {
      put(
        from,
        handful.map((source) => unpack(withoutBody(parse(source)))),
      );
      // Lets the threads' answers in, and Ctrl-C.
      await new Promise(setImmediate);
    }
  };
  await Promise.all([own(), ...pool]);
  return outcomes;
}

type Packed = ReturnType<typeof withoutBody>;

function unpack({ bare, html, sections }: Packed): ParseOutcome {
  return withBody(bare, {
    html: () => Buffer.from(html.buffer, html.byteOffset, html.length).toString('utf8'),
    sections: () => sections,
  });
}

function runWorker(
  file: string,
  settings: ParseSettings,
  take: () => { from: number; handful: readonly Source[] },
  put: (from: number, found: readonly ParseOutcome[]) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: settings });
    let current = take();
    const send = (): void => {
      if (current.handful.length === 0) void worker.terminate().then(() => resolve());
      else worker.postMessage(current.handful);
    };
    worker.on('message', (found: Packed[]) => {
      put(current.from, found.map(unpack));
      current = take();
      send();
    });
    worker.on('error', reject);
    send();
  });
}
