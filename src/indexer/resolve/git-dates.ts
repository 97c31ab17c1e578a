/** Dates of notes from the history of the repository that they lie in, where the author asks for them. */
import { spawn } from 'node:child_process';
import type { Diagnostic, Severity } from '../../contract/diagnostic.ts';
import { isRecord } from '../../contract/site.ts';
import { readKept, writeKept } from '../cache/cache.ts';
import { diagnose } from '../common/diagnose.ts';
import { oneLine } from '../common/in-words.ts';
import { GitHistory, type FileDates } from './git-history.ts';

export type GitDates = ReadonlyMap<string, FileDates>;

export interface GitAnswer {
  /** By path from the folder. Empty where git has no answer. */
  readonly dates: GitDates;
  /** Why it has none. */
  readonly diagnostic: Diagnostic | null;
}

/** A history of a hundred thousand changes of notes has a twentieth of it. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_MILLISECONDS = 60_000;

/** Nothing of the repository's own settings runs another program or asks another machine. */
const SAFE = ['-c', 'core.fsmonitor=false', '-c', 'log.showSignature=false', '-c', 'protocol.allow=never'];
const LOG = [
  ...[
    'log',
    '-z',
    '--date-order',
    '--date=iso-strict',
    '--format=tformat:%x02%ad',
    '--name-status',
    '--relative',
  ],
  // Names that changed and nothing else: whatever else was changed would have to be compared, file by file.
  ...['-M100%', '--diff-filter=AMRT', '--no-ext-diff', '--no-textconv', '--no-color', '--no-notes'],
  ...['HEAD', '--', ':(icase)*.md', ':(icase)*.markdown'],
];

/** What of a repository is asked once, and again when it has another last commit. */
export class GitAsker {
  #last: { readonly head: string; readonly dates: GitDates } | null = null;

  /**
   * The dates of the notes in a folder.
   * @param cache folder of what is kept between runs
   * @param severity of the finding where there is no answer
   */
  async ask(folder: string, cache: string | null, severity: Severity): Promise<GitAnswer> {
    try {
      const head = await lastCommit(folder);
      if (this.#last?.head !== head) this.#last = { head, dates: await datesAt(head, folder, cache) };
      return { dates: this.#last.dates, diagnostic: null };
    } catch (error) {
      if (!(error instanceof NoHistory)) throw error;
      const suggestion = `${error.remedy} Until then the dates are those of the front matter.`;
      const place = { line: 1, column: 1 };
      const diagnostic = diagnose('no-git-dates', '.', place, error.message, suggestion, severity);
      return { dates: new Map(), diagnostic };
    }
  }
}

/** In words, why git has no answer, and what to do. */
class NoHistory extends Error {
  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}

async function lastCommit(folder: string): Promise<string> {
  let said = '';
  await git(folder, ['rev-parse', '--is-shallow-repository', 'HEAD'], (bytes) => {
    said += Buffer.from(bytes).toString('latin1');
  });
  const [shallow, head = ''] = said.trim().split('\n');
  if (shallow !== 'false') {
    throw new NoHistory(
      'the repository holds the last commits only (a shallow clone), so it does not know when notes were written',
      'Fetch the rest: "git fetch --unshallow", or "fetch-depth: 0" where GitHub checks it out.',
    );
  }
  return head;
}

async function datesAt(head: string, folder: string, cache: string | null): Promise<GitDates> {
  const key = JSON.stringify([head, folder]);
  const kept = cache === null ? null : checked(readKept(cache, 'git-dates', key));
  if (kept !== null) return kept;
  const history = new GitHistory();
  await git(folder, LOG, (bytes) => history.take(bytes));
  const { dates } = history;
  if (cache !== null) await writeKept(cache, 'git-dates', key, [...dates]);
  return dates;
}

/** What the cache says, if it is what was written there. */
function checked(value: unknown): GitDates | null {
  if (!Array.isArray(value)) return null;
  const entries = value as unknown[];
  const isEntry = (entry: unknown): entry is [string, FileDates] =>
    Array.isArray(entry) && typeof entry[0] === 'string' && isRecord(entry[1]);
  return entries.every(isEntry) ? new Map(entries) : null;
}

/** Runs git without a shell. @throws {NoHistory} in words */
function git(
  folder: string,
  command: readonly string[],
  onOutput: (bytes: Uint8Array) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', [...SAFE, '-C', folder, ...command], {
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      timeout: MOST_MILLISECONDS,
      killSignal: 'SIGKILL',
    });
    let bytes = 0;
    let complaint = '';
    child.stdout.on('data', (chunk: Uint8Array) => {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) child.kill('SIGKILL');
      else onOutput(chunk);
    });
    child.stderr.on('data', (chunk: Uint8Array) => {
      if (complaint.length < 4_000) complaint += Buffer.from(chunk).toString();
    });
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'ENOENT'
          ? new NoHistory('there is no git on this machine', 'Install git.')
          : new NoHistory(`git can't be run (${error.code ?? error.message})`, 'Check that it may be.'),
      ),
    );
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else if (signal === null) reject(inWords(complaint));
      else reject(new NoHistory('the history is too long to be read', 'Ask for no dates from git.'));
    });
  });
}

/** The folder's own repository is asked, also from within a hook of another one; and in one language. */
function environment(): NodeJS.ProcessEnv {
  const elsewhere = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|NAMESPACE|TRACE.*)$/;
  const own = Object.entries(process.env).filter(([name]) => !elsewhere.test(name));
  const quiet = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' };
  return { ...Object.fromEntries(own), ...quiet, LC_ALL: 'C', LANGUAGE: '' };
}

/** Without the path of the folder: findings are published. */
function inWords(complaint: string): NoHistory {
  if (/dubious ownership|unsafe repository/.test(complaint)) {
    return new NoHistory(
      'git does not trust the repository, because it belongs to another user of this machine',
      'If you do, name it to git: "git config --global --add safe.directory <the repository’s folder>".',
    );
  }
  if (/not a git repository/.test(complaint)) {
    return new NoHistory(
      'the notes lie in no git repository',
      'Commit them to one, or ask for no dates from git.',
    );
  }
  if (/unknown revision|bad revision/.test(complaint)) {
    return new NoHistory('the repository has no commit yet', 'Commit the notes.');
  }
  const first = complaint.split('\n').find((line) => line.trim() !== '') ?? 'it gave no reason';
  const said = oneLine(first.replace(/'(?:\/|[A-Za-z]:)[^']*'/g, 'the folder')).slice(0, 300);
  return new NoHistory(`git has no answer: ${said}`, 'Look what "git log" says there.');
}
