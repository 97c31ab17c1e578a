/** Every file of the site. What takes time is made when a file is written or asked for, and kept by what it is made from. */
import { EMBED_SITE_FILE } from '../contract/embed-site.ts';
import { EMBED_PAGE } from '../contract/embed.ts';
import type { GraphFile } from '../contract/graph.ts';
import { LINKS_A_FILE, linksAddress } from '../contract/links.ts';
import { SITE_VERSION, type SiteFile } from '../contract/site.ts';
import { textAddress, TEXTS_A_FILE, type TextFile } from '../contract/texts.ts';
import { fingerprint } from './common/fingerprint.ts';
import { keyOf } from './common/key-of.ts';
import { memo } from './common/memo.ts';
import { keepSame } from './common/same-value.ts';
import type { Stages } from './common/stages.ts';
import type { Site, SiteContent } from './common/types.ts';
import { findAround, readWords, type AroundMemory } from './derive/around.ts';
import { backlinksData } from './derive/backlinks-data.ts';
import { findAssets, type AssetsInput, type NoteFiles } from './derive/derive-assets.ts';
import { deriveAttachments } from './derive/derive-attachments.ts';
import { deriveFacts } from './derive/derive-facts.ts';
import { ghostKey, type NodeGraph } from './derive/derive-graph.ts';
import { deriveHeadings } from './derive/derive-headings.ts';
import { deriveLinks, linkTargets } from './derive/derive-links.ts';
import { deriveNear, derivePages, linkedNodes, nearGroups } from './derive/derive-near.ts';
import { createRelatedMemory } from './derive/derive-related.ts';
import { searchBlocks, searchFiles } from './derive/derive-search.ts';
import { KeptFiles } from './derive/kept-files.ts';
import { feed, llmsText, sitemap } from './derive/machine-files.ts';
import { Nearness } from './derive/nearness.ts';
import { Words } from './derive/words.ts';
import type { Insets } from './insets/insets.ts';
import { aliasColumns, deriveMap } from './map/derive-map.ts';
import { ghostPlace } from './map/follow-moves.ts';
import { packMap } from './map/pack-map.ts';
import type { KeptPositions } from './map/positions-file.ts';
import { recallMap, type MapMemory, type RecalledMap } from './map/recall-map.ts';
import { readableText } from './math/readable-tex.ts';
import { embedPage } from './pages/derive-embed-page.ts';
import { listPage, startPage } from './pages/derive-overview.ts';
import { summaryOf } from './pages/derive-page.ts';
import { missingPage } from './pages/missing-page.ts';
import { createNotePagesMemory, putNotePages, type NotePagesMemory } from './pages/note-pages.ts';
import { planEmbeds } from './pages/plan-embeds.ts';
import { parseSettingsOf } from './parse/parse-settings.ts';
import type { AppFiles } from './read/app-files.ts';
import type { GitDates } from './resolve/git-dates.ts';
import { blogOf } from './resolve/permalink.ts';
import type { ResolvedNote } from './resolve/resolved-note.ts';
import type { Configuration } from './settings/configuration.ts';

export interface DeriveInput extends AssetsInput {
  readonly app: AppFiles;
  readonly configuration: Configuration;
  readonly live: string | undefined;
  /** Where the site will be, with a slash at the end, or null. */
  readonly url: string | null;
  readonly graph: GraphFile;
  readonly nodes: NodeGraph;
  readonly gitDates: GitDates;
  readonly insets: Pick<Insets, 'get'>;
  /** Waits for formulas and code: pages hold them, and some formulas can't be set. */
  readonly settled: () => Promise<void>;
  readonly report: Site['report'];
  readonly stages: Stages;
  /** Whether other threads may help. */
  readonly threaded: boolean;
  /** The author's own. */
  readonly positions: KeptPositions | null;
  readonly isFreshMap: boolean;
}

/** What is kept between runs. */
export interface DeriveMemory extends MapMemory, AroundMemory {
  files: ReadonlyMap<string, SiteContent>;
  readonly pages: NotePagesMemory;
  readonly words: Words;
  nearness?: { readonly nodes: NodeGraph; readonly nearness: Nearness };
  noteFiles?: readonly NoteFiles[];
  search?: { readonly key: string; files?: Promise<SearchFiles> };
}

type SearchFiles = ReturnType<typeof searchFiles>;

export function createDeriveMemory(cache: string | null): DeriveMemory {
  return {
    cache,
    files: new Map(),
    pages: createNotePagesMemory(),
    words: new Words(),
    related: createRelatedMemory(),
  };
}

