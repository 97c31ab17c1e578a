/** The map without a frame, in a shadow of its own. */
import { EMBED_SITE_FILE } from '../../contract/embed-site.ts';
import type { FrameMessage, HostMessage } from '../../contract/embed.ts';
import { element } from './element.ts';
import { dress } from './element-parts.ts';
import { fetchFrom } from './fetch-json.ts';
import { openEmbed } from './page.ts';
import style from './page.css?inline';

/** In a shadow, what is worn is its host, and a rem is the page's: some have it at 10 pixels. */
const SHADED = style
  .replace(/:root(\[[^\]]*\])?/g, (_, worn?: string) => (worn === undefined ? ':host' : `:host(${worn})`))
  .replace(/(\d*\.?\d+)rem\b/g, (_, rems: string) => `${Number(rems) * 16}px`);

/**
 * @param place is filled
 * @param address what a frame would load
 * @param root of the site
 * @param hear is told what a frame would say
 * @param signal over when the map is gone
 * @returns takes what a frame would be told
 */
export function openInline(
  place: HTMLElement,
  address: URL,
  root: URL,
  hear: (message: FrameMessage) => void,
  signal: AbortSignal,
): (message: HostMessage) => void {
  const box = element('div', { class: 'embed' });
  const shadow = place.attachShadow({ mode: 'open' });
  dress(shadow, SHADED);
  shadow.append(box);
  let take: (message: HostMessage) => void = () => {};
  const siteJson = async (): Promise<string> => {
    // A kept one names files of an earlier build.
    const response = await fetch(new URL(EMBED_SITE_FILE, root), { signal, cache: 'no-cache' });
    if (!response.ok) throw new Error(`${EMBED_SITE_FILE} answered ${response.status}.`);
    return response.text();
  };
  void openEmbed(
    { box, worn: place, isPage: false, signal },
    address,
    root,
    siteJson,
    fetchFrom(root),
    (onTold) => {
      take = onTold;
      return { send: (message) => signal.aborted || hear(message), isThere: true };
    },
  );
  return take;
}
