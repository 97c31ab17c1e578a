/** A site without notes is seldom what was meant: tells which files were looked for, and what became of those found. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../contract/diagnostic.ts';
import { diagnose } from './common/diagnose.ts';
import { counted } from './common/in-words.ts';
import type { Summary } from './common/types.ts';
import type { Configuration } from './settings/configuration.ts';

interface Found extends Pick<Summary, 'excluded' | 'otherLanguages'> {
  readonly configuration: Pick<Configuration, 'root' | 'content'>;
  /** Files that could have become notes, and how many of them could be read. */
  readonly files: number;
  readonly read: number;
}

const HUGO_FILES = ['toml', 'yaml', 'yml', 'json'].map((extension) => `hugo.${extension}`);

export function noNotes(found: Found): Diagnostic {
  return diagnose('no-notes', '.', { line: 1, column: 1 }, ...words(found));
}

/** What was seen, and what to do. No absolute path: a report is published, and the same on every machine. */
function words({ configuration, files, read, excluded, otherLanguages }: Found): [string, string] {
  const { root, content } = configuration;
  // How many there are is nobody's business: the report is public.
  if (read > 0) {
    return [
      'all that there is was left out: drafts, notes of the future, or expired ones',
      '--drafts lets them in.',
    ];
  }
  if (files > 0)
    return [`none of the ${counted(files, 'file')} could be read`, 'Mend what is told of each of them.'];
  if (excluded > 0) {
    return [
      'all that there is was left out by where it lies',
      'Look at exclude in Hearthmap’s settings, and at what the vault’s own leave out.',
    ];
  }
  if (otherLanguages > 0) {
    return [
      `all that there is, ${counted(otherLanguages, 'note')}, is in other languages`,
      'params.hearthmap.language chooses which.',
    ];
  }
  const hugo = HUGO_FILES.find((name) => existsSync(path.join(root, name)));
  if (hugo !== undefined && !existsSync(path.join(root, 'content')) && content === root) {
    return [
      `there is ${hugo} here, but no folder content/, and no file whose name ends in .md or .markdown`,
      'Make the folder content/ with a note in it, or say in contentDir where your notes are.',
    ];
  }
  const where = content === root ? 'here' : `in ${path.relative(root, content).split(path.sep).join('/')}/`;
  return [
    `no file ${where} has a name that ends in .md or .markdown`,
    'Name the folder that holds your notes, or write one there.',
  ];
}
