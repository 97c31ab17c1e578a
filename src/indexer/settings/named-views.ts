/** The views of the map that the author named, from unknown settings to parts of addresses. */
import {
  COLOURINGS,
  DIRECTIONS,
  GROUP_COLOURS,
  MAX_DEPTH,
  MIN_DEPTH,
  MOST_GROUPS,
  MOST_LINKS,
} from '../../contract/choice.ts';
import { isRecord, NO_VIEW, type NamedView } from '../../contract/site.ts';
import { nearestOf } from '../../query/distance.ts';
import { parse } from '../../query/parse.ts';
import { inShort, Settings } from './settings.ts';

/** Takes what is wrong with the settings; `marks` lead to the place. */
export interface ViewRemarks {
  readonly tell: (marks: readonly string[], message: string, suggestion: string) => void;
}

const MOST_VIEWS = 50;
const KEYS = [
  ...[
    'name',
    'first',
    'only',
    'groups',
    'colour',
    'view',
    'depth',
    'follow',
    'hide',
    'also',
    'tag',
    'folder',
    'links',
  ],
];
/** What each value may be, and how it is called where it is something else. */
const KINDS: readonly [
  keys: readonly string[],
  has: (value: unknown) => boolean,
  otherwise: string,
  meant: string,
][] = [
  [['first'], (value) => typeof value === 'boolean', 'neither true nor false', 'Write true or false.'],
  [
    ['only', 'colour', 'view', 'follow', 'tag', 'folder'],
    (value) => typeof value === 'string',
    'no text',
    'Write it in quotation marks.',
  ],
  [['groups'], Array.isArray, 'no list', 'Write [{ query = "tag:physics", colour = "blue" }].'],
  [
    ['hide', 'also'],
    (value) => [value].flat().every((entry) => typeof entry === 'string'),
    'no list of names',
    'Write each name in quotation marks.',
  ],
];
const HIDDEN = ['orphans', 'ghosts'] as const;
const ALSO = ['tags', 'attachments'] as const;

export function readViews(list: readonly unknown[], remarks: ViewRemarks): NamedView[] {
  const views: NamedView[] = [];
  if (list.length > MOST_VIEWS) {
    remarks.tell(['views'], `has ${list.length} views; the first ${MOST_VIEWS} are taken`, 'Drop some.');
  }
  for (const entry of list.slice(0, MOST_VIEWS)) {
    const reader = new ViewReader(entry, remarks);
    const { name } = reader;
    if (name === null) {
      remarks.tell(['views'], `has a view without a name`, 'Give it a name, such as name = "Physics".');
      continue;
    }
    const id = idOf(name, new Set(views.map((view) => view.id)));
    const isFirst = reader.first && !views.some((view) => view.first);
    if (reader.first && !isFirst) {
      remarks.tell([name], `has more than one first view; "${name}" is not it`, 'Keep one of them.');
    }
    views.push({ id, name, address: reader.address(), ...(isFirst ? { first: true } : {}) });
  }
  return views;
}

/** A name as it stands in an address; of equal ones, the second has a number. */
function idOf(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const plain = words === '' ? 'view' : words;
  for (let number = 1; ; number++) {
    const id = number === 1 ? plain : `${plain}-${number}`;
    if (id !== NO_VIEW && !taken.has(id)) return id;
  }
}

class ViewReader {
  readonly name: string | null;
  readonly first: boolean;
  readonly #settings: Settings;
  readonly #remarks: ViewRemarks;

  constructor(entry: unknown, remarks: ViewRemarks) {
    this.#settings = new Settings(entry);
    this.#remarks = remarks;
    this.name = this.#settings.text('name')?.slice(0, 100) ?? null;
    this.first = this.#settings.flag('first', false);
  }

