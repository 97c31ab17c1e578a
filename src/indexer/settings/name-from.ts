import path from 'node:path';
import type { Diagnostic } from '../../contract/diagnostic.ts';

/** A file's name in diagnostics: its path from the content folder, with `/`; `../hugo.toml` where it lies beside that. */
export function nameFrom(content: string, file: string): string {
  return path.relative(content, file).split(path.sep).join('/');
}

/** Files of configuration are read from the root; like all others they are told from the content folder. */
export function allFrom(diagnostics: readonly Diagnostic[], root: string, content: string): Diagnostic[] {
  return diagnostics.map((found) => ({ ...found, file: nameFrom(content, path.join(root, found.file)) }));
}
