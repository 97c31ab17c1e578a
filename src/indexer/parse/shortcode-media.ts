/**
 * Hugo's shortcodes that would show something of another host: here they are links in words, so that nobody else learns
 * who is reading.
 *
 *     {{< youtube w7Ft2ymGmfc >}}   {{< x user="SanDiegoZoo" id="1453110110599868418" >}}   {{< gist someone 50a7482715 >}}
 */
import { PAGE_CLASS } from '../../contract/page-class.ts';
import { escapeText } from '../common/holes.ts';
import { EXTERNAL_REL } from '../sanitise/sanitise-rules.ts';
import type { Shortcode } from './shortcode.ts';

interface Media {
  readonly words: string;
  readonly href: string;
}

/** Takes an argument by its name or its place; null where it isn't there, or could be more than a part of an address. */
type Take = (key: string, position: number) => string | null;

const youtube = (take: Take): Media | null => {
  const id = take('id', 0);
  return id === null ? null : { words: 'Video on YouTube', href: `https://www.youtube.com/watch?v=${id}` };
};
const vimeo = (take: Take): Media | null => {
  const id = take('id', 0);
  return id === null ? null : { words: 'Video on Vimeo', href: `https://vimeo.com/${id}` };
};
const instagram = (take: Take): Media | null => {
  const id = take('id', 0);
  return id === null ? null : { words: 'Post on Instagram', href: `https://www.instagram.com/p/${id}/` };
};
const post = (take: Take): Media | null => {
  const second = take('id', 1);
  const id = second ?? take('id', 0);
  if (id === null) return null;
  const user = second === null ? null : take('user', 0);
  return {
    words: user === null ? 'Post on X' : `Post by ${user} on X`,
    href: `https://x.com/${user ?? 'i/status'}/${user === null ? '' : 'status/'}${id}`,
  };
};
const gist = (take: Take): Media | null => {
  const user = take('user', 0);
  const id = take('id', 1);
  if (user === null || id === null) return null;
  const file = take('file', 2);
  const words = file === null ? 'Gist on GitHub' : `Gist on GitHub: ${file}`;
  return { words, href: `https://gist.github.com/${user}/${id}` };
};

const MEDIA: ReadonlyMap<string, (take: Take) => Media | null> = new Map([
  ['youtube', youtube],
  ['vimeo', vimeo],
  ['vimeo_simple', vimeo],
  ['instagram', instagram],
  ['instagram_simple', instagram],
  ['tweet', post],
  ['twitter', post],
  ['twitter_simple', post],
  ['x', post],
  ['x_simple', post],
  ['gist', gist],
]);

/** A link to what the shortcode would show; null where it shows nothing of the kind. */
export function mediaLink({ name, named, positional }: Shortcode): string | null {
  const found = MEDIA.get(name)?.((key, position) => {
    const value = named.get(key) ?? positional[position];
    return value !== undefined && /^[\w.-]{1,100}$/.test(value) ? value : null;
  });
  if (found === undefined || found === null) return null;
  const title = named.get('title') ?? '';
  const words = escapeText(title === '' ? found.words : `${found.words}: ${title}`);
  return `<a class="${PAGE_CLASS.external}" rel="${EXTERNAL_REL}" href="${escapeText(found.href)}">${words}</a>`;
}
