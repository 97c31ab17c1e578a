/** What kind of folder the author named, and what its own configuration says. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic, Severity } from '../contract/diagnostic.ts';
import type { NamedView } from '../contract/site.ts';
import { readCascades } from './cascade.ts';
import { goPattern } from './go-pattern.ts';
import { environmentName, withEnvironment, type Environment } from './hugo-environment.ts';
import { isWebAddress } from './blog-address.ts';
import { readDateWays } from './date-ways.ts';
import type { DateWays } from './hugo-fields.ts';
import { chooseLanguage, type Languages } from './languages.ts';
import { diagnose } from './diagnose.ts';
import { beginningFits, type Exclusion } from './exclusions.ts';
import { readMarkup } from './hugo-markup.ts';
import { leastHugo, REWRITTEN } from './hugo-version.ts';
import { contentMount } from './hugo-mounts.ts';
import { readPermalinks, type Patterns, type Permalinks } from './hugo-permalinks.ts';
import { nameFrom } from './name-from.ts';
import type { OwnMacros } from './own-macros.ts';
import { readOwnSettings, Remarks } from './own-settings.ts';
import { mustBeReadable } from './readable-folder.ts';
import { readSettings, Settings } from './settings.ts';
import type { Extra } from './syntax/extras.ts';
import type { HeadingIds } from './syntax/heading-attributes.ts';
import type { Extension } from './syntax/index.ts';
import type { Opening } from './syntax/math.ts';
import type { Cascade } from './types.ts';
import { readVault } from './vault-settings.ts';

export type FolderKind = 'hugo' | 'obsidian' | 'plain';

export interface Configuration {
  readonly kind: FolderKind;
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
  /** Whether a single line break within a paragraph is shown. */
  readonly breaks: boolean;
  /** Whether lines of code in a language have numbers, unless its author says no. */
  readonly lineNumbers: boolean;
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

const HUGO_FILES = ['hugo', 'config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].map((extension) => `${name}.${extension}`),
);

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
  const blog = hugoSite(named, environment, language);
  if (blog !== null) return blog;
  const parent = path.dirname(named);
  if (parent !== named && path.basename(named) === 'content') {
    const around = hugoSite(parent, environment, language);
    if (around?.content === named) return around;
  }
  const vault = isFolder(path.join(named, '.obsidian'));
  const inner = path.join(named, 'content');
  const content = !vault && isFolder(inner) && holdsMarkdown(inner) ? inner : named;
  const diagnostics: Diagnostic[] = [];
  const vaultSettings = vault ? readVault(named, diagnostics) : null;
  const own = readOwnSettings(named, content, null, [], diagnostics);
  return {
    ...defaults(named),
    kind: vault ? 'obsidian' : 'plain',
    content,
    statics: [...new Set([named, content])].map((folder) => path.join(folder, 'static')).filter(isFolder),
    title: vault ? path.basename(named) : null,
    wikilinks: true,
    dollarMath: true,
    ...vaultSettings,
    ...own,
    exclude: [...(vaultSettings?.exclude ?? ofLogseq(named)), ...own.exclude].map(
      ({ idle, ...exclusion }) => ({
        ...exclusion,
        idle: fromContent(idle, named, content),
      }),
    ),
    diagnostics: fromContent(diagnostics, named, content),
  };
}

/** Beside its settings, Logseq keeps what its pages were before. */
function ofLogseq(root: string): Exclusion[] {
  const isGraph = isRegular(path.join(root, 'logseq', 'config.edn'));
  return isGraph ? [{ written: 'logseq', fits: beginningFits('logseq/'), idle: [] }] : [];
}

function defaults(root: string): Configuration {
  return {
    kind: 'plain',
    root,
    content: root,
    statics: [],
    title: null,
    baseURL: null,
    hostlessPath: '',
    language: 'en',
    languages: null,
    languagePrefix: '',
    permalinks: new Map(),
    listPermalinks: { section: new Map(), taxonomy: new Map(), term: new Map() },
    uglyURLs: false,
    uglySections: [],
    disablePathToLower: false,
    removePathAccents: false,
    keepsSpaces: false,
    taxonomies: ['tags', 'categories'],
    terms: true,
    ignoreFiles: [],
    exclude: [],
    dateWays: null,
    unresolvedSeverity: 'warning',
    cascade: [],
    environment: 'production',
    contentLanguage: 'en',
    buildDrafts: false,
    buildFuture: false,
    buildExpired: false,
    gitInfo: false,
    dates: null,
    wikilinks: false,
    dollarMath: false,
    passthrough: [],
    macros: [],
    typographer: true,
    emoji: false,
    headingIds: 'github',
    breaks: false,
    lineNumbers: false,
    extras: [],
    without: [],
    offline: true,
    pictures: true,
    views: [],
    diagnostics: [],
  };
}