export interface Derived {
  readonly files: Map<string, SiteContent>;
  /** The text of the author's file of positions, as it would keep this map. */
  readonly positions: () => Promise<string>;
  /** The text of a file of backlinks. */
  readonly backlinks: () => string;
  /** To be called once formulas and code are there: lets go of the run before. */
  readonly renew: () => void;
}

export async function deriveFiles(input: DeriveInput, memory: DeriveMemory): Promise<Derived> {
  const { app, configuration, notes, graph, stages } = input;
  const kept = new KeptFiles(memory.files, app.files);
  const { files } = kept;
  const put = kept.put.bind(kept);

  const { key: mapKey, read: map, positions } = mapOf(input, memory);

  const parsed = notes.map(({ note }) => note);
  const attached: Set<string>[] = notes.map(() => new Set());
  const noteFiles = keepSame(memory.noteFiles, findAssets(input, files, attached));
  memory.noteFiles = noteFiles;
  const attachments = deriveAttachments(attached);
  const embeds = notes.map((_, id) => planEmbeds(id, notes));
  for (const plan of embeds) input.diagnostics.push(...plan.diagnostics);
  // What the same file is made into depends on these too.
  const syntax = [fingerprint(), app.script, parseSettingsOf(configuration)];
  const wordsKey = keyOf([syntax, parsed.map(({ path, hash, title }) => [path, hash, title])]);
  const texts = `data/texts.${wordsKey}/`;
  const search = `data/search.${wordsKey}/`;
  const targets = linkTargets(notes, graph.ghosts);
  const linksKey = keyOf([wordsKey, targets]);
  const links = `data/links.${linksKey}/`;
  const headings = deriveHeadings(parsed);
  const headingsFile = headings === null ? null : `headings.${keyOf(headings)}.json`;
  const facts = deriveFacts(parsed, input.gitDates, headingsFile);
  const hasDates = facts?.created !== undefined || facts?.modified !== undefined;
  const blog = blogOf(configuration);
  const pages = derivePages(notes, blog.path);
  const pagesFile = `data/pages.${keyOf(pages)}.json`;
  const site: SiteFile = {
    version: SITE_VERSION,
    title: graph.site.title,
    baseURL: blog.address,
    map: `data/map.${mapKey}.json`,
    search: `${search}index.json`,
    report: 'report.json',
    pages: pagesFile,
    links,
    ...(facts === null ? {} : { facts: `data/facts.${keyOf(facts)}.json` }),
    ...(hasDates ? { dates: true } : {}),
    ...(attachments === null ? {} : { attachments: `data/attachments.${keyOf(attachments)}.json` }),
    ...(configuration.views.length === 0 ? {} : { views: configuration.views }),
    ...(configuration.offline ? {} : { offline: false }),
    ...(input.live === undefined ? {} : { live: input.live }),
  };
  put('site.json', site, () => json(site));
  // Dear, and not needed where nobody searches between two edits, or nothing has changed since the last build.
  const made = memory.search?.key === wordsKey ? memory.search : { key: wordsKey };
  memory.search = made;
  const makeSearch = async (): Promise<SearchFiles> => {
    await readWords(memory.words, parsed, stages);
    return searchFiles(parsed, memory.words, texts);
  };
  put(site.search, wordsKey, async () => (await (made.files ??= makeSearch())).index);
  for (let block = 0; block < searchBlocks(parsed.length); block++) {
    put(`${search}${block}.json`, wordsKey, async () => (await (made.files ??= makeSearch())).blocks[block]!);
  }
  for (let first = 0; first < parsed.length; first += TEXTS_A_FILE) {
    const group = parsed.slice(first, first + TEXTS_A_FILE);
    const { file } = textAddress(first);
    put(texts + file, [syntax, group.map(({ hash }) => hash)], () => json(group.map(readable)));
  }

  for (let first = 0; first < parsed.length; first += LINKS_A_FILE) {
    const group = parsed.slice(first, first + LINKS_A_FILE);
    const ends = targets.slice(first, first + LINKS_A_FILE);
    const { file } = linksAddress(first);
    put(links + file, [syntax, group.map(({ hash }) => hash), ends], () => json(deriveLinks(group, ends)));
  }

  if (site.facts !== undefined) put(site.facts, site.facts, () => json(facts));
  if (headingsFile !== null) put(`data/${headingsFile}`, headingsFile, () => json(headings));
  if (site.attachments !== undefined) put(site.attachments, site.attachments, () => json(attachments));

  const { words, cache } = memory;
  const nearness = nearnessOf(input.nodes, memory);
  const around = await findAround(
    {
      notes: parsed,
      nearness,
      key: linksKey,
      words,
      cache,
      stages,
    },
    memory,
  );

  const { url } = input;
  const atom = url === null ? null : feed(notes, url, graph.site.title, (id) => summaryOf(parsed[id]!));
  const frame = {
    app,
    siteTitle: graph.site.title,
    language: configuration.language,
    url,
    hasFeed: atom !== null,
  };
  const frameKey = keyOf([
    syntax,
    app.styles,
    app.preload,
    app.mathStyle,
    app.asideStyle,
    app.printStyle,
    frame.siteTitle,
    frame.language,
    url,
    frame.hasFeed,
  ]);
  const linked = putNotePages(
    {
      notes,
      nearness,
      around,
      noteFiles,
      embeds,
      frame,
      frameKey,
      baseURL: graph.site.baseURL,
      insets: input.insets,
      settled: input.settled,
      hasPictures: configuration.pictures,
      isServed: input.live !== undefined,
    },
    memory.pages,
    kept,
  );
  const overview = [frameKey, mapKey, parsed.map(({ title }) => title)];
  put('notes/index.html', overview, () => listPage(frame, notes));
  put('404.html', frameKey, () => missingPage(frame));
  if (url !== null) {
    const inputs = [
      url,
      notes.map(({ slug, note }) => [slug, note.frontMatter.lastmod ?? note.frontMatter.date]),
    ];
    put('sitemap.xml', inputs, () => sitemap(notes, url));
  }
  if (atom !== null) put('feed.xml', atom, () => atom);
  const nearKey = keyOf([mapKey, pages]);
  const near = `data/near.${nearKey}/`;
  put(pagesFile, pages, () => json(pages));
  const embed = { near, texts, map: site.map, pages: pagesFile, baseURL: site.baseURL, notes: notes.length };
  const framed = [frameKey, app.embedScript, app.embedPreload, app.embedStyles, embed];
  put(`${EMBED_PAGE}index.html`, framed, () => embedPage(frame, embed));
  put(EMBED_SITE_FILE, embed, () => json(embed));
  // These last: the map is drawn meanwhile.
  put(site.map, mapKey, async () => json(packMap(await map())));
  const linkedAll = memo(linkedNodes);
  for (const group of nearGroups(notes, pages, blog.path)) {
    put(near + group.file, nearKey, async () =>
      json(deriveNear(group, linkedAll(input.nodes), await map(), pages)),
    );
  }
  put('index.html', overview, async () => startPage(frame, notes, await map()));
  put('llms.txt', [overview, notes.map(({ slug, note }) => [slug, note.frontMatter.description])], async () =>
    llmsText(notes, graph.site.title, (await map()).regions),
  );
  const named = notes.map(({ note, slug, permalink }) => [note.file ?? note.path, slug, permalink]);
  put('graph.json', [wordsKey, graph.site, named, notes.map(leadsTo)], () => json(graph));
  // Which formulas can't be set is a matter of the notes' text.
  put('report.json', [wordsKey, input.diagnostics], async () => json(await input.report()));
  memory.files = files;
  return {
    files,
    positions,
    backlinks: () => backlinksData(notes, linked.back, configuration.languages?.chosen ?? null),
    renew: () => kept.renew(),
  };
}

