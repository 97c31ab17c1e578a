/** Tells where addresses on the blog depend on the version of Hugo, and nothing says which one the site is for. */
import type { Diagnostic } from '../../contract/diagnostic.ts';
import { diagnose } from '../common/diagnose.ts';
import { counted } from '../common/in-words.ts';
import type { ParsedNote } from '../common/types.ts';
import type { Configuration } from '../settings/configuration.ts';
import { REWRITTEN } from '../settings/hugo-version.ts';
import { permalinksOf } from './permalink.ts';

/** A space beside another or beside a hyphen: older Hugo makes one hyphen of them. */
const SPACED = /\s[\s-]|-\s/u;

/** One finding, at the first of these notes. @param permalinks those of the notes, in their order */
export function tellSpaces(
  notes: readonly Pick<ParsedNote, 'path' | 'title' | 'frontMatter'>[],
  permalinks: readonly string[],
  configuration: Configuration,
): Diagnostic[] {
  if (configuration.kind !== 'hugo' || configuration.keepsSpaces) return [];
  if (!notes.some(({ path }) => SPACED.test(path))) return [];
  const newer = permalinksOf(notes, { ...configuration, keepsSpaces: true });
  const places = [...notes.keys()].filter((index) => newer[index] !== permalinks[index]);
  const [first] = places;
  if (first === undefined) return [];
  const more = places.length > 1 ? `, and so for ${counted(places.length - 1, 'more note')}` : '';
  const message = `is ${permalinks[first]} on the blog for Hugo before 0.${REWRITTEN}, which is taken for yours, and ${newer[first]} since${more}`;
  const suggestion = `If yours is as new, say so by module.hugoVersion.min, such as "0.${REWRITTEN}.0".`;
  return [
    diagnose('bad-configuration', notes[first]!.path, { line: 1, column: 1 }, message, suggestion, 'info'),
  ];
}
