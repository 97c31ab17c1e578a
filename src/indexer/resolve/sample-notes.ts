/** Notes for tests of what comes after parsing. */
import type { FrontMatter, ParsedNote } from '../common/types.ts';
import { EMPTY_FRONT_MATTER } from '../front-matter/front-matter-fields.ts';
import type { Configuration } from '../settings/configuration.ts';
import { createNames, type Names } from './names.ts';
import { permalinksOf } from './permalink.ts';

/** A note without text, called by its file's name. */
export function sampleNote(
  path: string,
  fields: Partial<FrontMatter> = {},
  rest: Partial<Omit<ParsedNote, 'path' | 'frontMatter'>> = {},
): ParsedNote {
  return {
    path,
    hash: path,
    frontMatter: { ...EMPTY_FRONT_MATTER, ...fields },
    title: fields.title ?? path.split('/').at(-1)!.replace(/\.md$/, ''),
    headings: [],
    ids: (rest.headings ?? []).map(({ id }) => id),
    references: [],
    assets: [],
    textTags: [],
    html: '',
    hole: 'HMHOLE',
    sections: [{ id: '', heading: '', text: '' }],
    words: 0,
    has: 0,
    formulas: [],
    codes: [],
    diagnostics: [],
    ...rest,
  };
}

/** Their names, as in a Hugo site. */
export function sampleNames(
  notes: readonly ParsedNote[],
  { assets = [], ...own }: Partial<Configuration> & { assets?: readonly string[] } = {},
): Names {
  const settings = {
    kind: 'hugo' as const,
    baseURL: null,
    permalinks: new Map<string, string>(),
    uglyURLs: false,
    disablePathToLower: false,
    removePathAccents: false,
    taxonomies: ['tags', 'categories'],
    terms: true,
    ...own,
  };
  const permalinks = permalinksOf(notes, settings);
  const named = notes.map((note, index) => ({ note, permalink: permalinks[index]! }));
  return createNames(named, assets, settings);
}
