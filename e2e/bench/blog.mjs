/** The real blog that is measured, and larger ones made of it. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const BLOG = join(ROOT, '..', 'shared', 'corpora', 'jemoka');
export const CLI = join(ROOT, 'build', 'cli.js');
export const NO_BLOG = 'the corpus beside the project is absent';

export const hasBlog = existsSync(BLOG);

/** @param {string} name */
export function temporary(name) {
  return mkdtempSync(join(tmpdir(), `hearthmap-${name}-`));
}

/** A copy that may be changed, with the least theme that Hugo can build it with. */
export function copyBlog() {
  const copy = join(temporary('blog'), 'blog');
  cpSync(BLOG, copy, { recursive: true });
  const layouts = join(copy, 'layouts', '_default');
  mkdirSync(layouts, { recursive: true });
  writeFileSync(join(layouts, 'single.html'), '{{ .Content }}');
  writeFileSync(join(layouts, 'list.html'), '{{ .Title }}');
  return copy;
}

/**
 * The blog several times over: names and links renamed, formulas varied so that none repeats another copy's.
 * @param {number} times
 */
export function growBlog(times) {
  const folder = join(temporary(`${times}x`), 'blog');
  cpSync(BLOG, folder, { recursive: true, filter: (path) => !path.endsWith('.md') });
  const posts = join(BLOG, 'content', 'posts');
  for (const name of readdirSync(posts)) {
    const text = readFileSync(join(posts, name), 'utf8');
    for (let copy = 0; copy < times; copy++) {
      const varied = text
        .replaceAll('relref "KBh', `relref "c${copy}KBh`)
        .replaceAll('\\\\(', `\\\\({}^{${copy}}`)
        .replaceAll('\\begin{equation}', `\\begin{equation}{}^{${copy}}`);
      writeFileSync(
        join(folder, 'content', 'posts', name.replace(/^KBh/, `c${copy}KBh`).replace(/^(?!c\d)/, `c${copy}`)),
        varied,
      );
    }
  }
  return folder;
}
