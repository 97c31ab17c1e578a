/** Which of a Hugo site's languages is indexed, and which files are of it: a map is of one language. */
import type { Source } from '../common/types.ts';
import type { Settings } from './settings.ts';

export interface Languages {
  /** The one that is indexed, by its key in the configuration. */
  readonly chosen: string;
  /** All keys. */
  readonly all: readonly string[];
  /** Of a file whose name tells none. */
  readonly unnamed: string;
}

export interface ChosenLanguage {
  /** The site's settings with those of the language over them. */
  readonly settings: Settings;
  readonly languages: Languages;
  /** What its pages have in front, such as `fr/`; empty for the default language, and for one that has a host of its own. */
  readonly prefix: string;
}

/**
 * A site that names no languages has one, the default: so it is for Hugo.
 * @param wanted the key that the author named
 * @param isNewer for Hugo since 0.123, where an only language may stand in a folder too
 */
export function chooseLanguage(settings: Settings, wanted: string | null, isNewer: boolean): ChosenLanguage {
  const disabled = settings.texts('disablelanguages', []);
  const all = settings
    .inner('languages')
    .entries()
    .map(([key]) => key)
    .filter(
      (key) => !disabled.includes(key) && !settings.inner('languages').inner(key).flag('disabled', false),
    );
  const named = settings.text('defaultcontentlanguage')?.toLowerCase() ?? 'en';
  const isMoved = settings.flag('defaultcontentlanguageinsubdir', false);
  if (all.length === 0) {
    const prefix = isMoved && isNewer ? `${named}/` : '';
    return { settings, languages: { chosen: named, all: [named], unnamed: named }, prefix };
  }
  const standard = all.includes(named) ? named : all[0]!;
  const chosen = wanted !== null && all.includes(wanted.toLowerCase()) ? wanted.toLowerCase() : standard;
  const own = settings.inner('languages').inner(chosen);
  const inSubfolder = chosen !== standard || isMoved;
  return {
    settings: settings.with(Object.fromEntries(own.entries())),
    languages: { chosen, all, unnamed: own.has('contentdir') ? chosen : standard },
    prefix: inSubfolder && !own.has('baseurl') && (all.length > 1 || isNewer) ? `${chosen}/` : '',
  };
}

/** The language at the end of a note's name, `post.fr.md`, or null. Hugo heeds its case. */
export function languageOf(path: string, { all }: Pick<Languages, 'all'>): string | null {
  const found = /\.([^./]+)\.(?:md|markdown)$/i.exec(path)?.[1];
  return found !== undefined && all.includes(found) ? found : null;
}

/**
 * The files of the chosen language, under the names that references have for them: `post.fr.md` is `post.md`, and its own
 * name stands in `file`. What is there twice keeps its own.
 */
export function ofLanguage<File extends Pick<Source, 'path' | 'file'>>(
  sources: readonly File[],
  languages: Languages | null,
): { sources: readonly File[]; others: number } {
  if (languages === null) return { sources, others: 0 };
  const own = sources.filter(
    ({ path }) => (languageOf(path, languages) ?? languages.unnamed) === languages.chosen,
  );
  const taken = new Set(own.map(({ path }) => path));
  return {
    sources: own.map((source) => {
      if (languageOf(source.path, languages) === null) return source;
      const path = source.path.replace(/\.[^./]+(\.[^.]+)$/, '$1');
      if (taken.has(path)) return source;
      taken.add(path);
      return { ...source, path, file: source.path };
    }),
    others: sources.length - own.length,
  };
}
