/**
 * Files that Hugo makes pages of and Hearthmap doesn't: their language is another than Markdown. They are known by name and
 * address, so that references to them lead to the blog.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import type { Diagnostic } from '../../contract/diagnostic.ts';
import { diagnose } from '../common/diagnose.ts';
import type { FrontMatter } from '../common/types.ts';
import {
  FrontMatterError,
  readHugoFrontMatter,
  type FrontMatterBlock,
} from '../front-matter/front-matter.ts';
import { hugoFields, type HugoFieldSettings } from '../front-matter/hugo-fields.ts';

export interface OtherPage {
  /** From the content folder, as if it were Markdown: references don't heed what a file's name ends with. */
  readonly path: string;
  /** Its own path. */
  readonly own: string;
  readonly frontMatter: FrontMatter;
}

/** Endings as Hugo writes them; it heeds their case. Source: `contentFileExtensions` of Hugo 0.111. */
const ENDING = /\.(html?|mdown|asciidoc|adoc|ad|re?st|org|pandoc|pdc)$/;
const MAX_HEAD = 80 * 1024;

/** @param files path from the content folder → absolute path */
export function readOtherPages(files: ReadonlyMap<string, string>, settings: HugoFieldSettings): OtherPage[] {
  return [...files].flatMap(([own, absolute]) => {
    const [ending] = ENDING.exec(own) ?? [];
    if (ending === undefined) return [];
    const head = headOf(absolute);
    // HTML that begins with a tag is a file like any other to Hugo.
    if (/^\.html?$/.test(ending) && /^\s*</.test(head)) return [];
    const path = own.slice(0, -ending.length) + '.md';
    return { path, own, frontMatter: hugoFields(blockOf(head, ending), path, settings) };
  });
}

/** One for each kind of file, at the first of them. */
export function tellOtherPages(pages: readonly OtherPage[]): Diagnostic[] {
  const kinds = new Map<string, OtherPage[]>();
  for (const page of pages) {
    const ending = ENDING.exec(page.own)![0];
    kinds.set(ending, [...(kinds.get(ending) ?? []), page]);
  }
  return [...kinds].map(([ending, of]) => {
    const more = of.length - 1;
    return diagnose(
      'other-format',
      of[0]!.own,
      { line: 1, column: 1 },
      more === 0
        ? "is a page of the blog that isn't Markdown: it isn't shown here"
        : `and ${more} more "${ending}" are pages of the blog that aren't Markdown: they aren't shown here`,
      `References to ${more === 0 ? 'it' : 'them'} lead to the blog.`,
    );
  });
}

/** Endings of what others take for notes, near to Markdown as some of it is. */
const NOTES_OF_OTHERS = /\.(?:mdx|qmd|rmd|mdown|mkdn?|org|adoc|rst)$/i;

/** The same of a plain folder, without the names of files: they may be drafts. @param paths from the content folder */
export function tellOtherNotes(paths: Iterable<string>): Diagnostic[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const [ending] = NOTES_OF_OTHERS.exec(path.toLowerCase()) ?? [];
    if (ending !== undefined) counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  return [...counts].map(([ending, count]) =>
    diagnose(
      'other-format',
      '.',
      { line: 1, column: 1 },
      `${count === 1 ? `1 file ends in ${ending}: it isn't` : `${count} files end in ${ending}: they aren't`} shown here`,
      'Notes end in .md or .markdown.',
    ),
  );
}

function blockOf(head: string, ending: string): Pick<FrontMatterBlock, 'fields' | 'raw'> {
  try {
    return readHugoFrontMatter(ending === '.org' ? orgHead(head) : head);
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    return readHugoFrontMatter('');
  }
}

/** The keywords at an Org file's top as front matter in JSON: `#+title: A note`, `#+tags[]: a b`, `#+date: <2026-03-01 Sun>`. */
function orgHead(head: string): string {
  const fields = new Map<string, string | string[]>();
  for (const line of head.split('\n')) {
    const [, key, list, value] = /^#\+(\w+)(\[\])?:\s*(.*?)\s*$/.exec(line) ?? [];
    if (key === undefined) break;
    const stamp = /^[<[](\d{4}-\d{2}-\d{2})\b.*[>\]]$/.exec(value!);
    fields.set(key.toLowerCase(), list === undefined ? (stamp?.[1] ?? value!) : value!.split(/\s+/));
  }
  return JSON.stringify(Object.fromEntries(fields));
}

/** Nothing, where it can't be read: it is told where it is copied. */
function headOf(file: string): string {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const bytes = Buffer.alloc(MAX_HEAD);
    const text = bytes.subarray(0, readSync(descriptor, bytes)).toString('utf8');
    return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  } catch {
    return '';
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
