/**
 * Obsidian's sizes of pictures, behind what they show.
 *
 *     ![a lantern|300](lantern.png)   ![300x200](lantern.png)
 */
import type { MarkdownIt, Token } from 'markdown-it';

/** In pixels: the width, and the height where there is one. */
export type PictureSize = readonly [width: number, height?: number];

const SIZE = /(?:^|\|)\s*(\d{1,4})(?:x(\d{1,4}))?\s*$/;

export function pictureSize(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'picture-size', ({ tokens }) => {
    for (const { children } of tokens) {
      for (const token of children ?? []) if (token.type === 'image') takeSize(token);
    }
  });
}

/** Takes the size from what stands behind an embed's bar. */
export function readSize(written: string): { text: string; size: PictureSize | null } {
  const match = SIZE.exec(written);
  if (match === null) return { text: written, size: null };
  const width = Number(match[1]);
  const height = match[2] === undefined ? undefined : Number(match[2]);
  return {
    text: written.slice(0, match.index).trim(),
    size: height === undefined ? [width] : [width, height],
  };
}

function takeSize(token: Token): void {
  const last = token.children?.at(-1);
  if (last?.type !== 'text' || !/\d\s*$/.test(last.content)) return;
  // A number alone is a size only where it is all that the picture is called.
  if (token.children!.length > 1 && !last.content.includes('|')) return;
  const { text, size } = readSize(last.content);
  if (size === null) return;
  last.content = text;
  token.content = readSize(token.content).text;
  token.attrSet('width', String(size[0]));
  if (size[1] !== undefined) token.attrSet('height', String(size[1]));
}
