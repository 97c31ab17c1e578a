/** `[permalinks]` of a Hugo site: patterns of addresses, by folder. */
import type { Remarks } from './own-settings.ts';
import type { Settings } from './settings.ts';

/** By folder, such as `posts` → `/:year/:slug/`; '' for what stands at the top. */
export type Patterns = ReadonlyMap<string, string>;

/** Pages that list others. */
export type ListKind = 'section' | 'taxonomy' | 'term';

export interface Permalinks {
  /** Of single pages. */
  readonly permalinks: Patterns;
  readonly listPermalinks: Readonly<Record<ListKind, Patterns>>;
}

/** Newer Hugo nests patterns by the kind of page; what isn't nested is for single pages and terms. A list is told. */
export function readPermalinks(all: Settings, remarks: Remarks): Permalinks {
  const settings = all.inner('permalinks');
  if (all.list('permalinks').length > 0) {
    remarks.tell(
      ['permalinks'],
      'has a list of permalinks, which isn’t heeded here: addresses on the blog may be wrong',
      'Write a table: [permalinks.page], [permalinks.section], [permalinks.term].',
    );
  }
  const own = patternsIn(settings);
  const nested = (kind: string): Patterns => patternsIn(settings.inner(kind));
  return {
    permalinks: new Map([...own, ...nested('page')]),
    listPermalinks: {
      section: nested('section'),
      taxonomy: nested('taxonomy'),
      term: new Map([...own, ...nested('term')]),
    },
  };
}

function patternsIn(settings: Settings): Patterns {
  return new Map(
    settings
      .entries()
      .flatMap(([folder, pattern]): [string, string][] =>
        typeof pattern === 'string' ? [[folder.replace(/^[/ ]+|[/ ]+$/g, ''), pattern]] : [],
      ),
  );
}
