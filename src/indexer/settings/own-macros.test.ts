import { afterAll, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';
import { readConfiguration } from './configuration.ts';

afterAll(removeSampleFolders);

const SETTINGS = `[macros]
RR = '\\mathbb{R}'
'\\norm' = ['\\lVert #1\\rVert', 1]
half = ['\\frac{#1}{#2}', 2, 'x']
`;

test('commands of the settings are known in every formula', async () => {
  const notes = { 'a.md': '$\\norm{x} \\in \\RR$ $\\half{2}\\half[y]{2}$', 'b.md': '$$\\RR$$' };
  const { report, texts } = await sampleSite(
    sampleFolder({ 'hearthmap.toml': SETTINGS, ...notes }),
    sampleApp(),
  );
  expect(report.diagnostics).toEqual([]);
  expect(texts.get('notes/b/index.html')).toContain('<mi mathvariant="double-struck">R</mi>');
});

test.each([
  ['macros = "x"', 'has "macros" that are no table', 1],
  ["[macros]\nRR = 'a}b'", 'has the macro "RR", which is no TeX that can be used', 2],
  ['[macros]\nRR = 7', 'has the macro "RR", which is no TeX that can be used', 2],
  ["[macros]\nRR = ['x', 'y']", 'has the macro "RR", which is no TeX that can be used', 2],
  ["[macros]\n'R R' = 'x'", 'has the macro "R R", which is no TeX that can be used', 2],
])('%j is told, with its line', (settings, message, line) => {
  const { macros, diagnostics } = readConfiguration(sampleFolder({ 'a.md': '', 'hearthmap.toml': settings }));
  expect(macros).toEqual([]);
  expect(diagnostics).toMatchObject([{ code: 'bad-configuration', message, line }]);
});
