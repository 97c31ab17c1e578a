/** The room that a picture or film has on its page, kept before it has come. The styles let the height follow the width. */
import type { Pixels } from '../derive/picture-pixels.ts';

/** A width and a height that are written hold, whatever the file's are. */
export function withWrittenRatios(html: string): string {
  if (!html.includes(' height="')) return html;
  return html.replace(/<(?:img|video) [^>]*/g, (tag) => {
    const [width, height] = [/ width="([1-9]\d*)"/.exec(tag)?.[1], / height="([1-9]\d*)"/.exec(tag)?.[1]];
    if (width === undefined || height === undefined) return tag;
    return tag.replace(/^<\w+/, `$& style="aspect-ratio:${width}/${height}"`);
  });
}

/**
 * Attributes to add: the picture's size, or what follows from the width or the height that is written.
 * @param attributes of its tag; @param pixels of its file, where that tells
 */
export function ownRoom(attributes: string, pixels: Pixels | undefined): string {
  if (pixels === undefined) return '';
  const [width, height] = pixels;
  const has = [' width="', ' height="'].filter((name) => attributes.includes(name)).length;
  if (has === 0) return ` width="${width}" height="${height}"`;
  return has === 1 ? ` style="aspect-ratio:auto ${width}/${height}"` : '';
}
