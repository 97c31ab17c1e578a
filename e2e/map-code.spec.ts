import { expect, test } from '@playwright/test';
import { mapCodeBytes } from './bench/map-code.mjs';

/** Bytes after gzip. */
const MOST = 25_000;

test('the code of the map, its workers and both renderers too, keeps its budget', async () => {
  const bytes = await mapCodeBytes();
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThanOrEqual(MOST);
});
