/** Resolves the references of all notes, and none again that can't have changed. */
import type { Diagnostic } from '../../contract/diagnostic.ts';
import { readKept, writeKept } from '../cache/cache.ts';
import { diagnose } from '../common/diagnose.ts';
import { memo, sameItems } from '../common/memo.ts';
import type { ParsedNote } from '../common/types.ts';
import type { Configuration } from '../settings/configuration.ts';
import { tellSpaces } from './hugo-spaces.ts';
import { createNames, stemOf, type NamedNote, type Names } from './names.ts';
import type { NearestNames } from './nearest.ts';
import { NO_OTHERS, type OtherLanguages } from './other-languages.ts';
import type { OtherPage } from './other-pages.ts';
import { permalinksOf } from './permalink.ts';
import { resolveNote } from './resolve.ts';
import type { ResolvedNote } from './resolved-note.ts';
import { slugsOf } from './slug.ts';

export interface Resolved {
  readonly notes: readonly ResolvedNote[];
  readonly names: Names;
  readonly diagnostics: readonly Diagnostic[];
}

/** All that names decide, which is the same until one of them changes. */
interface Naming {
  /** Of the configuration and the files, then of each note. */
  readonly keys: readonly string[];
  readonly names: Names;
  readonly permalinks: readonly string[];
  readonly slugs: readonly string[];
  /** What is told of names with spaces. */
  readonly spaces: readonly Diagnostic[];
  readonly found: WeakMap<ParsedNote, Found>;
}

interface Found {
  readonly resolved: ResolvedNote;
  readonly diagnostics: readonly Diagnostic[];
}

/** Answers to "which name was meant": a search through all names for each ghost. */
const NEAREST = 'nearest';
type Answers = NearestNames['answers'];

/** Keeps what it found: as long as no name changes, a note that is the same leads where it led. */
export class Resolver {
  readonly #cache: string | null;
  #naming: Naming | null = null;
  #isKept = false;

  /** @param cache folder for what outlives the program, or null */
  constructor(cache: string | null = null) {
    this.#cache = cache;
  }

  /** Writes down for the next build what took long. A server that stays has it in memory, and does so once. */
  async keep(): Promise<void> {
    const nearest = this.#naming?.names.nearest;
    if (this.#cache === null || this.#isKept || nearest === undefined) return;
    this.#isKept = true;
    if (nearest.searches > 0) await writeKept(this.#cache, NEAREST, nearest.key, nearest.answers);
  }

  /** @param filed pages of the blog that are no notes */
  run(
    notes: readonly ParsedNote[],
    configuration: Configuration,
    assets: readonly string[],
    others: OtherLanguages = NO_OTHERS,
    filed: readonly OtherPage[] = [],
  ): Resolved {
    const naming = this.#nameAll(notes, configuration, assets, others, filed);
    const { names, permalinks, slugs, found } = naming;
    const diagnostics = [...findDuplicates(notes, permalinks, configuration.kind), ...naming.spaces];
    const resolved = notes.map((note, from): ResolvedNote => {
      let known = found.get(note);
      if (known === undefined) {
        const { resolutions, diagnostics } = resolveNote(from, names, note, configuration);
        const resolved = { note, slug: slugs[from]!, permalink: permalinks[from]!, resolutions };
        found.set(note, (known = { resolved, diagnostics }));
      }
      for (const diagnostic of known.diagnostics) diagnostics.push(diagnostic);
      return known.resolved;
    });
    return { notes: resolved, names, diagnostics };
  }

  #nameAll(
    notes: readonly ParsedNote[],
    configuration: Configuration,
    assets: readonly string[],
    others: OtherLanguages,
    filed: readonly OtherPage[],
  ): Naming {
    const keys = [JSON.stringify([configuration, assets, others, filed], withMaps), ...notes.map(nameKey)];
    const before = this.#naming;
    if (before !== null && sameItems(keys, before.keys)) return before;
    const all = permalinksOf([...notes, ...filed], configuration);
    const permalinks = all.slice(0, notes.length);
    const pages = filed.map((other, index) => ({ ...other, target: all[notes.length + index]! }));
    const named = notes.map((note, index): NamedNote => ({ note, permalink: permalinks[index]! }));
    const names = createNames(named, assets, configuration, others, pages);
    if (before === null && this.#cache !== null)
      names.nearest.learn((readKept(this.#cache, NEAREST, names.nearest.key) ?? []) as Answers);
    return (this.#naming = {
      keys,
      names,
      permalinks,
      spaces: tellSpaces(notes, permalinks, configuration),
      slugs: slugsOf(notes.map(({ path }) => path)),
      found: new WeakMap(),
    });
  }
}

/** What other notes may call a note by. */
const nameKey = memo(({ path, title, frontMatter, headings, ids }: ParsedNote) =>
  JSON.stringify([path, title, frontMatter, headings, ids]),
);

/** JSON writes maps and sets as if they were empty. */
function withMaps(_: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value;
}

/** Two notes of one address on the blog; where there is no blog, of one path but for the letters' case. */
function findDuplicates(
  notes: readonly ParsedNote[],
  permalinks: readonly string[],
  kind: Configuration['kind'],
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const first = new Map<string, string>();
  for (const [index, note] of notes.entries()) {
    const permalink = permalinks[index]!;
    const key = kind === 'hugo' ? permalink : stemOf(note.path);
    const other = first.get(key);
    if (other === undefined || key === '') {
      first.set(key, note.file ?? note.path);
      continue;
    }
    const [message, suggestion] =
      kind === 'hugo'
        ? [
            `has the same address as ${other} (${permalink}) on the blog`,
            'Rename one of them, or give it a slug of its own.',
          ]
        : [`has the name of ${other}, written another way`, 'Rename one of them.'];
    diagnostics.push(diagnose('duplicate-note', note.path, { line: 1, column: 1 }, message, suggestion));
  }
  return diagnostics;
}
