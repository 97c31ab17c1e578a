/** Named views and queries: what only the explorer itself can show. It stands in a frame of its own, and is told of from here. */
import type { EmbedSite } from '../../contract/embed-site.ts';
import { notePage } from '../../contract/page.ts';
import { readPages } from '../../contract/near.ts';
import { ghostName, readMap } from '../../contract/map.ts';
import { DataError, isRecord, NO_VIEW } from '../../contract/site.ts';
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
const TITLE = 'Map of notes';
const NOT_COME = 'The explorer did not come: blocked, or not there.';

/** Resolves once the map is drawn; then with what makes the explorer take on new colours. */
export async function frameExplorer(
  { box, worn, signal }: Place,
  request: EmbedRequest,
  site: EmbedSite,
  root: URL,
  fetchJson: Fetch,
  host: Host,
): Promise<() => void> {
  if (request.named !== null && request.named !== NO_VIEW) {
    const names = ['local', 'whole', ...(await viewNames(fetchJson))];
    if (!names.includes(request.named))
      throw new DataError(`There is no view "${request.named}". There are: ${names.join(', ')}.`);
  }
  const found = await findNote(request, site, fetchJson);
  const at = found?.at ?? request.host;
  const node = found?.near.garden.idBySlug.get(found.slug);
  const note = node === undefined ? null : tellNote(node, { ...found!.near, at }, site.baseURL, root);
  const coloured = (): string => {
    const theme = worn.dataset['hmTheme'];
    return explorerAddress(request, found?.slug ?? null, theme, root).href;
  };
  let address = coloured();
  const title = note === null ? TITLE : `${TITLE} around ${note.title}`;
  const frame = element('iframe', { class: 'explorer', title, src: address });
  // With the same view and query, beside the other panes.
  const whole = explorerAddress(request, found?.slug ?? null, undefined, root);
  whole.searchParams.delete('embed');
  const way = { href: whole.href, target: '_blank', rel: 'noopener' };
  const bar = element('div', { class: 'bar' }, element('a', way, 'Open the whole map'));
  box.replaceChildren(frame, element('div', { class: 'listed' }, bar));
  frame.style.height = `calc(100% - ${bar.offsetHeight}px)`;
  const notes = await drawn(frame, signal);
  const listen = (): void => {
    for (const type of ['click', 'auxclick'] as const)
      frame.contentDocument?.addEventListener(type, follow, true);
    frame.contentWindow?.addEventListener('hearthmap:hover', hover);
  };
  listen();
  frame.addEventListener('load', listen);

  let hovers = 0;
  let reading: Promise<Pick<Surroundings, 'garden' | 'pages' | 'at'>> | undefined;
  function about(): NonNullable<typeof reading> {
    return (reading ??= Promise.all([fetchJson(site.map), fetchJson(site.pages)])
      .then(([map, pages]) => {
        const garden = readMap(map);
        return { garden, pages: readPages(pages, garden.noteCount), at };
      })
      .catch((error: unknown) => {
        // The next press asks anew.
        reading = undefined;
        throw error;
      }));
  }

  function follow(event: MouseEvent): void {
    const link = (event.target as Element | null)?.closest<HTMLAnchorElement>('a[href]');
    // The right button asks for the browser's own menu.
    if (!link || event.button > 1) return;
    event.preventDefault();
    event.stopPropagation();
    void tell(new URL(link.href), event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey);
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
  async function tell({ origin, pathname, searchParams }: URL, isApart: boolean): Promise<void> {
    const known = await about();
    const { garden } = known;
    const ghost = searchParams.get('ghost');
    const node =
      ghost === null
        ? garden.slugs.findIndex((slug) => origin + pathname === new URL(notePage(slug), root).href)
        : garden.titles.findIndex((_, node) => node >= garden.noteCount && ghostName(garden, node) === ghost);
    if (node < 0) return;
    const note = tellNote(node, known, site.baseURL, root);
    const place = hrefOf(note, request.open);
    if (isApart && place !== null) open(place, '_blank', 'noopener');
    else if (host.isThere) host.send({ kind: 'select', note });
    else if (place !== null) open(place, '_top');
  }

  host.send({ kind: 'ready', note, notes });
  return () => {
    if (address === coloured()) return;
    address = coloured();
    frame.contentWindow!.location.replace(address);
  };
}

/** Those that the author gave. The map in sight needs nothing else of the file, and its reader would come with every map. */
async function viewNames(fetchJson: Fetch): Promise<readonly string[]> {
  const site = await fetchJson('site.json', 'no-cache');
  const views: unknown = isRecord(site) ? site['views'] : null;
  return Array.isArray(views) ? views.filter(isRecord).map(({ id }) => String(id)) : [];
}

/** How many notes are on the map, once it is drawn. */
function drawn(frame: HTMLIFrameElement, signal: AbortSignal): Promise<number> {
  const end = performance.now() + GIVES_UP_AFTER;
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const marks = marksOf(frame);
      if (marks === null) reject(new Error(NOT_COME));
      else if (marks.length > 0) resolve(Number((marks[0] as PerformanceMark).detail));
      else if (performance.now() > end) reject(new Error('The explorer did not draw its map.'));
      else if (!signal.aborted) setTimeout(look, LOOKS_EVERY);
    };
    look();
  });
}

/** Null where a page of the browser's own stands in the frame, which says that ours may not. */
function marksOf({ contentWindow }: HTMLIFrameElement): PerformanceEntryList | null {
  try {
    return contentWindow?.performance.getEntriesByName('hearthmap:map-drawn') ?? [];
  } catch {
    return null;
  }
}