  /** The part of an address that chooses what the view says, as `client/map-choice.ts` and `client/address.ts` read it. */
  address(): string {
    const settings = this.#settings;
    for (const [key] of settings.entries()) {
      if (KEYS.includes(key)) {
        this.#tellUnlike(key);
        continue;
      }
      const near = nearestOf(key, KEYS);
      this.#tell(
        [key],
        `has "${key}", which no view has`,
        near === undefined ? '' : `Did you mean "${near}"?`,
      );
    }
    const query = new URLSearchParams();
    const put = (key: string, value: string | null): void => {
      if (value !== null) query.set(key, value);
    };
    put('view', this.#oneOf('view', ['whole', 'local']));
    put('depth', this.#number('depth', MIN_DEPTH, MAX_DEPTH));
    put('hide', this.#some('hide', HIDDEN));
    put('also', this.#some('also', ALSO));
    put('tag', settings.text('tag'));
    put('folder', settings.text('folder'));
    put('links', this.#number('links', 0, MOST_LINKS));
    put('only', this.#query(settings.text('only')));
    const groups = this.#groups();
    const colour = this.#oneOf('colour', COLOURINGS);
    put('colour', colour ?? (groups.length > 0 ? 'groups' : null));
    for (const group of groups) query.append('group', group);
    put('follow', this.#oneOf('follow', DIRECTIONS));
    return query.toString();
  }

  /** Of those in `KINDS`. */
  #tellUnlike(key: string): void {
    const value = this.#settings.value(key);
    for (const [keys, has, otherwise, meant] of KINDS) {
      if (!keys.includes(key) || has(value)) continue;
      this.#tell([key], `has "${key}" set to ${inShort(value)}, which is ${otherwise}`, meant);
    }
  }

  #groups(): string[] {
    const list = this.#settings.list('groups');
    if (list.length > MOST_GROUPS) {
      const message = `has ${list.length} groups; the first ${MOST_GROUPS} are taken`;
      this.#tell(['groups'], message, 'Drop some.');
    }
    return list.slice(0, MOST_GROUPS).flatMap((entry, place) => {
      const group = new Settings(entry);
      const query = this.#query(group.text('query'));
      if (!isRecord(entry) || query === null) {
        this.#tell(
          ['groups'],
          `has a group without a query`,
          'Write { query = "tag:physics", colour = "blue" }.',
        );
        return [];
      }
      const usual = GROUP_COLOURS[place % GROUP_COLOURS.length]!;
      const colour = group.text('colour') ?? group.text('color') ?? usual;
      if ((GROUP_COLOURS as readonly string[]).includes(colour)) return `${colour}:${query}`;
      this.#tell(
        [query],
        `has the colour "${colour}", which no group has`,
        `Choose ${GROUP_COLOURS.join(', ')}.`,
      );
      return `${usual}:${query}`;
    });
  }

  /** A query is taken as well as it can be, like one that a reader typed. */
  #query(text: string | null): string | null {
    for (const { message, from, to } of text === null ? [] : parse(text).problems) {
      const part = text!.slice(from, to);
      this.#tell(
        [text!, part],
        `has a query that can't be meant so: ${message}`,
        `Mend ${JSON.stringify(text)}.`,
      );
    }
    return text;
  }

  #oneOf(key: string, values: readonly string[]): string | null {
    const text = this.#settings.text(key);
    if (text === null || values.includes(text)) return text;
    this.#tell([key, text], `has "${key}" set to "${text}"`, `Choose ${values.join(', ')}.`);
    return null;
  }

  #number(key: string, least: number, most: number): string | null {
    const value = this.#settings.number(key);
    if (value === undefined) return null;
    if (value !== null && Number.isInteger(value) && value >= least && value <= most) return String(value);
    this.#tell([key], `has a "${key}" that is no number from ${least} to ${most}`, 'Mend it.');
    return null;
  }

  #some(key: string, all: readonly string[]): string | null {
    const names = this.#settings.texts(key, []);
    const known = all.filter((name) => names.includes(name));
    for (const name of names) {
      if (!all.includes(name))
        this.#tell([key, name], `has "${name}" under "${key}"`, `Choose ${all.join(', ')}.`);
    }
    return known.length === 0 ? null : known.join();
  }

  #tell(marks: readonly string[], what: string, suggestion: string): void {
    const name = this.name ?? '';
    this.#remarks.tell([name, ...marks], `the view "${name}" ${what}`, suggestion);
  }
}
