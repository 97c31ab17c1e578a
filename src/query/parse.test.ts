import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format } from './format.ts';
import { MAX_LENGTH, MAX_NESTING, MAX_TERMS, parse } from './parse.ts';
import { allOf, anyOf, FEATURES, notThis, STATES, termsOf, type Query } from './query.ts';

/** The query in its plainest form, and what is said about it. */
function read(text: string): string {
  const { query, problems } = parse(text);
  return [
    format(query),
    ...problems.map(({ from, to, message }) => `${text.slice(from, to)} | ${message}`),
  ].join('\n');
}

describe('a query', () => {
  it.each([
    ['', ''],
    ['  two   words ', 'two words'],
    ['two AND words', 'two words'],
    ['"a phrase" -not', '"a phrase" -not'],
    ['a b OR c', 'a b OR c'],
    ['a (b OR c)', 'a (b OR c)'],
    ['((a)) (b c)', 'a b c'],
    ['-(a b) --c', '-(a b) c'],
    ['or and not', 'or and not'],
    ['#math/algebra -#draft', 'tag:math/algebra -tag:draft'],
    ['TAG:#Math/', 'tag:Math'],
    ['title:(wave OR "black hole")', 'title:wave OR title:"black hole"'],
    ['title:(a tag:b)', 'title:a tag:b'],
    ['path:posts/2024 section:"open questions"', 'path:posts/2024 section:"open questions"'],
    ['link:"On being late"', 'link:"On being late"'],
    ['is:Orphans has:formulas has:images', 'is:orphan has:math has:picture'],
    ['after:2024-5 before:2025', 'after:2024-05 before:2025'],
    ['links:>5 links:<3 links:2..4 backlinks:0', 'links:>=6 links:<=2 links:2..4 backlinks:0'],
    ['/^the .*[/]/ path:/a|b/', '/^the .*[/]/ path:/a|b/'],
    ['/gauss/i or (/a|b/gi) /a/b', '/gauss/ or /a|b/ "/a/b"'],
    [
      'and/or https://ex.org/a std::vector 12:30 Chapter: one',
      'and/or https://ex.org/a std::vector 12:30 Chapter: one',
    ],
    ['“curly marks” #', '"curly marks" #'],
    ['"a \\"b\\" \\\\ \\n"', '"a \\"b\\" \\\\ \\\\n"'],
    ['a\u0000b\ud800c', 'a b c'],
  ])('%j is read as %j, without complaint', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['tilte:x', "tilte:x\ntilte: | I don't know “tilte:”; did you mean “title:”?"],
    [
      'foo:x',
      "foo:x\nfoo: | I don't know “foo:”. I know title:, tag:, path:, section:, link:, is:, has:, before:, after:, links: and backlinks:. Quotation marks make it a text to look for.",
    ],
    ['a "b c', 'a "b c"\n" | This quotation mark is never closed.'],
    ['a ""', 'a\n"" | Nothing stands between these quotation marks.'],
    ['(a b', 'a b\n( | This bracket is never closed.'],
    ['a) b', 'a b\n) | This bracket closes nothing.'],
    ['a () b', 'a b\n() | Nothing stands between these brackets.'],
    ['a OR', 'a\nOR | OR joins what stands before and behind it; here there is nothing on one side.'],
    ['OR a', 'a\nOR | OR joins what stands before and behind it; here there is nothing on one side.'],
    ['tag: x', 'x\ntag: | Nothing stands behind “tag:”. Write it without a space.'],
    ['before:2024-13', '\nbefore:2024-13 | “2024-13” is no date. Write 2024, 2024-05 or 2024-05-17.'],
    ['after:2023-02-29', '\nafter:2023-02-29 | “2023-02-29” is no date. Write 2024, 2024-05 or 2024-05-17.'],
    ['has:maths has:mathh', "has:math\nmathh | I don't know “has:mathh”; did you mean “has:math”?"],
    ['is:blue', "\nis:blue | I don't know “is:blue”. I know is:orphan and is:ghost."],
    [
      'links:many',
      '\nlinks:many | “many” is no number of links. Write links:5, links:>5, links:<=5 or links:2..5.',
    ],
    ['links:5..2', '\nlinks:5..2 | No number is 5 at least and 2 at most.'],
    ['/a(/', '\n/a(/ | The regular expression has a “(” that is never closed.'],
    ['/[/', '"/[/"\n/[/ | The regular expression has a “[” that is never closed.'],
    [
      String.raw`/(a)\1/`,
      '\n/(a)\\1/ | The regular expression refers back to a group, which is not done here.',
    ],
    ['/(?=a)/', '\n/(?=a)/ | The regular expression looks ahead or back, which is not done here.'],
    [
      '/unfinished',
      '"/unfinished"\n/unfinished | A regular expression ends with a slash; “/unfinished” is taken as a word.',
    ],
    ['has:/x/', '\nhas:/x/ | A regular expression goes with title:, path: and tag:, not with has:.'],
  ])('%j is taken as well as it can be, and what is wrong is said', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('offers what a slip of the finger could be mended to', () => {
    const text = 'a tilte:b has:mathh';
    const mended = parse(text)
      .problems.toReversed()
      .reduce((now, { from, to, instead = '?' }) => now.slice(0, from) + instead + now.slice(to), text);
    expect(mended).toBe('a title:b has:math');
    expect(parse(mended).problems).toEqual([]);
  });

  it('is bounded in length, words and nesting, and says so', () => {
    const long = parse('x'.repeat(MAX_LENGTH + 5));
    expect(long.problems).toEqual([
      { from: MAX_LENGTH, to: MAX_LENGTH + 5, message: expect.stringContaining('100,000') as string },
    ]);
    const many = parse('(a '.repeat(3) + 'b '.repeat(MAX_TERMS + 10));
    expect(termsOf(many.query)).toHaveLength(MAX_TERMS);
    expect(many.problems.map(({ message }) => message)).toEqual([expect.stringContaining('1,000')]);
    const deep = parse(`${'('.repeat(5_000)}a${')'.repeat(5_000)} b`);
    expect(format(deep.query)).toBe('a b');
    expect(deep.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining(String(MAX_NESTING)),
    ]);
    expect(parse(')'.repeat(50_000)).problems.length).toBeLessThan(50);
  });

  it('takes time that grows with its length only', () => {
    for (const piece of ['(', '-', '"', '/', '/a ', 'OR ', 'a:', '#', '\\', 'tag:(', '“', '/[ ']) {
      const start = performance.now();
      parse(piece.repeat(MAX_LENGTH / piece.length));
      expect(performance.now() - start, piece).toBeLessThan(1_500);
    }
  });
});

