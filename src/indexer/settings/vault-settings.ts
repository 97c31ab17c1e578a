/** What an Obsidian vault's own settings say of its notes. */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../../contract/diagnostic.ts';
import { diagnose } from '../common/diagnose.ts';
import type { Configuration } from './configuration.ts';
import { beginningFits, type Exclusion } from './exclusions.ts';
import { readGuardedSettings, Settings } from './settings.ts';

export const VAULT_FOLDER = '.obsidian';
const APP = path.join(VAULT_FOLDER, 'app.json');
/** Folders of templates, by file: the key that names one. Obsidian's own, and those of its most used plug-in. */
const TEMPLATES = [
  [path.join(VAULT_FOLDER, 'templates.json'), 'folder'],
  [path.join(VAULT_FOLDER, 'plugins', 'templater-obsidian', 'data.json'), 'templates_folder'],
] as const;
const PUBLISH = path.join(VAULT_FOLDER, 'publish.json');

/** From the vault's folder. Obsidian writes others all the time. */
export const VAULT_SETTINGS: readonly string[] = [APP, ...TEMPLATES.map(([file]) => file), PUBLISH];

/** Obsidian sets nothing that was typed, and shows single line breaks unless the vault's own settings say no. */
export function readVault(
  root: string,
  diagnostics: Diagnostic[],
): Pick<Configuration, 'typographer' | 'breaks' | 'exclude'> {
  const read = (file: string, key: string): Settings =>
    new Settings(
      statSync(path.join(root, file), { throwIfNoEntry: false })?.isFile() === true
        ? readGuardedSettings(root, file, [key], diagnostics)
        : {},
    );
  const app = read(APP, 'userIgnoreFilters');
  const folders = [
    ...TEMPLATES.flatMap(([file, key]) => read(file, key).text(key) ?? []),
    ...read(PUBLISH, 'excluded').texts('excluded', []),
  ];
  const exclude = [
    ...app.texts('userignorefilters', []).flatMap((filter) => excludedFiles(filter, diagnostics)),
    ...folders.flatMap(excludedFolder),
  ];
  return { typographer: false, breaks: !app.flag('strictlinebreaks', false), exclude };
}

/** One of Obsidian's "Excluded files": the beginning of a path, or an expression between slashes. */
function excludedFiles(written: string, diagnostics: Diagnostic[]): Exclusion | [] {
  const source = /^\/(.+)\/$/.exec(written)?.[1];
  if (source === undefined) return written === '' ? [] : { written, fits: beginningFits(written), idle: [] };
  try {
    const expression = new RegExp(source);
    return { written, fits: (notePath) => expression.test(notePath), idle: [] };
  } catch {
    const message = `has "${written}" among its excluded files, which is no regular expression`;
    const suggestion = 'Mend it in Obsidian, under Files and links; it is passed over.';
    diagnostics.push(
      diagnose('bad-configuration', APP, { line: 1, column: 1 }, message, suggestion, 'warning'),
    );
    return [];
  }
}

/** A vault's own folder is none: all would be left out. */
function excludedFolder(written: string): Exclusion | [] {
  const folder = written
    .split('/')
    .filter((part) => part !== '')
    .join('/');
  return folder === '' ? [] : { written, fits: beginningFits(`${folder}/`), idle: [] };
}
