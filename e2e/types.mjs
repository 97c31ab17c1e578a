/** A part of `npm run build`: the types of what the package exports. */
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OUT = join(ROOT, 'build', 'types');

const words = ['-p', 'src/contract', '--noEmit', 'false', '--declaration', '--emitDeclarationOnly'];
execFileSync(
  process.execPath,
  [join(ROOT, 'node_modules/typescript/bin/tsc'), ...words, '--rootDir', 'src', '--outDir', OUT],
  { cwd: ROOT, stdio: 'inherit' },
);
cpSync(join(ROOT, 'src', 'published'), join(OUT, 'published'), { recursive: true });
