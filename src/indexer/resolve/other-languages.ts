/**
 * Where `lang=` leads in a Hugo site of several languages. A map is of one language: of the others, the names and addresses of
 * their pages are enough, and are read only where a reference asks for them.
 */
import { memo } from '../common/memo.ts';
import { fileTitle } from '../common/note-name.ts';
import type { ParsedNote, Source } from '../common/types.ts';
import {
  FrontMatterError,
  readHugoFrontMatter,
  type FrontMatterBlock,
} from '../front-matter/front-matter.ts';
import { hugoFields } from '../front-matter/hugo-fields.ts';
import { decode, readFolder } from '../read/source.ts';
import { readConfiguration, type Configuration } from '../settings/configuration.ts';
import { ofLanguage } from '../settings/languages.ts';
import { createHugoTree, type HugoTree } from './hugo-tree.ts';
import { permalinksOf } from './permalink.ts';
import { publishable, type PublishSettings } from './publishable.ts';
import { withCascades } from './with-cascades.ts';

/** By key, as `lang=` names them. */
export type OtherLanguages = ReadonlyMap<string, HugoTree>;

export const NO_OTHERS: OtherLanguages = new Map();
const NONE_READ: ReadLanguages = { trees: NO_OTHERS, contents: [] };

interface ReadLanguages {
  readonly trees: OtherLanguages;
  /** Absolute content folders that were read. */
  readonly contents: readonly string[];
}

/**
 * @param notes whose references may ask
 * @param files of the content folder, in all languages
 */
export function readOtherLanguages(
  notes: readonly Pick<ParsedNote, 'references'>[],
  files: readonly Source[],
  publishing: PublishSettings & { readonly configuration: Configuration },
): ReadLanguages {
  const { languages } = publishing.configuration;
  if (languages === null) return NONE_READ;
  const asked = new Set(
    notes.flatMap(({ references }) => references.flatMap(({ language }) => language ?? [])),
  );
  if (asked.size === 0) return NONE_READ;
  const { root, content } = publishing.configuration;
  const contents = new Set<string>();
  const trees = languages.all
    .filter((key) => key !== languages.chosen)
    .map((key): [string, HugoTree] => {
      const configuration = readConfiguration(root, process.env, key);
      if (!asked.has(key)) return [key, treeOf([], configuration, publishing)];
      contents.add(configuration.content);
      const there = configuration.content === content ? files : readFolder(configuration.content).notes;
      return [key, treeOf(there, configuration, publishing)];
    });
  return { trees: new Map(trees), contents: [...contents] };
}

function treeOf(
  there: readonly Source[],
  configuration: Configuration,
  publishing: PublishSettings & { readonly configuration: Configuration },
): HugoTree {
  const { baseURL } = publishing.configuration;
  const { sources } = ofLanguage(there, configuration.languages);
  const all = sources.flatMap((source) => {
    const block = blockOf(source);
    if (block === null) return [];
    const frontMatter = hugoFields(block, source.path, configuration);
    return { ...source, title: frontMatter.title ?? fileTitle(source.path), frontMatter, textTags: [] };
  });
  const { notes, made } = withCascades(all, configuration);
  const { published } = publishable(notes, { ...publishing, configuration }, made);
  // On a host of its own, the path alone would lead to a page of the map's.
  const host = hostOf(configuration.baseURL);
  return createHugoTree(published, configuration, {
    addresses: permalinksOf(published, configuration),
    origin: host === hostOf(baseURL) ? '' : host,
  });
}

function hostOf(baseURL: string | null): string {
  return baseURL === null ? '' : new URL(baseURL).origin;
}

/** Null where they can't be read: then Hugo's build would stop. */
const blockOf = memo((source: Source): FrontMatterBlock | null => {
  try {
    return readHugoFrontMatter(decode(source).text);
  } catch (error) {
    if (error instanceof FrontMatterError) return null;
    throw error;
  }
});
