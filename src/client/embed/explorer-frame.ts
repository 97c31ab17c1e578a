/** Named views and queries: what only the explorer itself can show. It stands in a frame of its own, and is told of from here. */
import type { EmbedSite } from '../../contract/embed-site.ts';
import { notePage } from '../../contract/page.ts';
import { readPages } from '../../contract/near.ts';
import { readMap } from '../../contract/map.ts';
import { element } from './element.ts';
import { explorerAddress } from './explorer-address.ts';
import type { Host } from './host.ts';
import type { Place } from './page.ts';
import { hrefOf, tellNote } from './places.ts';
import type { EmbedRequest } from './request.ts';
import type { Fetch } from './fetch-json.ts';
import { findNote, type Surroundings } from './surroundings.ts';

const LOOKS_EVERY = 100;
const GIVES_UP_AFTER = 20_000;

/** Resolves once the map is drawn; then with what makes the explorer take on new colours. */
export async function frameExplorer(
  { box, worn }: Place,
  request: EmbedRequest,
  site: EmbedSite,
  root: URL,
  fetchJson: Fetch,
  host: Host,
): Promise<() => void> {
  const found = await findNote(request, site, fetchJson);
  const coloured = (): string => {
    const theme = worn.dataset['hmTheme'];
    return explorerAddress(request, found?.slug ?? null, theme, root).href;
  };
  let address = coloured();
  const frame = element('iframe', { class: 'explorer', title: 'Map of notes', src: address });
  box.replaceChildren(frame);
  await drawn(frame);
  const listen = (): void => {
    frame.contentDocument!.addEventListener('click', follow, true);
    frame.contentWindow!.addEventListener('hearthmap:hover', hover);
  };
  listen();
  frame.addEventListener('load', listen);

  let hovers = 0;
  let reading: Promise<Pick<Surroundings, 'garden' | 'pages' | 'at'>> | undefined;
  function about(): NonNullable<typeof reading> {
    return (reading ??= Promise.all([fetchJson(site.map), fetchJson(site.pages)])
      .then(([map, pages]) => {
        const garden = readMap(map);
        return { garden, pages: readPages(pages, garden.noteCount), at: found?.at ?? request.host };
      })
      .catch((error: unknown) => {
        // The next press asks anew.
        reading = undefined;
        throw error;
      }));
  }

  function follow(event: MouseEvent): void {
    const link = (event.target as Element | null)?.closest<HTMLAnchorElement>('a[href]');
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    void tell(link.href.split(/[?#]/)[0]!);
  }
  async function hover(event: Event): Promise<void> {
    const node: unknown = (event as CustomEvent).detail;
    const number = ++hovers;
    const known = await about().catch(() => null);
    if (known === null) return;
    // Tags and attachments are nodes of the explorer's own.
    const isNote = typeof node === 'number' && node < known.garden.nodeCount;
    const note = isNote ? tellNote(node, known, site.baseURL, root) : null;
    if (number === hovers) host.send({ kind: 'hover', note });
  }
  async function tell(href: string): Promise<void> {
    const known = await about();
    const node = known.garden.slugs.findIndex((slug) => href === new URL(notePage(slug), root).href);
    if (node < 0) return;
    const note = tellNote(node, known, site.baseURL, root);
    const place = hrefOf(note, request.open);
    if (host.isThere) host.send({ kind: 'select', note });
    else if (place !== null) open(place, '_top');
  }

  host.send({ kind: 'ready', note: null, notes: site.notes });
  return () => {
    if (address === coloured()) return;
    address = coloured();
    frame.contentWindow!.location.replace(address);
  };
}

function drawn(frame: HTMLIFrameElement): Promise<void> {
  const end = performance.now() + GIVES_UP_AFTER;
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const marks = frame.contentWindow?.performance.getEntriesByName('hearthmap:map-drawn') ?? [];
      if (marks.length > 0) resolve();
      else if (performance.now() > end) reject(new Error('The explorer did not draw its map.'));
      else setTimeout(look, LOOKS_EVERY);
    };
    look();
  });
}
