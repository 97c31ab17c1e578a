import { afterAll, expect, test } from 'vitest';
import { diagnosticLine } from '../command/summary-diagnostics.ts';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { sampleApp, sampleSite } from '../sample-site.ts';

afterAll(removeSampleFolders);

const NOTES = { 'content/A - B.md': '', 'content/c  d.md': '', 'content/one word.md': '' };

test.each([
  [
    '',
    NOTES,
    [
      'A - B.md:1:1 bad-configuration is /a-b/ on the blog for Hugo before 0.123, which is taken for yours, and /a---b/ since, and so for 1 more note. If yours is as new, say so by module.hugoVersion.min, such as "0.123.0".',
    ],
  ],
  ['', { 'content/one word.md': '', 'content/A - B.md': '+++\nslug = "ab"\n+++\n' }, []],
  ['module.hugoVersion.min = "0.123.0"', NOTES, []],
])(
  'names with spaces are told where %j leaves open what Hugo makes of them: %#',
  async (settings, notes, told) => {
    const { report } = await sampleSite(sampleFolder({ 'hugo.toml': settings, ...notes }), sampleApp());
    expect(report.diagnostics.map((found) => diagnosticLine(found))).toEqual(told);
  },
);
