/** What our own built command makes of a folder: each note's text as its page holds it. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { CLI, temporary } from '../blog.mjs';
import { measure } from '../process.mjs';

/** @typedef {import('./hugo-pages.mjs').Page} Page */

/**
 * @param {string} folder
 * @returns {Promise<Map<string, Page>>} by path from the content folder
 */
export async function ourPages(folder) {
  const out = join(temporary('site'), 'site');
  await measure(['node', CLI, 'build', folder, '--out', out, '--no-cache', '--quiet']);
  /** @type {{ notes: { path: string, permalink: string, page: string }[] }} */
  const { notes } = JSON.parse(readFileSync(join(out, 'graph.json'), 'utf8'));
  const pages = new Map(
    notes.map(({ path, permalink, page }) => {
      const file = join(out, ...page.split('/').map(decodeURIComponent), 'index.html');
      return [path, { permalink, html: noteText(readFileSync(file, 'utf8'), path) }];
    }),
  );
  rmSync(out, { recursive: true, force: true });
  return pages;
}

/**
 * The note's text within its page, with the heading that the page took for its title.
 * @param {string} html
 * @param {string} path
 */
function noteText(html, path) {
  const body = element(html, (name, attributes) => name === 'div' && attributes['class'] === 'hm-body');
  if (body === null) throw new Error(`The page of ${path} holds no text: there is no "hm-body".`);
  const title = element(html, (name, attributes) => name === 'h1' && attributes['id'] !== undefined);
  return title !== null && title.start < body.start ? title.outer + body.inner : body.inner;
}

/**
 * @param {string} html
 * @param {(name: string, attributes: Record<string, string>) => boolean} isIt
 * @returns {{ start: number, outer: string, inner: string } | null} the first such element
 */
function element(html, isIt) {
  let depth = 0;
  let foundAt = -1;
  /** @type {{ start: number, outer: string, inner: string } | null} */
  let found = null;
  let start = 0;
  let inside = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth++;
      if (foundAt >= 0 || !isIt(name, attributes)) return;
      foundAt = depth;
      start = parser.startIndex;
      inside = parser.endIndex + 1;
    },
    onclosetag: () => {
      if (depth-- !== foundAt || found !== null) return;
      found = {
        start,
        outer: html.slice(start, parser.endIndex + 1),
        inner: html.slice(inside, parser.startIndex),
      };
    },
  });
  parser.end(html);
  return found;
}
