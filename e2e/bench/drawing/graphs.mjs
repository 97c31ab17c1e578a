/** Gardens for the pages: seeded graphs, drawn by the project's own code, as map files. */
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { ROOT } from '../blog.mjs';

/** @typedef {import('../../../src/contract/map.ts').MapColumns} MapColumns */

const WORDS = (
  'alder amber anchor arch ash basin beacon birch bridge brook cedar chart cliff clover coast cove delta dune elm ' +
  'ember fern field fjord ford gate glade grove harbour heath hedge hill inlet island ivy lake lane lantern ledge ' +
  'marsh meadow mill moor moss oak orchard path pebble pier pine pond quarry reed ridge river sand shore spring'
).split(' ');

/**
 * @param {number} nodes
 * @param {number} links
 * @param {number} seed
 * @returns {Promise<MapColumns>}
 */
export async function syntheticMap(nodes, links, seed) {
  /** @type {{ module: typeof import('../../../src/layout/fixtures/graphs.ts') }} */
  const { module: graphs } = await runnerImport(join(ROOT, 'src', 'layout', 'fixtures', 'graphs.ts'));
  /** @type {{ module: { drawMap: (input: object) => Pick<MapColumns, 'unit' | 'x' | 'y' | 'region' | 'regions'> } }} */
  const { module: drawing } = await runnerImport(join(ROOT, 'src', 'indexer', 'map', 'draw-map.ts'));
  const { from, to } = graphs.syntheticGarden(nodes, links, seed);
  const random = graphs.seeded(seed);
  const word = () => WORDS[Math.floor(random() * WORDS.length)] ?? '';
  const titles = Array.from({ length: nodes }, (_, node) =>
    [...Array.from({ length: 1 + Math.floor(random() * 3) }, word), node].join(' '),
  );
  const slugs = titles.map((title) => title.replaceAll(' ', '-'));
  const nobody = titles.map(() => []);
  const drawn = drawing.drawMap({
    titles,
    noteCount: nodes,
    names: slugs,
    tags: nobody,
    from,
    to,
    last: null,
  });
  return { titles, slugs, ...drawn, from, to, tags: [], noteTags: nobody };
}
