import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../contract/diagnostic.ts';
import { DataError } from '../../contract/site.ts';
import { filterFindings, filterTitles, groupFindings, readReport } from './report.ts';

const finding = (
  code: Diagnostic['code'],
  severity: Diagnostic['severity'],
  message: string,
): Diagnostic => ({
  code,
  severity,
  file: 'posts/a.md',
  line: 3,
  column: 1,
  message,
});
const findings = [
  finding('missing-anchor', 'warning', 'no heading "x"'),
  finding('unresolved-reference', 'warning', 'no note "lost.md"'),
  finding('unresolved-reference', 'warning', 'no note "gone.md"'),
  finding('bad-front-matter', 'error', 'a quote is open'),
];

describe('readReport', () => {
  it('takes a report and refuses anything else in words', () => {
    expect(readReport({ version: 1, diagnostics: findings })).toEqual(findings);
    expect(() => readReport({ version: 2, diagnostics: [] })).toThrow(/version 2/);
    expect(() => readReport({ version: 1, diagnostics: [{ code: 'x' }] })).toThrow(DataError);
    expect(() => readReport(null)).toThrow(DataError);
  });
});

describe('groupFindings', () => {
  it('puts errors first, then the larger group', () => {
    expect(groupFindings(findings).map((group) => [group.code, group.findings.length])).toEqual([
      ['bad-front-matter', 1],
      ['unresolved-reference', 2],
      ['missing-anchor', 1],
    ]);
  });
});

describe('filterFindings', () => {
  it('wants every word, anywhere', () => {
    expect(filterFindings(findings, 'LOST note')).toEqual([findings[1]]);
    expect(filterFindings(findings, 'anchor posts')).toEqual([findings[0]]);
    expect(filterFindings(findings, ' ')).toBe(findings);
  });
});

it('names are filtered by all words, whatever their case', () => {
  const places = [{ title: 'Gödel and Turing' }, { title: 'turing machine' }];
  expect(filterTitles(places, 'TURING')).toEqual(places);
  expect(filterTitles(places, 'machine turing')).toEqual([places[1]]);
});