function nearnessOf(nodes: NodeGraph, memory: DeriveMemory): Nearness {
  if (memory.nearness?.nodes !== nodes) memory.nearness = { nodes, nearness: new Nearness(nodes) };
  return memory.nearness.nearness;
}

function mapOf(input: DeriveInput, memory: DeriveMemory): RecalledMap {
  const { notes, graph, nodes, positions, isFreshMap, diagnostics, stages, threaded } = input;
  const names = [
    ...graph.notes.map(({ path }) => path),
    ...graph.ghosts.map(({ name }) => ghostPlace(ghostKey(name))),
  ];
  const tags = graph.notes.map((note) => note.tags);
  return recallMap(
    {
      graphKey: keyOf([
        fingerprint(),
        nodes,
        names,
        graph.tags,
        graph.notes.map(({ page }) => page),
        tags,
        aliasColumns(notes),
      ]),
      nodes: { ...nodes, names, tags },
      toFile: (drawing) => deriveMap(notes, nodes, graph.tags, drawing),
      positions,
      isFresh: isFreshMap,
      diagnostics,
      stages,
      threaded,
    },
    memory,
  );
}

/** Where a note's references lead, in short. */
const leadsToKey = memo((resolutions: ResolvedNote['resolutions']) => keyOf(resolutions));
function leadsTo({ resolutions }: ResolvedNote): string {
  return leadsToKey(resolutions);
}

/** The texts of a note as one reads them. */
function readable({ sections }: ResolvedNote['note']): TextFile {
  return { sections: sections.map((section) => ({ ...section, text: readableText(section.text) })) };
}

function json(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
