/** What a Hugo site's own shortcodes enclose, as their templates tell it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isFolder } from '../common/entry-kind.ts';

/** `text` is Markdown, or HTML. */
export type Enclosed = 'code' | 'text';

/** By a shortcode's name, in order; those that enclose nothing aren't there. */
export type OwnShortcodes = readonly (readonly [name: string, encloses: Enclosed])[];

/** Folders of a module's path, such as `_vendor/github.com/someone/theme`, in which its layouts are looked for. */
const MAX_DEPTH = 6;
/** No template of a shortcode is as large. */
const MAX_BYTES = 32_768;

/** Reads `layouts/shortcodes` of a site, of the modules that lie in its `_vendor`, and of its themes, the site's own first. @param root absolute */
export function readOwnShortcodes(root: string): OwnShortcodes {
  const layouts = [
    path.join(root, 'layouts'),
    ...['_vendor', 'themes'].flatMap((name) => layoutsIn(path.join(root, name), MAX_DEPTH)),
  ];
  const found = new Map<string, Enclosed>();
  for (const folder of layouts) {
    const shortcodes = path.join(folder, 'shortcodes');
    for (const file of templatesIn(shortcodes)) {
      const name = file
        .split(path.sep)
        .join('/')
        .replace(/\.html$/, '');
      const encloses = found.has(name) ? null : enclosedIn(templateAt(path.join(shortcodes, file)));
      if (encloses !== null) found.set(name, encloses);
    }
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}

function layoutsIn(folder: string, depth: number): string[] {
  if (depth === 0 || !isFolder(folder)) return [];
  const names = namesIn(folder);
  if (names.includes('layouts')) return [path.join(folder, 'layouts')];
  return names.flatMap((name) => layoutsIn(path.join(folder, name), depth - 1));
}

function templatesIn(folder: string): string[] {
  if (!isFolder(folder)) return [];
  return namesIn(folder).flatMap((name) => {
    if (name.endsWith('.html')) return [name];
    const inner = path.join(folder, name);
    return isFolder(inner)
      ? namesIn(inner)
          .filter((one) => one.endsWith('.html'))
          .map((one) => path.join(name, one))
      : [];
  });
}

/** What can't be read tells nothing. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function templateAt(file: string): string {
  try {
    const { size } = statSync(file);
    return size > MAX_BYTES ? '' : readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const REMARK = /\{\{-?\s*\/\*[\s\S]*?\*\/\s*-?\}\}/g;
const MARKDOWN = /\b(?:markdownify|RenderString)\b/;
const HIGHLIGHT = /\{\{[^{}]*\b(?:highlight|transform\.Highlight)\b/;
/** What shows its text as it is written, in a browser or drawn by a script. */
const LITERAL = /<(?:pre|code|textarea)\b|\bclass=["']?mermaid\b/gi;

/**
 * What a shortcode's template does with what it encloses; null where it takes no notice of it.
 * A template is a program, and this no run of it: those that highlight, or show within `<pre>`, and nowhere render Markdown, are
 * taken for code.
 */
export function enclosedIn(template: string): Enclosed | null {
  const text = template.replace(REMARK, '');
  if (!text.includes('.Inner')) return null;
  if (MARKDOWN.test(text)) return 'text';
  return HIGHLIGHT.test(text) || isLiteral(text) ? 'code' : 'text';
}

function isLiteral(text: string): boolean {
  const places = [...text.matchAll(LITERAL)];
  return places.some(({ index }, i) => {
    const part = text.slice(index, places[i + 1]?.index);
    const end = part.search(/<\/(?:pre|code|textarea|div)\b/i);
    return (end < 0 ? part : part.slice(0, end)).includes('.Inner');
  });
}