function hugoSite(root: string, environment: Environment, language: string | null): Configuration | null {
  const file = HUGO_FILES.find((name) => isRegular(path.join(root, name)));
  const folders = ['_default', environmentName(environment)].map((name) => path.join('config', name));
  const inFolders = folders.flatMap((folder) => settingsFiles(root, folder));
  const files = file === undefined ? inFolders : [file, ...inFolders];
  // `hugo.json` and `config.yaml` stand in other projects too: without content there is no site.
  if (files.length === 0) return null;

  const diagnostics: Diagnostic[] = [];
  let settings = new Settings({});
  for (const name of files) {
    const base = path.basename(name, path.extname(name));
    const read = readSettings(root, name, diagnostics);
    const nested = base === 'hugo' || base === 'config' ? read : nestedIn(base.split('.'), read);
    settings = settings.with(nested);
  }
  settings = withEnvironment(settings, environment);
  const wanted = language ?? settings.inner('params').inner('hearthmap').text('language');
  const isNewer = leastHugo(settings, root) >= REWRITTEN;
  const chosen = chooseLanguage(settings, wanted, isNewer);
  settings = chosen.settings;
  if (wanted !== null && chosen.languages.chosen !== wanted.toLowerCase()) {
    const known = `It has ${chosen.languages.all.join(', ')}.`;
    const message = `params.hearthmap.language is "${wanted}", which is no language of the site`;
    diagnostics.push(
      diagnose('bad-configuration', files[0]!, { line: 1, column: 1 }, message, known, 'warning'),
    );
  }
  const named = settings.text('contentdir');
  const remarksOn = (mark: RegExp): Remarks => Remarks.ofFirst(root, files, mark, diagnostics);
  const own = path.resolve(root, named ?? 'content');
  const shown = chosen.languages.chosen;
  const mount = contentMount(settings, { root, own, language: shown }, remarksOn(/mounts/i));
  const content = mount?.folder ?? own;
  if (!isFolder(content)) {
    if (named === null && mount === null) return null;
    throw new Error(
      `There is no folder "${content}", which the site's ${mount === null ? 'contentDir' : 'module.mounts'} names. Mend it in ${files[0]}.`,
    );
  }

  const level = settings.text('reflinkserrorlevel')?.toUpperCase() ?? 'ERROR';
  const hearthmap = settings.inner('params').inner('hearthmap');
  return {
    ...defaults(root),
    kind: 'hugo',
    content,
    statics: fileFolders(settings, root),
    title: settings.text('title'),
    ...addressOf(settings.text('baseurl'), chosen.prefix),
    language: settings.text('locale') ?? settings.text('languagecode') ?? chosen.languages.chosen,
    languages:
      mount?.ownLanguage === true
        ? { ...chosen.languages, unnamed: chosen.languages.chosen }
        : chosen.languages,
    languagePrefix: chosen.prefix,
    ...readPermalinks(settings, remarksOn(/permalinks/i)),
    uglyURLs: settings.flag('uglyurls', false) || settings.text('uglyurls') === 'true',
    uglySections: settings
      .inner('uglyurls')
      .entries()
      .flatMap(([section, isUgly]) => (isUgly === true ? section : [])),
    disablePathToLower: settings.flag('disablepathtolower', false),
    removePathAccents: settings.flag('removepathaccents', false),
    keepsSpaces: isNewer,
    ...taxonomySettings(settings),
    ignoreFiles: ignoredFiles(settings, remarksOn(/ignoreFiles/i)),
    dateWays: readDateWays(settings.inner('frontmatter'), remarksOn(/frontmatter/i)),
    unresolvedSeverity: level === 'WARNING' || level === 'WARN' ? 'warning' : 'error',
    cascade: readCascades(settings.value('cascade'), ({ message, suggestion, severity }) =>
      diagnostics.push(
        diagnose('bad-configuration', files[0]!, { line: 1, column: 1 }, message, suggestion, severity),
      ),
    ),
    environment: environmentName(environment),
    contentLanguage: chosen?.languages.chosen ?? settings.text('defaultcontentlanguage') ?? 'en',
    buildDrafts: settings.flag('builddrafts', false),
    buildFuture: settings.flag('buildfuture', false),
    buildExpired: settings.flag('buildexpired', false),
    gitInfo: settings.flag('enablegitinfo', false),
    emoji: settings.flag('enableemoji', false),
    ...readMarkup(settings, remarksOn),
    ...readOwnSettings(root, content, hearthmap, files, diagnostics),
    diagnostics: fromContent(diagnostics, root, content),
  };
}

