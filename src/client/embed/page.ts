/** What the frame holds: asks for what the address names, draws it, and tells the page around what happens. */
import { readEmbedSite } from '../../contract/embed-site.ts';
import type { EmbedNote, Opens } from '../../contract/embed.ts';
import { notePage } from '../../contract/page.ts';
import { countNotes } from '../graph/garden/count-notes.ts';
import { element } from './element.ts';
import type { Fetch } from './fetch-json.ts';
import { findHost, type Host } from './host.ts';
import { wear } from './looks.ts';
import { hrefOf, tellNote } from './places.ts';
import { makePreview, type Preview } from './preview.ts';
import { readRequest } from './request.ts';
import { layStage, openStage, type Bare, type Stage } from './stage.ts';
import { readSurroundings, type Surroundings } from './surroundings.ts';
import { thousands } from '../../contract/thousands.ts';

/** Where the map stands: in a page of its own, or in a part of another. */
export interface Place {
  /** Is filled. */
  readonly box: HTMLElement;
  /** Wears the colours. */
  readonly worn: HTMLElement;
  readonly isPage: boolean;
  /** Over when the map is gone. */
  readonly signal: AbortSignal;
}

/**
 * Draws what the frame's page is asked for.
 * @param root of the site
 * @param site what `readEmbedSite` reads
 * @param fetchJson from the root
 */
export async function openPage(
  address: URL,
  root: URL,
  site: string | undefined,
  fetchJson: Fetch,
): Promise<void> {
  const place = {
    box: document.body,
    worn: document.documentElement,
    isPage: true,
    signal: new AbortController().signal,
  };
  await openEmbed(place, address, root, () => Promise.resolve(site), fetchJson, findHost);
}

/**
 * Draws what an address asks for.
 * @param root of the site
 * @param siteJson what `readEmbedSite` reads
 * @param fetchJson from the root
 * @param hostOf the page around, which is given what to do with its colours
 */
