/** Where notes stand is computed in Node when a site is built and in a worker when a reader asks: same input, same bytes. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { build, type Rollup } from 'vite';
import { syntheticGarden } from '../src/layout/fixtures/graphs.ts';
import { placeGraph } from '../src/layout/place.ts';

const ROOT = join(import.meta.dirname, '..');
const ENTRY = '\0layout-entry';

/** Places a garden made of a seed; in Node below, and in the browser by the same source. */
const SEED = 7;
const WORKER = `
  import { placeGraph } from '${join(ROOT, 'src/layout/place.ts')}';
  import { syntheticGarden } from '${join(ROOT, 'src/layout/fixtures/graphs.ts')}';
  const graph = syntheticGarden(1200, 2800, ${SEED});
  const community = Int32Array.from({ length: 1200 }, (_, node) => node % 24);
  const { x, y } = placeGraph({ ...graph, community });
  postMessage({ x: [...x], y: [...y] });
`;

async function workerScript(): Promise<string> {
  const built = (await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        resolveId: (id: string) => (id === ENTRY ? id : null),
        load: (id: string) => (id === ENTRY ? WORKER : null),
      },
    ],
    build: { write: false, rollupOptions: { input: ENTRY } },
  })) as Rollup.RollupOutput;
  return built.output[0].code;
}

test('a worker of the browser finds the positions that Node finds, to the bit', async ({ page }) => {
  const code = await workerScript();
  await page.route('**/layout-worker.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: code }),
  );
  await page.goto('./site.json');
  const there = await page.evaluate(
    () =>
      new Promise<{ x: number[]; y: number[] }>((resolve, reject) => {
        const worker = new Worker('layout-worker.js', { type: 'module' });
        worker.onmessage = (event: MessageEvent<{ x: number[]; y: number[] }>) => resolve(event.data);
        worker.onerror = (event) => reject(new Error(event.message));
      }),
  );
  const graph = syntheticGarden(1200, 2800, SEED);
  const community = Int32Array.from({ length: 1200 }, (_, node) => node % 24);
  const here = placeGraph({ ...graph, community });
  expect(there.x).toEqual([...here.x]);
  expect(there.y).toEqual([...here.y]);
});