/** `static`, and `assets`, from which Hugo itself takes what `figure` and pictures of Markdown name and nothing else has. */
function fileFolders(settings: Settings, root: string): string[] {
  const named = [...settings.texts('staticdir', ['static']), settings.text('assetdir') ?? 'assets'];
  return [...new Set(named.map((name) => path.resolve(root, name)))].filter(isFolder);
}

/** Files of configuration are read from the root; like all others they are told from the content folder. */
function fromContent(diagnostics: readonly Diagnostic[], root: string, content: string): Diagnostic[] {
  return diagnostics.map((found) => ({ ...found, file: nameFrom(content, path.join(root, found.file)) }));
}

/** The files of a folder of Hugo's configuration, from the site's root; what we don't read apart. */
function settingsFiles(root: string, folder: string): string[] {
  if (!isFolder(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder))
    .filter((name) => /\.(toml|ya?ml|json)$/.test(name) && !/^menus/.test(name))
    .sort()
    .map((name) => path.join(folder, name));
}

/** `params.fr.toml` holds the parameters of a language, `languages.fr.toml` all of it. */
function nestedIn([name, language]: readonly string[], value: unknown): unknown {
  if (language === undefined) return { [name!]: value };
  return { languages: { [language]: name === 'languages' ? value : { [name!]: value } } };
}

function addressOf(
  written: string | null,
  languagePrefix: string,
): Pick<Configuration, 'baseURL' | 'hostlessPath'> {
  const inLanguage = (address: string): string =>
    languagePrefix === '' ? address : address.replace(/\/*$/, `/${languagePrefix}`);
  if (written !== null && isWebAddress(written)) return { baseURL: inLanguage(written), hostlessPath: '' };
  // `/blog/`; what names a host by two slashes isn't read.
  const path = written !== null && /^\/(?!\/)/.test(written) ? written : '';
  return { baseURL: null, hostlessPath: inLanguage(path).replace(/\/+$/, '') };
}

function ignoredFiles(settings: Settings, remarks: Remarks): RegExp[] {
  // A text is a list too: its words.
  const written = settings.text('ignorefiles')?.split(/\s+/) ?? settings.texts('ignorefiles', []);
  return written.flatMap((source) => {
    const pattern = goPattern(source);
    if (typeof pattern !== 'string') return pattern;
    const message = `has "${source}" in ignoreFiles, which ${pattern}`;
    remarks.tell(['ignoreFiles', source], message, 'Write it another way; it is passed over.');
    return [];
  });
}

function taxonomySettings(settings: Settings): Pick<Configuration, 'taxonomies' | 'terms'> {
  const disabled = settings.texts('disablekinds', []).map((kind) => kind.toLowerCase());
  const own = settings.inner('taxonomies').entries();
  const plurals = own.flatMap(([, plural]) => (typeof plural === 'string' ? plural : []));
  const taxonomies = settings.has('taxonomies') ? plurals : ['tags', 'categories'];
  return {
    taxonomies: disabled.includes('taxonomy') ? [] : taxonomies,
    terms: !disabled.includes('term'),
  };
}

function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isRegular(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() ?? false;
}

function holdsMarkdown(folder: string): boolean {
  return readdirSync(folder, { withFileTypes: true }).some(
    (entry) =>
      (entry.isFile() && /\.(md|markdown)$/i.test(entry.name)) ||
      (entry.isDirectory() && !entry.name.startsWith('.') && holdsMarkdown(path.join(folder, entry.name))),
  );
}
