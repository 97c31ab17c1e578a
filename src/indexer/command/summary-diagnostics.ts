import path from 'node:path/posix';
import { beforeSuggestion } from '../../contract/before-suggestion.ts';
import type { Diagnostic, Severity } from '../../contract/diagnostic.ts';
import { oneLine } from '../common/in-words.ts';

/** `posts/a.md:12:4 unresolved-reference no note "b"; did you mean "bee"?` */
export function diagnosticLine(diagnostic: Diagnostic, prefix = ''): string {
  const { file, line, column, code } = diagnostic;
  return oneLine(`${placeOf(file, prefix)}:${line}:${column} ${code} ${sentence(diagnostic)}`);
}

/** What lies beside the content folder has a way out of it in its name. */
function placeOf(file: string, prefix: string): string {
  return file.startsWith('../') ? path.normalize(prefix + file) : prefix + file;
}

function sentence({ message, suggestion }: Diagnostic): string {
  if (suggestion === undefined) return message;
  return `${beforeSuggestion(message, suggestion)} ${suggestion}`;
}

const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** A workflow command of GitHub Actions, shown beside the line of a pull request. */
export function githubLine(diagnostic: Diagnostic, prefix = ''): string {
  const { severity, file, line, column, code } = diagnostic;
  const properties = `file=${property(placeOf(file, prefix))},line=${line},col=${column},title=${property(code)}`;
  return `::${COMMANDS[severity]} ${properties}::${escaped(sentence(diagnostic))}`;
}

/** Without this a message or name could begin a command of its own. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Those of `after` that `before` hasn't. A finding that only moved to another line isn't new. */
export function newDiagnostics(before: readonly Diagnostic[], after: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ code, file, message }: Diagnostic): string => `${code}\n${file}\n${message}`;
  // Those of notes that didn't change are the same objects.
  const [then, now] = [new Set(before), new Set(after)];
  const known = new Map<string, number>();
  for (const diagnostic of before) {
    if (!now.has(diagnostic)) known.set(key(diagnostic), (known.get(key(diagnostic)) ?? 0) + 1);
  }
  return after.filter((diagnostic) => {
    if (then.has(diagnostic)) return false;
    const left = known.get(key(diagnostic)) ?? 0;
    known.set(key(diagnostic), left - 1);
    return left <= 0;
  });
}
