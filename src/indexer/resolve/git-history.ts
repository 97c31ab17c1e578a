/**
 * When each file came into a repository and when it was changed last, from what
 * `git log -z --date=iso-strict --format=tformat:%x02%ad --name-status -M100%` prints, the newest commit first.
 */

/** As the commits' authors counted time. */
export interface FileDates {
  /** ISO days. */
  readonly created: string;
  readonly modified: string;
  /** ISO moment of the last commit, with its zone. */
  readonly last: string;
}

/** Begins a commit; where it stands, a status would have a letter. */
const COMMIT = '\x02';
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:]{8}(?:Z|[+-]\d{2}:\d{2})$/;

interface Found {
  created: string;
  modified: string;
  readonly last: string;
}

/** Takes the output piece by piece. */
export class GitHistory {
  readonly #decoder = new TextDecoder();
  #rest = '';
  #moment: string | null = null;
  #day = '';
  #status = '';
  /** The old name, where a new one follows. */
  #from: string | null = null;
  /** By the name that files have now. */
  readonly #dates = new Map<string, Found>();
  /** By the name that they had at the commit which is read; null for a name that was given to a new file there. */
  readonly #open = new Map<string, Found | null>();

  take(bytes: Uint8Array): void {
    const parts = (this.#rest + this.#decoder.decode(bytes, { stream: true })).split('\0');
    this.#rest = parts.pop()!;
    for (const part of parts) this.#read(part);
  }

  /** Of all files that are known by now, those that were deleted among them. */
  get dates(): ReadonlyMap<string, FileDates> {
    return this.#dates;
  }

  #read(part: string): void {
    if (this.#status === '') {
      const text = part.startsWith('\n') ? part.slice(1) : part;
      if (text.startsWith(COMMIT)) this.#commit(text.slice(1));
      else this.#status = text;
    } else if (/^[RC]/.test(this.#status) && this.#from === null) {
      this.#from = part;
    } else {
      this.#file(this.#status.slice(0, 1), part, this.#from);
      this.#status = '';
      this.#from = null;
    }
  }

  #commit(written: string): void {
    // Older git writes UTC another way.
    this.#moment = MOMENT.test(written) ? written.replace(/\+00:00$/, 'Z') : null;
    this.#day = written.slice(0, 10);
  }

  #file(status: string, name: string, from: string | null): void {
    const day = this.#day;
    if (this.#moment === null) return;
    let found = this.#open.get(name);
    // Further back, the name was another file's.
    if (found === null) return;
    if (found === undefined) {
      found = { created: day, modified: day, last: this.#moment };
      this.#dates.set(name, found);
      this.#open.set(name, found);
    }
    // Authors' days need not be in the order of the commits.
    if (day < found.created) found.created = day;
    if (day > found.modified) found.modified = day;
    if (status === 'M' || status === 'T') return;
    this.#open.set(name, null);
    if (status === 'R' && from !== null) this.#open.set(from, found);
  }
}
