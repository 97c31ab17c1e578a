/** What Hugo itself makes of a folder: each page's content, without the author's theme around it. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { temporary } from '../blog.mjs';

/**
 * @typedef {object} Page
 * @property {string} permalink
 * @property {string} html
 */

/** Built anew or not read by Hugo, and often large. */
const LEFT_OUT = new Set(['.git', 'node_modules', 'public', 'dist', 'static', 'resources']);

const MARK = 'conformance-page:';
const LAYOUT = `{{ if .File }}${MARK}{{ dict "path" .File.Path "permalink" .RelPermalink "html" .Content | jsonify }}{{ end }}`;

/** Where no configuration stands beside the notes, they are read as Hugo reads them by itself. */
const LEAST_CONFIGURATION =
  'baseURL = "https://example.org/"\nrefLinksErrorLevel = "WARNING"\n[markup.goldmark.renderer]\nunsafe = true\n';

/** @returns {string | null} Hugo's own name and version, or null where there is none */
export function hugoVersion() {
  const run = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim().split(' ').slice(0, 2).join(' ') : null;
}

/**
 * A copy that holds what content depends on: notes, configuration, shortcodes and their partials.
 * @param {string} folder
 */
export function copyForHugo(folder) {
  const copy = join(temporary('conformance'), basename(folder));
  const isSite = existsSync(join(folder, 'content'));
  cpSync(folder, isSite ? copy : join(copy, 'content'), {
    recursive: true,
    filter: (path) => {
      const parts = relative(folder, path).split(sep);
      if (parts.length === 1 && LEFT_OUT.has(parts[0] ?? '')) return false;
      const inside = parts.indexOf('layouts');
      const part = parts[inside + 1];
      return inside < 0 || part === undefined || part === 'shortcodes' || part === 'partials';
    },
  });
  if (!readdirSync(copy).some((name) => /^((hugo|config)\.(toml|ya?ml|json)|config)$/.test(name))) {
    writeFileSync(join(copy, 'hugo.toml'), LEAST_CONFIGURATION);
  }
  const layouts = join(copy, 'layouts', '_default');
  mkdirSync(layouts, { recursive: true });
  for (const name of ['single.html', 'list.html']) writeFileSync(join(layouts, name), LAYOUT);
  writeFileSync(join(copy, 'layouts', 'index.html'), LAYOUT);
  return copy;
}

/**
 * @param {string} site a copy with our layout
 * @returns {Map<string, Page>} by path from the content folder
 * @throws {Error} with what Hugo said, where it fails
 */
export function hugoPages(site) {
  const out = temporary('hugo');
  // The copy lies in no repository.
  const env = { ...process.env, HUGO_ENABLEGITINFO: 'false' };
  const run = spawnSync('hugo', ['-s', site, '-d', out], { encoding: 'utf8', env });
  if (run.status !== 0) throw new Error(`Hugo could not build the folder:\n${run.stdout}${run.stderr}`);
  /** @type {Map<string, Page>} */
  const pages = new Map();
  for (const name of /** @type {string[]} */ (readdirSync(out, { recursive: true })).sort()) {
    if (!name.endsWith('.html')) continue;
    const text = readFileSync(join(out, name), 'utf8');
    if (!text.startsWith(MARK)) continue;
    const { path, permalink, html } = JSON.parse(text.slice(MARK.length));
    pages.set(path, { permalink, html });
  }
  rmSync(out, { recursive: true, force: true });
  return pages;
}
