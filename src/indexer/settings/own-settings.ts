/** Hearthmap's own configuration: `hearthmap.toml` (or .yaml, .json) beside the notes, over `params.hearthmap` of a Hugo blog. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic, Severity } from '../../contract/diagnostic.ts';
import { isRecord, type NamedView } from '../../contract/site.ts';
import { nearestOf } from '../../query/distance.ts';
import { diagnose } from '../common/diagnose.ts';
import { Positions, type Position } from '../common/positions.ts';
import { readBlogAddress, type BlogAddress } from './blog-address.ts';
import { patternFits, type Exclusion } from './exclusions.ts';
import { readViews } from './named-views.ts';
import { readMacros, type OwnMacros } from './own-macros.ts';
import { inShort, readGuardedSettings, Settings } from './settings.ts';

const OWN_FILES = ['toml', 'yaml', 'yml', 'json'].map((extension) => `hearthmap.${extension}`);
/** Those that are on or off. */
const SWITCHES = ['wikilinks', 'dollarMath', 'offline', 'pictures'] as const;
const KEYS = [
  ...SWITCHES,
  'views',
  'dates',
  'language',
  'macros',
  'exclude',
  'baseURL',
  'permalinks',
] as const;

export interface OwnSettings extends BlogAddress {
  readonly views: readonly NamedView[];
  /** Undefined where nothing is said. */
  readonly wikilinks?: boolean;
  readonly dollarMath?: boolean;
  /** Whether browsers keep what was read for when they are offline. */
  readonly offline?: boolean;
  /** Whether each note has its map as a picture. */
  readonly pictures?: boolean;
  /** The author's commands for formulas. */
  readonly macros: OwnMacros;
  /** Notes to leave out by where they lie; none in a Hugo site. */
  readonly exclude: readonly Exclusion[];
  /** Where dates come from that the front matter doesn't tell. */
  readonly dates?: 'git';
}

/** What tells the author about the settings: where something stands, and what is wrong with it. */
export class Remarks {
  readonly #file: string;
  readonly #text: string;
  /** Without comments, at the same places. */
  readonly #said: string;
  /** Where the part begins that is looked at. */
  readonly #start: number;
  readonly #diagnostics: Diagnostic[];

  constructor(root: string, file: string, diagnostics: Diagnostic[], mark = /^/) {
    this.#file = file;
    this.#diagnostics = diagnostics;
    this.#text = textOf(path.join(root, file));
    this.#said = this.#text.replace(/^[ \t]*#.*$/gm, (comment) => ' '.repeat(comment.length));
    this.#start = Math.max(0, this.#said.search(mark));
  }

  /** Of the first file that has the mark, or else of the first. */
  static ofFirst(root: string, files: readonly string[], mark: RegExp, diagnostics: Diagnostic[]): Remarks {
    const file = files.find((name) => mark.test(textOf(path.join(root, name)))) ?? files[0]!;
    return new Remarks(root, file, diagnostics, mark);
  }

  /** @param marks texts of the file, the outer before the inner: what is meant stands at the last */
  tell(marks: readonly string[], message: string, suggestion: string, severity?: Severity): void {
    this.#diagnostics.push(this.of(marks, message, suggestion, severity));
  }