export async function openEmbed(
  place: Place,
  address: URL,
  root: URL,
  siteJson: () => Promise<string | undefined>,
  fetchJson: Fetch,
  hostOf: typeof findHost,
): Promise<void> {
  const { box, worn, signal } = place;
  const request = readRequest(address.searchParams, root.origin);
  let restyle = (): void => {};
  wear(worn, request.scheme, {});
  const host = hostOf(({ scheme, look }) => {
    wear(worn, scheme, look);
    restyle();
  });
  for (const colours of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    matchMedia(colours).addEventListener('change', () => restyle(), { signal });
  try {
    const site = readEmbedSite(await siteJson());
    if (request.named !== null || request.query !== '') {
      const { frameExplorer } = await import('./explorer-frame.ts');
      restyle = await frameExplorer(place, request, site, root, fetchJson, host);
      return;
    }
    const coming = readSurroundings(request, site, fetchJson);
    // Meanwhile the browser sets up what every map has: colours, fonts and where things stand.
    const pane = layPane(place);
    restyle = () => pane.bare?.restyle();
    const shown = await coming;
    if (signal.aborted) return;
    const tell = (node: number): EmbedNote => tellNote(node, shown, site.baseURL, root);
    const { centre, garden } = shown;
    pane.whole.href = new URL(centre === null ? '' : notePage(garden.slugs[centre]!), root).href;
    show(pane, shown, {
      ...place,
      opens: request.open,
      host,
      tell,
      preview: makePreview(pane.pane, shown, site.texts, fetchJson),
    });
    host.send({
      kind: 'ready',
      note: centre === null ? null : tell(centre),
      notes: countNotes(garden, shown.placement.shown),
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    box.replaceChildren(element('p', { class: 'problem', role: 'alert' }, message));
    host.send({ kind: 'error', message });
  }
}

interface Pane {
  readonly pane: HTMLElement;
  readonly heading: HTMLElement;
  /** Between map and list. */
  readonly toggle: HTMLElement;
  /** The way to the explorer. */
  readonly whole: HTMLAnchorElement;
  /** The map itself; null where this browser draws nothing: the list is the map then. */
  readonly bare: Bare | null;
}

/** The pane, and what stands on the map in it. */
function layPane({ box, isPage }: Place): Pane {
  const heading = element(isPage ? 'h1' : 'p', { class: 'title' }, 'Map of notes');
  const toggle = element(
    'button',
    { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'list' },
    'List',
  );
  const whole = element(
    'a',
    { target: '_blank', rel: 'noopener' },
    element('span', { class: 'wide' }, 'Open the whole map'),
    element('span', { class: 'narrow' }, 'Whole map'),
  );
  const pane = element(
    isPage ? 'main' : 'section',
    { class: 'pane' },
    element('div', { class: 'about', 'data-over-map': '' }, heading),
    element('div', { class: 'bar', 'data-over-map': '' }, toggle, whole),
  );
  box.replaceChildren(pane);
  let bare: Bare | null = null;
  try {
    bare = layStage(pane);
  } catch {
    // The list is all there is then.
  }
  return { pane, heading, toggle, whole, bare };
}

/** Where the map stands, and whom it tells what. */
interface Setting extends Place {
  readonly opens: Opens;
  readonly host: Host;
  readonly tell: (node: number) => EmbedNote;
  readonly preview: Preview;
}

/** Fills the pane with what is to be shown, which answers to pointer and keys from then on. */
function show(
  { pane, heading, toggle, bare }: Pane,
  shown: Surroundings,
  { isPage, signal, opens, host, tell, preview }: Setting,
): void {
  const { garden, centre, placement } = shown;
  const linkOf = (note: EmbedNote): string | null => hrefOf(note, opens);
  const count = countNotes(garden, placement.shown);
  const local = placement.local && centre !== null;
  const about = local ? `Around ${garden.titles[centre]!}` : counted(count, 'note');
  if (isPage) document.title = about;
  heading.textContent = about;
  if (local)
    heading.after(
      element(
        'p',
        { class: 'facts' },
        `${counted(count - 1, 'note')} within ${counted(shown.depth, 'link')}`,
      ),
    );
  // The page around has a main part of its own, which only the name tells from this one.
  pane.setAttribute('aria-label', `Map of notes: ${about}`);

  const press = (node: number): void => {
    // It is being read already.
    if (node === centre && shown.isOwn && opens === 'blog') return;
    const note = tell(node);
    const href = linkOf(note);
    if (host.isThere) host.send({ kind: 'select', note });
    else if (href !== null) open(href, '_top');
  };
  let heard: number | null = null;
  const hear = (node: number | null): void => {
    if (node === heard) return;
    heard = node;
    host.send({ kind: 'hover', note: node === null ? null : tell(node) });
  };
  let stage: Stage | null = null;
  const onListed = (node: number | null): void => {
    hear(node);
    stage?.hover(node);
  };
  if (bare !== null)
    stage = openStage(
      pane,
      bare,
      shown,
      `Map: ${about}`,
      {
        onHover(node, at) {
          hear(node);
          if (node === null) preview.hide();
          else if (preview.node !== node) preview.show(node, at, null);
        },
        onPress(node, how) {
          const href = linkOf(tell(node));
          if (how === 'apart' && href !== null) open(href, '_blank', 'noopener');
          // A finger sees first what it would open.
          else if (how !== 'tap' || preview.node === node) press(node);
        },
        onLeave: () => preview.hide(),
      },
      signal,
    );
  let list: HTMLElement | null = null;
  const turn = async (isList: boolean): Promise<void> => {
    // It comes when it is wanted, and the picture before it.
    const { makeList } = await import('./list.ts');
    if (list === null)
      pane.append((list = makeList(shown, { tell, hrefOf: linkOf, onHover: onListed, onPress: press })));
    list.hidden = !isList;
    pane.classList.toggle('listed', isList);
    toggle.textContent = isList ? 'Map' : 'List';
    toggle.setAttribute('aria-expanded', String(isList));
  };
  const fail = (): void => void (toggle.textContent = 'The list did not come.');
  toggle.addEventListener('click', () => void turn(list?.hidden !== false).catch(fail));
  if (stage === null) void turn(true).then(() => toggle.remove(), fail);
}

function counted(count: number, what: string): string {
  return `${count === 0 ? 'No' : thousands(count)} ${what}${count === 1 ? '' : 's'}`;
}
