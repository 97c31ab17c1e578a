import path from 'node:path';

/** A file's name in diagnostics: its path from the content folder, with `/`; `../hugo.toml` where it lies beside that. */
export function nameFrom(content: string, file: string): string {
  return path.relative(content, file).split(path.sep).join('/');
}
