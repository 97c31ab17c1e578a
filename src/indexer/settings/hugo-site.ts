/** What a Hugo site's own configuration says. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../../contract/diagnostic.ts';
import { diagnose } from '../common/diagnose.ts';
import { isFolder, isRegular } from '../common/entry-kind.ts';
import { readCascades } from '../front-matter/cascade.ts';
import { isWebAddress, tellNoAddress } from './blog-address.ts';
import { defaults } from './configuration-defaults.ts';
import type { Configuration } from './configuration.ts';
import { readDateWays } from './date-ways.ts';
import { goPattern } from './go-pattern.ts';
import { environmentName, withEnvironment, type Environment } from './hugo-environment.ts';
import { readMarkup } from './hugo-markup.ts';
import { contentMount } from './hugo-mounts.ts';
import { readPermalinks } from './hugo-permalinks.ts';
import { readOwnShortcodes } from './hugo-shortcodes.ts';
import { leastHugo, REWRITTEN } from './hugo-version.ts';
import { chooseLanguage } from './languages.ts';
import { allFrom } from './name-from.ts';
import { readOwnSettings, Remarks } from './own-settings.ts';
import { readSettings, Settings } from './settings.ts';

const HUGO_FILES = ['hugo', 'config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].map((extension) => `${name}.${extension}`),
);

/**
 * The configuration of a Hugo site, or null where the folder is none.
 * @param root absolute
 * @param language that is wanted, else the one that its settings choose
 * @throws {Error} in words, where the content folder that it names isn't there
 */
export function readHugoSite(
  root: string,
  environment: Environment,
  language: string | null,
): Configuration | null {
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
  const gitInfo = settings.flag('enablegitinfo', false);
  return {
    ...defaults(root),
    kind: 'hugo',
    content,
    statics: fileFolders(settings, root),
    title: settings.text('title'),
    ...addressOf(settings, chosen.prefix, remarksOn(/baseurl/i)),
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
    dateWays: readDateWays(settings.inner('frontmatter'), gitInfo, remarksOn(/frontmatter/i)),
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
    gitInfo,
    emoji: settings.flag('enableemoji', false),
    shortcodes: readOwnShortcodes(root),
    ...readMarkup(settings),
    ...readOwnSettings(root, content, hearthmap, files, diagnostics),
    diagnostics: allFrom(diagnostics, root, content),
  };
}

/** `static`, and `assets`, from which Hugo itself takes what `figure` and pictures of Markdown name and nothing else has. */
function fileFolders(settings: Settings, root: string): string[] {
  const named = [...settings.texts('staticdir', ['static']), settings.text('assetdir') ?? 'assets'];
  return [...new Set(named.map((name) => path.resolve(root, name)))].filter(isFolder);
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
  settings: Settings,
  languagePrefix: string,
  remarks: Remarks,
): Pick<Configuration, 'baseURL' | 'hostlessPath'> {
  const written = settings.text('baseurl');
  const inLanguage = (address: string): string =>
    languagePrefix === '' ? address : address.replace(/\/*$/, `/${languagePrefix}`);
  if (written !== null && isWebAddress(written)) return { baseURL: inLanguage(written), hostlessPath: '' };
  // Hugo's own links lead astray then: they begin with what is written.
  if (written && !written.startsWith('/')) tellNoAddress(settings, remarks);
  // `/blog/`, or `//host/blog/`, which is there by either protocol.
  const [path = ''] = /^\/(?!\/).*|(?<=^\/\/[^/]+)\/.*/.exec(written ?? '') ?? [];
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
