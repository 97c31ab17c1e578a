import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GitHistory } from './git-history.ts';

/** As git prints it: the moment, then its changes. */
function printed(...commits: (readonly [day: string, ...changes: string[]])[]): Uint8Array {
  const text = commits.map(([day, ...changes]) => {
    const lines = changes.map((change) => `${change.split(' > ').join('\0')}\0`);
    return `\x02${day}T23:30:00-11:00\0${lines.length === 0 ? '' : '\n'}${lines.join('')}`;
  });
  return new TextEncoder().encode(text.join(''));
}

function datesOf(bytes: Uint8Array, piece = bytes.length): Record<string, string> {
  const history = new GitHistory();
  for (let at = 0; at < bytes.length; at += Math.max(1, piece)) {
    history.take(bytes.subarray(at, at + Math.max(1, piece)));
  }
  return Object.fromEntries(
    [...history.dates].map(([name, { created, modified }]) => [name, `${created} ${modified}`]),
  );
}

describe('the history of files', () => {
  test('begins with the first commit of each and ends with the last', () => {
    const bytes = printed(
      ['2024-05-03', 'M > a.md'],
      ['2024-05-02'],
      ['2024-05-02', 'M > a.md', 'A > b ü\nc.md'],
      ['2024-05-01', 'A > a.md'],
    );
    expect(datesOf(bytes)).toEqual({
      'a.md': '2024-05-01 2024-05-03',
      'b ü\nc.md': '2024-05-02 2024-05-02',
    });
  });

  test('knows the moment of the last commit, with its zone', () => {
    const history = new GitHistory();
    const utc = new TextEncoder().encode('\x022024-05-03T01:02:03+00:00\0\nA\0b.md\0');
    for (const bytes of [printed(['2024-05-01', 'M > a.md'], ['2024-05-09', 'A > a.md']), utc])
      history.take(bytes);
    expect([...history.dates.values()].map(({ last }) => last)).toEqual([
      '2024-05-01T23:30:00-11:00',
      '2024-05-03T01:02:03Z',
    ]);
  });

  test('follows a file under the names that it had', () => {
    const bytes = printed(
      ['2024-05-04', 'M > c.md'],
      ['2024-05-03', 'R100 > b.md > c.md'],
      ['2024-05-02', 'R100 > a.md > b.md'],
      ['2024-05-01', 'A > a.md'],
    );
    expect(datesOf(bytes)).toEqual({ 'c.md': '2024-05-01 2024-05-04' });
  });

  test('takes a file that has the name of a deleted or renamed one for a new file', () => {
    const bytes = printed(
      ['2024-05-04', 'A > a.md', 'A > d.md'],
      ['2024-05-03', 'R100 > a.md > b.md'],
      ['2024-05-02', 'M > d.md'],
      ['2024-05-01', 'A > a.md', 'A > d.md'],
    );
    expect(datesOf(bytes)).toEqual({
      'a.md': '2024-05-04 2024-05-04',
      'b.md': '2024-05-01 2024-05-03',
      'd.md': '2024-05-04 2024-05-04',
    });
  });

  test('heeds that authors’ days need not be in the order of the commits', () => {
    const bytes = printed(['2024-05-01', 'M > a.md'], ['2024-05-09', 'M > a.md'], ['2024-05-04', 'A > a.md']);
    expect(datesOf(bytes)).toEqual({ 'a.md': '2024-05-01 2024-05-09' });
  });

  test('takes a name like a commit or a status for a name', () => {
    const bytes = printed(['2024-05-01', 'A > \x022020-01-01', 'A > M', 'M > R100 > x']);
    expect(Object.keys(datesOf(bytes)).slice(0, 2)).toEqual(['\x022020-01-01', 'M']);
  });

  test('is the same however the output is cut', () => {
    const change = fc
      .tuple(
        fc.constantFrom('A', 'M', 'R100'),
        fc.constantFrom('a', 'ä', '日', '𝄞'),
        fc.constantFrom('x', 'y'),
      )
      .map(([status, one, other]) =>
        status === 'R100' ? `${status} > ${one} > ${other}` : `${status} > ${one}`,
      );
    const commit = fc
      .tuple(fc.integer({ min: 10, max: 28 }), fc.array(change, { maxLength: 3 }))
      .map(([day, changes]) => [`2024-05-${day}`, ...changes] as const);
    fc.assert(
      fc.property(fc.array(commit, { maxLength: 8 }), fc.integer({ min: 1, max: 9 }), (commits, piece) => {
        const bytes = printed(...commits);
        expect(datesOf(bytes, piece)).toEqual(datesOf(bytes));
      }),
    );
  });

  test('reads anything at all without failing', () => {
    fc.assert(fc.property(fc.uint8Array({ max: 4 }), (bytes) => void datesOf(bytes)));
  });
});
