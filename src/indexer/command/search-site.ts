/** Asks the search of a site outside of the browser: the same index, the same language, the same order. */
import { readFacts, type Facts } from '../../contract/facts.ts';
import { readHeadings } from '../../contract/headings.ts';
import { readMap, type Garden } from '../../contract/map.ts';
import { notePage } from '../../contract/page.ts';
import { isRecord } from '../../contract/site.ts';
import { textAddress } from '../../contract/texts.ts';
import { leftOut } from '../../query/left-out.ts';
import { answering } from '../../search/answering.ts';
import type { Answer, Hit, Match } from '../../search/engine.ts';
import { answerQuery } from '../../search/language.ts';
import { findingOf } from '../../search/mark-query.ts';
import type { Part } from '../../search/marking.ts';
import { openStore } from '../../search/open-store.ts';
import type { TextSource } from '../../search/phrases.ts';
import { readText } from '../../search/read-text.ts';
import { saysMore } from '../../search/says-more.ts';
import { makeSnippet } from '../../search/snippet.ts';
import { TitleSearch } from '../../search/title-hits.ts';

/** Text of a file of the site, by its path from the site's root. */
export type ReadFile = (name: string) => Promise<string>;

export interface Finding {
  readonly title: string;
  /** From the content folder; of what nobody has written, empty. */
  readonly path: string;
  /** From the site's root; of what nobody has written, empty. */
  readonly page: string;
  /** Words of the index that it was found by: not those that were asked for, where these are only begun or misspelt. */
  readonly terms: readonly string[];
  /** Of the section that shows best why it was found; null above the first one. */
  readonly heading: { readonly id: string; readonly text: string } | null;
  readonly parts: readonly Part[];
}

export interface Findings {
  /** Best first. */
  readonly findings: readonly Finding[];
  readonly total: number;
  /** How many of them, the last ones, have similar words or fewer of them. */
  readonly further: number;
  readonly how: Match;
  /** What can't be meant as it is written, or was left out, in words. */
  readonly troubles: readonly string[];
}

export interface OpenSite {
  readonly ask: (query: string, limit: number) => Promise<Findings>;
}

/** @throws {Error} in words, where a file is missing or isn't what it should be. */
export async function openSite(read: ReadFile): Promise<OpenSite> {
  const readJson = async (name: string): Promise<unknown> => JSON.parse(await read(name));
  const site = await readJson('site.json');
  const named = (key: string): string | null =>
    isRecord(site) && typeof site[key] === 'string' ? site[key] : null;
  const [map, search, factsFile] = [named('map'), named('search'), named('facts')];
  if (map === null || search === null)
    throw new Error('site.json names no map or no search. Build the site again.');
  const garden = readMap(await readJson(map));
  const folder = search.slice(0, search.lastIndexOf('/') + 1);
  const index = await openStore(await readJson(search), (file) => readJson(folder + file));
  const paths = pathsOf(await readJson('graph.json'));
  const texts = textsOf(readJson, index.texts);
  const titles = garden.titles.slice(0, garden.noteCount);
  const inTitles = new TitleSearch(garden);
  const engine = answering(index.store, titles, texts);
  const facts = async (): Promise<Facts | null> => {
    if (factsFile === null) return null;
    const found = readFacts(await readJson(factsFile));
    const { headingsFile, created } = found;
    if (headingsFile === null) return found;
    const beside = factsFile.slice(0, factsFile.lastIndexOf('/') + 1) + headingsFile;
    return { ...found, headings: readHeadings(await readJson(beside), created.length) };
  };

  const answer = async (query: string): Promise<Answer & { troubles: readonly string[] }> => {
    if (!saysMore(query)) {
      const found = await engine.answer({ words: query, phrases: [], further: true });
      return { ...found, troubles: missing(found) };
    }
    const reply = await answerQuery(
      query,
      {
        garden,
        engine,
        inTitles: (words) => inTitles.answer(words),
        facts,
      },
      true,
    );
    const left = reply.open.map((open) => leftOut(open, factsFile !== null));
    const wrong = reply.problems.map(({ message }) => message);
    return { ...reply, troubles: [...new Set([...wrong, ...left]), ...missing(reply)] };
  };

  return {
    async ask(query, limit) {
      const { troubles, ...found } = await answer(query);
      const { hits, match, further = 0 } = inTitles.exactFirst(found, query);
      const findings = await Promise.all(
        hits.slice(0, limit).map((hit) => finding(hit, query, garden, paths, texts)),
      );
      return { findings, total: hits.length, further, how: match, troubles };
    },
  };
}

/** What may be missing in an answer, in words. */
function missing({ lacks, unread }: Answer): string[] {
  return [
    ...(lacks === undefined
      ? []
      : [
          `A part of the index is missing or broken: notes with ${lacks.join(', ')} may be missing. Build the site again.`,
        ]),
    ...(unread === undefined
      ? []
      : [`${unread} more notes have the words, but were not read for the phrase.`]),
  ];
}

async function finding(
  { id, terms }: Hit,
  query: string,
  { titles, slugs }: Garden,
  paths: readonly string[],
  texts: TextSource,
): Promise<Finding> {
  const text = await texts.get(id);
  const { heading, parts } =
    text === null ? { heading: null, parts: [] } : makeSnippet(text, findingOf(query, terms), [titles[id]!]);
  const slug = slugs[id];
  return {
    title: titles[id]!,
    path: paths[id] ?? '',
    page: slug === undefined ? '' : notePage(slug),
    terms: [...new Set(terms)],
    heading,
    parts,
  };
}

function textsOf(readJson: (name: string) => Promise<unknown>, folder: string): TextSource {
  const files = new Map<string, Promise<unknown>>();
  return {
    async get(id) {
      const { file, place } = textAddress(id);
      const known = files.get(file) ?? readJson(folder + file).catch(() => []);
      files.set(file, known);
      const list = await known;
      return Array.isArray(list) ? readText(list[place]) : null;
    },
    // Whoever asks in a terminal waits.
    late: () => new Promise(() => {}),
  };
}

function pathsOf(graph: unknown): string[] {
  const notes = isRecord(graph) ? graph['notes'] : null;
  if (!Array.isArray(notes)) return [];
  return (notes as unknown[]).map((note) =>
    isRecord(note) && typeof note['path'] === 'string' ? note['path'] : '',
  );
}
