import { escapeText } from './holes.ts';

/** Characters that no XML file can hold, not even as entities (XML 1.0, 2.2), and that show nothing anywhere else. */
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

const ALL_NOT_IN_XML = new RegExp(NOT_IN_XML, 'gu');

/** Text of an XML file's elements and attributes. What XML can't hold is left out. */
export function xmlText(text: string): string {
  return escapeText(text.replace(ALL_NOT_IN_XML, ''));
}

/** The text with a mark in the place of each such character. */
export function withoutControls(text: string): string {
  return NOT_IN_XML.test(text) ? text.replace(ALL_NOT_IN_XML, '\uFFFD') : text;
}

/** The first such character, as `U+0008`, and its UTF-16 offset; null where there is none. */
export function controlIn(text: string): { readonly name: string; readonly offset: number } | null {
  const found = NOT_IN_XML.exec(text);
  if (found === null) return null;
  const number = found[0].codePointAt(0)!.toString(16).toUpperCase();
  return { name: `U+${number.padStart(4, '0')}`, offset: found.index };
}