const pieces = fc.constantFrom(
  ...[
    '(',
    ')',
    '"',
    '“',
    '-',
    '#',
    '/',
    '\\',
    ' ',
    ' ',
    'OR',
    'AND',
    'tag:',
    'title:',
    'tilte:',
    'has:',
    'math',
    '[',
    ']',
  ],
  ...[
    'before:',
    '2024-05',
    'links:',
    '>5',
    'link:',
    'path:',
    'is:',
    'orphan',
    'a',
    'é',
    '漢',
    '💡',
    '\u0000',
    '\ud83d',
    '*',
    '.',
  ],
);
const typed = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

const word = fc.stringMatching(/^[a-zé漢0-9][a-zé漢0-9'.+-]{0,6}$/);
const phrase = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
  .filter((text) => /\p{L}/u.test(text) && !/[\p{Cc}\p{Cs}]/u.test(text));
const name = fc
  .oneof(
    word,
    phrase.map((text) => text.replace(/^[#\s]+|[/\s]+$/g, '')),
  )
  .filter((text) => text !== '');
const term: fc.Arbitrary<Query> = fc.oneof(
  word.map((text) => ({ kind: 'words', field: null, text, phrase: false }) as const),
  fc.record({
    kind: fc.constant('words' as const),
    field: fc.constantFrom('title', 'path', 'section'),
    text: word,
    phrase: fc.constant(false),
  }),
  phrase.map((text) => ({ kind: 'words', field: null, text, phrase: true }) as const),
  name.map((tag) => ({ kind: 'tag', tag }) as const),
  name.map((note) => ({ kind: 'link', note }) as const),
  fc.constantFrom(...STATES).map((what) => ({ kind: 'is', what }) as const),
  fc.constantFrom(...FEATURES).map((what) => ({ kind: 'has', what }) as const),
  fc
    .constantFrom('2024', '2024-02', '2024-02-29')
    .map((date) => ({ kind: 'date', side: 'after', date }) as const),
  fc
    .constantFrom('a.c', '^a+$', '[/ ]b', String.raw`\/\d`)
    .map((source) => ({ kind: 'pattern', field: null, source }) as const),
  fc
    .tuple(fc.nat(50), fc.oneof(fc.nat(50), fc.constant(Infinity)))
    .map(([least, more]) => ({ kind: 'count', of: 'links', least, most: least + more }) as const),
);
const { tree } = fc.letrec<{ tree: Query }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    term,
    fc.array(tie('tree'), { minLength: 2, maxLength: 4 }).map(allOf),
    fc.array(tie('tree'), { minLength: 2, maxLength: 4 }).map(anyOf),
    tie('tree').map(notThis),
  ),
}));

describe('any query', () => {
  it('is read without a failure, with problems that lie inside of it', () => {
    fc.assert(
      fc.property(typed, (text) => {
        for (const { from, to, message } of parse(text).problems) {
          expect(0 <= from && from < to && to <= text.length).toBe(true);
          expect(message).toMatch(/[.?]$/);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('says the same once it is written anew', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { query } = parse(text);
        expect(parse(format(query)).query).toEqual(query);
      }),
      { numRuns: 3_000 },
    );
  });

  it('of any shape comes back from its text', () => {
    fc.assert(
      fc.property(tree, (query) => {
        expect(parse(format(query)).query).toEqual(query);
      }),
    );
  });
});
