/** What kind of folder the author named, and what its own configuration says. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic, Severity } from '../../contract/diagnostic.ts';
import type { NamedView } from '../../contract/site.ts';
import { isFolder, isRegular } from '../common/entry-kind.ts';
import { mustBeReadable } from '../common/readable-folder.ts';
import type { Cascade } from '../common/types.ts';
import type { DateWays } from '../front-matter/hugo-fields.ts';
import type { Extra } from '../syntax/extras.ts';
import type { HeadingIds } from '../syntax/heading-attributes.ts';
import type { Extension } from '../syntax/index.ts';
import type { Opening } from '../syntax/math.ts';
import { defaults } from './configuration-defaults.ts';
import { beginningFits, type Exclusion } from './exclusions.ts';
import type { Environment } from './hugo-environment.ts';
import type { Patterns, Permalinks } from './hugo-permalinks.ts';
import type { OwnShortcodes } from './hugo-shortcodes.ts';
import { readHugoSite } from './hugo-site.ts';
import type { Languages } from './languages.ts';
import { allFrom } from './name-from.ts';
import type { OwnMacros } from './own-macros.ts';
import { readOwnSettings } from './own-settings.ts';
import { readVault } from './vault-settings.ts';

export type FolderKind = 'hugo' | 'obsidian' | 'plain';

export interface Configuration {
  readonly kind: FolderKind;
  /** Whether a plain folder is a Logseq graph. */
  readonly logseq: boolean;
  /** Absolute. */
  readonly root: string;
  /** Absolute; paths of notes count from here. */
  readonly content: string;
  /** Absolute folders whose files are named as from the site's root, the first found first. */
  readonly statics: readonly string[];
  /** Null where the configuration names none. */
  readonly title: string | null;
  /** With a host; null where none is named. */
  readonly baseURL: string | null;
  /** Where none is named: the path that all addresses begin with, without its last slash. */
  readonly hostlessPath: string;
  readonly language: string;
  /** Null where it is no Hugo site. */
  readonly languages: Languages | null;
  /** The part of `baseURL`'s path that only the chosen language has: `fr/`, or nothing. */
  readonly languagePrefix: string;
  /** Hugo's patterns of single pages. */
  readonly permalinks: Patterns;
  /** And those of pages that list others. */
  readonly listPermalinks: Permalinks['listPermalinks'];
  readonly uglyURLs: boolean;
  /** Where only some sections have such addresses: their names. */
  readonly uglySections: readonly string[];
  readonly disablePathToLower: boolean;
  readonly removePathAccents: boolean;
  /** Whether each space of a file's or folder's name is a hyphen of its address, as for Hugo since 0.123; several are one before. */
  readonly keepsSpaces: boolean;
  /** Plural names of Hugo's taxonomies, each a page that lists its terms. */
  readonly taxonomies: readonly string[];
  /** Files of the content folder whose absolute path one of these fits are left alone. */
  readonly ignoreFiles: readonly RegExp[];
  /** Notes that are left out by where they lie. A Hugo site has `ignoreFiles` for that. */
  readonly exclude: readonly Exclusion[];
  /** Where a Hugo site's dates come from; null where it leaves that as it is. */
  readonly dateWays: DateWays | null;
  /** Whether each term is a page. */
  readonly terms: boolean;
  readonly unresolvedSeverity: Severity;
  /** Fields that the configuration hands to all pages. */
  readonly cascade: readonly Cascade[];
  /** Hugo's name for what the site is built for. */
  readonly environment: string;
  /** Hugo's key of the language that is indexed. */
  readonly contentLanguage: string;
  readonly buildDrafts: boolean;
  readonly buildFuture: boolean;
  readonly buildExpired: boolean;
  /** Whether the site asks for dates from git, as Hugo does with `enableGitInfo`. */
  readonly gitInfo: boolean;
  /** Whether Hearthmap's own settings ask for them. */
  readonly dates: 'git' | null;
  /** Whether `[[…]]` is a link here; in a Hugo blog it is text, unless Hearthmap's own settings say else. */
  readonly wikilinks: boolean;
  /** Whether they have their text in front, as in a wiki of GitHub's. */
  readonly textFirst: boolean;
  /** Whether `$…$` is TeX; a Hugo blog has prices. */
  readonly dollarMath: boolean;
  /** What opens formulas that a Hugo site has passed through as they are written. */
  readonly passthrough: readonly Opening[];
  /** TeX that defines a command in every note. */
  readonly macros: OwnMacros;
  readonly typographer: boolean;
  /** Whether `:joy:` is a sign. */
  readonly emoji: boolean;
  /** How headings without an id of their author's get one. */
  readonly headingIds: HeadingIds;
  /** Whether `{#id .class}` in a line is of the block above it. */
  readonly blockAttributes: boolean;
  /** Whether a single line break within a paragraph is shown. */
  readonly breaks: boolean;
  /** Whether lines of code in a language have numbers, unless its author says no. */
  readonly lineNumbers: boolean;
  /** What a Hugo site's own shortcodes enclose. */
  readonly shortcodes: OwnShortcodes;
  /** What a Hugo site has turned on besides. */
  readonly extras: readonly Extra[];
  /** Extensions of Markdown that are turned off. */
  readonly without: readonly Extension[];
  /** Whether browsers keep what was read for when they are offline. */
  readonly offline: boolean;
  /** Whether each note has its map as a picture: half as many files again, which a host may mind. */
  readonly pictures: boolean;
  /** Views of the map that the author named. */
  readonly views: readonly NamedView[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Recognises a Hugo site, an Obsidian vault, or plain Markdown. A Hugo site's own content folder counts as the site,
 * and a folder that only wraps `content/` as that.
 * @param environment variables that Hugo takes over its files
 * @param language of a Hugo site, else the one that its settings choose
 * @throws {Error} in words, where there is no such folder, or none that the site's configuration names
 */
export function readConfiguration(
  folder: string,
  environment: Environment = process.env,
  language: string | null = null,
): Configuration {
  const named = path.resolve(folder);
  if (!existsSync(named)) {
    throw new Error(`There is no folder "${folder}". Name the folder that holds your notes.`);
  }
  if (!statSync(named).isDirectory()) {
    throw new Error(`"${folder}" is a file. Name the folder that holds your notes.`);
  }
  mustBeReadable(named);
  const blog = readHugoSite(named, environment, language);
  if (blog !== null) return blog;
  const parent = path.dirname(named);
  if (parent !== named && path.basename(named) === 'content') {
    const around = readHugoSite(parent, environment, language);
    if (around?.content === named) return around;
  }
  const vault = isFolder(path.join(named, '.obsidian'));
  const inner = path.join(named, 'content');
  const content = !vault && isFolder(inner) && holdsMarkdown(inner) ? inner : named;
  const diagnostics: Diagnostic[] = [];
  const isLogseq = isRegular(path.join(named, 'logseq', 'config.edn'));
  const vaultSettings = vault ? readVault(named, diagnostics) : null;
  const own = readOwnSettings(named, content, null, [], diagnostics);
  return {
    ...defaults(named),
    kind: vault ? 'obsidian' : 'plain',
    logseq: isLogseq && !vault,
    content,
    statics: [...new Set([named, content])].map((folder) => path.join(folder, 'static')).filter(isFolder),
    title: vault ? path.basename(named) : null,
    wikilinks: true,
    textFirst: !vault && isGitHubWiki(content),
    dollarMath: true,
    // Logseq shows them, whatever is set.
    breaks: isLogseq,
    ...vaultSettings,
    ...own,
    exclude: [...(vaultSettings?.exclude ?? (isLogseq ? [OF_LOGSEQ] : [])), ...own.exclude].map(
      ({ idle, ...exclusion }) => ({
        ...exclusion,
        idle: allFrom(idle, named, content),
      }),
    ),
    diagnostics: allFrom(diagnostics, named, content),
  };
}

/** By what such a wiki shows around each page; other folders have a home too. */
function isGitHubWiki(folder: string): boolean {
  const has = (name: string): boolean => isRegular(path.join(folder, name));
  return has('Home.md') && ['_Sidebar.md', '_Footer.md', '_Header.md'].some(has);
}

/** Beside its settings, Logseq keeps what its pages were before. */
const OF_LOGSEQ: Exclusion = { written: 'logseq', fits: beginningFits('logseq/'), idle: [] };

function holdsMarkdown(folder: string): boolean {
  return readdirSync(folder, { withFileTypes: true }).some(
    (entry) =>
      (entry.isFile() && /\.(md|markdown)$/i.test(entry.name)) ||
      (entry.isDirectory() && !entry.name.startsWith('.') && holdsMarkdown(path.join(folder, entry.name))),
  );
}
