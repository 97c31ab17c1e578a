/** Every file of the site, from the graph down to the pages. What is dear to make is kept between runs by what it is made from. */
import { createHash } from 'node:crypto';
import type { Diagnostic } from '../contract/diagnostic.ts';
import type { GraphFile } from '../contract/graph.ts';
import type { MapFile } from '../contract/map.ts';
import { SITE_VERSION, type SiteFile } from '../contract/site.ts';
import type { AppFiles } from './app-files.ts';
import type { AssetAnswer } from './assets.ts';
import type { Configuration } from './configuration.ts';
import type { NodeGraph, ResolvedNote } from './derive-graph.ts';
import { deriveMap } from './derive-map.ts';
import { listPage, missingPage, startPage } from './derive-overview.ts';
import { derivePage, findBacklinks } from './derive-page.ts';
import { deriveSearch, textFile } from './derive-search.ts';
import { diagnose } from './diagnose.ts';
import { noteName } from './permalink.ts';
import type { Stages } from './stages.ts';
import type { Site, SiteContent } from './types.ts';

export interface DeriveInput {
  readonly app: AppFiles;
  readonly configuration: Configuration;
  readonly live: string | undefined;
  readonly notes: readonly ResolvedNote[];
  readonly graph: GraphFile;
  readonly nodes: NodeGraph;
  readonly findAsset: (argument: string, folder: string) => AssetAnswer;
  /** Path from the content folder → absolute path. */
  readonly assets: ReadonlyMap<string, string>;
  /** Takes what is found missing on the way. */
  readonly diagnostics: Diagnostic[];
  /** Called last, when all diagnostics are in. */
  readonly report: () => Site['report'];
  readonly stages: Stages;
}

/** What the last run made, with a key of all that went into it. */
export interface DeriveMemory {
  map?: { readonly key: string; readonly value: MapFile };
}

export async function deriveFiles(
  input: DeriveInput,
  memory: DeriveMemory,
): Promise<Map<string, SiteContent>> {
  const { app, configuration, notes, graph, nodes, stages, diagnostics } = input;
  const files = new Map<string, SiteContent>(app.files);
  const put = (name: string, text: string): void => void files.set(name, { kind: 'bytes', bytes: text });
  const putHashed = (folder: string, name: string, text: string): string => {
    const address = `${folder}/${name}.${hashOf(text)}.json`;
    put(address, text);
    return address;
  };

  const mapKey = hashOf(
    JSON.stringify([nodes, graph.tags, notes.map(({ slug }) => slug), graph.notes.map(({ tags }) => tags)]),
  );
  const map = await stages.run('Drawing the map', 1, () =>
    memory.map?.key === mapKey ? memory.map.value : deriveMap(notes, nodes, graph.tags),
  );
  memory.map = { key: mapKey, value: map };

  const answers = notes.map(({ note }) =>
    note.assets.map(({ argument }) => input.findAsset(argument, noteName(note.path).folder)),
  );
  notes.forEach(({ note, resolutions }, id) => {
    answers[id]!.forEach((answer, index) => {
      if (answer.kind === 'file') files.set(answer.address, { kind: 'copy', from: answer.source });
      else
        diagnostics.push(
          diagnose(
            'missing-asset',
            note.path,
            note.assets[index]!,
            answer.reason,
            'Put it there, or mend its name.',
          ),
        );
    });
    for (const resolution of resolutions) {
      if (resolution.kind !== 'asset' || resolution.path === '') continue;
      const answer = input.findAsset(`/${resolution.path}`, '');
      if (answer.kind === 'file') files.set(answer.address, { kind: 'copy', from: answer.source });
    }
  });

  await stages.run('Indexing words', notes.length, async () => {
    const texts = notes.map(({ note }) => JSON.stringify(textFile(note)));
    const folder = `data/texts.${hashOf(texts.join('\n'))}/`;
    texts.forEach((text, id) => put(`${folder}${id}.json`, text));
    const search = JSON.stringify(
      await deriveSearch(
        notes.map(({ note }) => note),
        folder,
      ),
    );
    const site: SiteFile = {
      version: SITE_VERSION,
      title: graph.site.title,
      baseURL: graph.site.baseURL,
      map: putHashed('data', 'map', JSON.stringify(map)),
      search: putHashed('data', 'search', search),
      report: 'report.json',
      ...(input.live === undefined ? {} : { live: input.live }),
    };
    put('site.json', `${JSON.stringify(site)}\n`);
  });

  await stages.run('Making pages', notes.length, async (tell) => {
    const frame = { app, siteTitle: graph.site.title, language: configuration.language };
    const backlinks = findBacklinks(notes);
    const contentAddress = (asset: string): string | null => {
      const answer = asset === '' ? null : input.findAsset(`/${asset}`, '');
      return answer?.kind === 'file' ? answer.address : null;
    };
    const pageInput = {
      frame,
      notes,
      backlinks,
      assets: (id: number) => answers[id]!,
      contentAddress,
      baseURL: graph.site.baseURL,
    };
    for (let id = 0; id < notes.length; id++) {
      put(`notes/${notes[id]!.slug}/index.html`, derivePage(id, pageInput));
      if (id % 50 === 49) {
        tell(id + 1);
        await new Promise(setImmediate);
      }
    }
    put('index.html', startPage(frame, notes, map));
    put('notes/index.html', listPage(frame, notes));
    put('404.html', missingPage(graph.site.title, configuration.language));
  });
  put('graph.json', `${JSON.stringify(graph)}\n`);
  put('report.json', `${JSON.stringify(input.report())}\n`);
  return files;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