  /** What `tell` would tell. */
  of(
    marks: readonly string[],
    message: string,
    suggestion: string,
    severity: Severity = 'warning',
  ): Diagnostic {
    return diagnose('bad-configuration', this.#file, this.#find(marks), message, suggestion, severity);
  }

  #find(marks: readonly string[]): Position {
    let at = marks.length === 0 ? 0 : this.#start;
    for (const mark of marks) {
      // The way it is written may differ from what it means, such as by a backslash; keys don't heed case.
      const found = this.#said.indexOf(mark, at);
      const alike = found < 0 ? indexOfAlike(this.#said, mark, at) : found;
      if (mark === '' || alike < 0) continue;
      at = alike;
    }
    return new Positions(this.#text).at(at);
  }
}

/**
 * Looks beside the configuration or, where there is none, beside the notes.
 * @param hugo what a Hugo configuration says of Hearthmap, or null
 * @param hugoFiles those that it was read from
 */
export function readOwnSettings(
  root: string,
  content: string,
  hugo: Settings | null,
  hugoFiles: readonly string[],
  diagnostics: Diagnostic[],
): OwnSettings {
  const folders = [...new Set(['', path.relative(root, content)])];
  const names = folders.flatMap((folder) => OWN_FILES.map((name) => path.join(folder, name)));
  const found = names.filter((name) => statSync(path.join(root, name), { throwIfNoEntry: false })?.isFile());
  const [own, ...others] = found;
  for (const name of others) {
    new Remarks(root, name, diagnostics).tell(
      [],
      `is not read, since there is ${own!} too`,
      'Keep one of them.',
    );
  }
  const sources: [Settings, Remarks][] = [];
  if (hugo !== null && hugo.entries().length > 0) {
    sources.push([hugo, Remarks.ofFirst(root, hugoFiles, /hearthmap/i, diagnostics)]);
  }
  if (own !== undefined) {
    const read = readGuardedSettings(root, own, hugo === null ? ['exclude'] : [], diagnostics);
    const remarks = new Remarks(root, own, diagnostics);
    // An empty file says nothing.
    if (!isRecord(read) && read !== null) {
      remarks.tell([], 'holds no settings with values', 'Write a line for each, such as pictures = false.');
    }
    sources.push([new Settings(read), remarks]);
  }
  for (const [settings, remarks] of sources) tellUnknown(settings, remarks);
  for (const [settings, remarks] of sources) tellUnlikeSwitches(settings, remarks);
  const last = (key: string): boolean | undefined =>
    sources.map(([settings]) => settings.maybe(key)).findLast((value) => value !== undefined);
  const [wikilinks, dollarMath] = [last('wikilinks'), last('dollarmath')];
  const [offline, pictures] = [last('offline'), last('pictures')];
  const dated = sources.findLast(([settings]) => settings.has('dates'));
  const isGit = dated?.[0].text('dates') === 'git';
  if (dated !== undefined && !isGit) {
    dated[1].tell(['dates'], 'has "dates" that are not "git"', 'Write dates = "git", or drop the line.');
  }
  // Which notes there are must be known before their folder is: a Hugo site's own configuration alone can say it.
  for (const [settings, remarks] of sources) {
    if (!settings.has('language')) continue;
    if (settings === hugo) {
      if (settings.text('language') !== null) continue;
      remarks.tell(
        ['language'],
        'has a "language" that is no name',
        'Write language = "en", or another of the site’s.',
      );
      continue;
    }
    const suggestion =
      'Write it in the configuration of a Hugo site that has languages: params.hearthmap.language.';
    remarks.tell(
      ['language'],
      'has "language", which counts for a Hugo site’s own configuration',
      suggestion,
    );
  }
  const viewed = sources.findLast(([settings]) => settings.has('views'));
  const defined = sources.findLast(([settings]) => settings.has('macros'));
  const excluding = sources.findLast(([settings]) => settings.has('exclude'));
  const isHugo = hugoFiles.length > 0;
  return {
    ...sources.reduce<BlogAddress>(
      (said, [settings, remarks]) => ({ ...said, ...readBlogAddress(settings, remarks, isHugo) }),
      {},
    ),
    exclude: excluding === undefined ? [] : readExclude(...excluding, isHugo),
    macros: defined === undefined ? [] : readMacros(defined[0].value('macros'), defined[1]),
    views: viewed === undefined ? [] : readViews(viewed[0].list('views'), viewed[1]),
    ...(wikilinks === undefined ? {} : { wikilinks }),
    ...(dollarMath === undefined ? {} : { dollarMath }),
    ...(offline === undefined ? {} : { offline }),
    ...(pictures === undefined ? {} : { pictures }),
    ...(isGit ? { dates: 'git' } : {}),
  };
}

function readExclude(settings: Settings, remarks: Remarks, isHugo: boolean): Exclusion[] {
  if (isHugo) {
    const suggestion = 'Name there what neither of the two should read.';
    remarks.tell(['exclude'], 'has "exclude", for which a Hugo site has ignoreFiles', suggestion);
    return [];
  }
  const value = settings.value('exclude');
  const listed: readonly unknown[] = Array.isArray(value) ? value : [value];
  return listed.flatMap((written) => {
    const fits = typeof written === 'string' ? patternFits(written) : null;
    if (typeof written === 'string' && fits !== null) {
      const seen = inShort(written);
      const message = `has ${seen} in "exclude", where no note lies`;
      const idle = [remarks.of(['exclude', seen], message, 'Mend the name, or drop it.')];
      return { written, fits, idle };
    }
    const message = `has ${inShort(written)} in "exclude", which is no path or pattern of one`;
    remarks.tell(['exclude'], message, 'Write a list such as exclude = ["Private", "**/drafts"].', 'error');
    return [];
  });
}

function tellUnknown(settings: Settings, remarks: Remarks): void {
  if (settings.has('views') && !Array.isArray(settings.value('views'))) {
    remarks.tell(['views'], 'has "views" that are no list', 'Write [[views]] with a name for each.');
  }
  for (const [key] of settings.entries()) {
    if (KEYS.some((known) => known.toLowerCase() === key)) continue;
    const near = nearestOf(
      key,
      KEYS.map((known) => known.toLowerCase()),
    );
    const meant = KEYS.find((known) => known.toLowerCase() === near);
    remarks.tell(
      [key],
      `has the setting "${key}", which Hearthmap doesn't know`,
      meant === undefined ? `It knows ${KEYS.join(', ')}.` : `Did you mean "${meant}"?`,
    );
  }
}

const ON = /^"?(?:true|yes|on|1)"?$/i;
const OFF = /^"?(?:false|no|off|0)"?$/i;

function tellUnlikeSwitches(settings: Settings, remarks: Remarks): void {
  for (const key of SWITCHES) {
    const value = settings.value(key.toLowerCase());
    if (value === undefined || typeof value === 'boolean') continue;
    const seen = inShort(value);
    const isText = typeof value === 'string';
    const meant = ON.test(seen) ? 'true' : OFF.test(seen) ? 'false' : 'true or false';
    remarks.tell(
      [key],
      `has "${key}" set to ${seen}, which is neither true nor false`,
      `Write ${meant}${isText ? ', without quotation marks' : ''}.`,
    );
  }
}

function indexOfAlike(text: string, mark: string, from: number): number {
  const pattern = new RegExp(mark.replace(/[^\p{L}\p{N}]/gu, String.raw`\$&`), 'gi');
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n');
  } catch {
    return '';
  }
}
