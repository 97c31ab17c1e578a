import { describe, expect, test } from 'vitest';
import type { Severity } from '../../contract/diagnostic.ts';
import type { RawReference } from '../common/types.ts';
import { resolveNote } from './resolve.ts';
import { sampleNames, sampleNote } from './sample-notes.ts';

const notes = [
  sampleNote('_index.md'),
  sampleNote(
    'posts/one.md',
    { aliases: ['/old/'] },
    { headings: [{ level: 2, id: 'fire', text: 'The Fire' }] },
  ),
  sampleNote('posts/Kindling.md'),
  sampleNote('posts/twin.md'),
  sampleNote('docs/twin.md'),
  sampleNote('docs/a b#c%?.md'),
  sampleNote('docs/bundle/index.md'),
  ...Array.from({ length: 13 }, (_, index) => sampleNote(`many/${String(index).padStart(2, '0')}/same.md`)),
  sampleNote('posts/accents.md', { title: 'Résumé of Gödel', aliases: ['Straße 7'] }),
];
const names = sampleNames(notes, {
  baseURL: 'https://ex.org/blog/',
  assets: ['docs/pic.png', 'docs/a#b.png'],
});
const indexOf = (path: string): number => notes.findIndex((note) => note.path === path);

interface Told {
  readonly answer: string;
  readonly told: readonly string[];
}

function resolve(
  kind: RawReference['kind'],
  argument: string,
  from = 'posts/one.md',
  unresolvedSeverity: Severity = 'warning',
  rest: Partial<RawReference> = {},
  site: 'hugo' | 'obsidian' = 'hugo',
): Told {
  const reference = { kind, argument, line: 3, column: 7, text: '', sentence: '', at: -1, ...rest };
  const note = { ...notes[indexOf(from)]!, references: [reference] };
  const { resolutions, diagnostics } = resolveNote(indexOf(from), names, note, {
    unresolvedSeverity,
    kind: site,
  });
  const [resolution] = resolutions;
  const told = diagnostics.map(({ code, severity, line, column, file, message, suggestion = '' }) => {
    expect([file, line, column]).toEqual([from, 3, 7]);
    return `${severity} ${code}: ${message}. ${suggestion}`;
  });
  switch (resolution?.kind) {
    case 'note': {
      const { to, anchor, anchorExists } = resolution;
      return { answer: notes[to]!.path + (anchor === null ? '' : `#${anchor} ${anchorExists}`), told };
    }
    case 'page':
      return { answer: `page ${resolution.target}${resolution.anchor ?? ''}`, told };
    case 'ghost':
      return { answer: `ghost ${resolution.name}${resolution.anchor ?? ''}`, told };
    case 'asset':
      return { answer: `file ${resolution.path}`, told };
    default:
      return { answer: 'none', told };
  }
}

describe('a relref', () => {
  test.each([
    ['Kindling.md', 'posts/Kindling.md'],
    ['one.md#fire', 'posts/one.md#fire true'],
    ['#fire', 'posts/one.md#fire true'],
    ['/docs/', 'page /blog/docs/'],
  ])('to %j leads to %s, and nothing is told', (argument, answer) => {
    expect(resolve('relref', argument)).toEqual({ answer, told: [] });
  });

  test.each([
    [
      'Kindlign.md',
      'ghost Kindlign',
      'unresolved-reference: no note "Kindlign.md". did you mean "Kindling.md"?',
    ],
    [
      '/posts/kindling/',
      'ghost /posts/kindling/',
      'unresolved-reference: no note "/posts/kindling/". Hugo finds posts/Kindling.md since 0.123: if yours is as new, say so by module.hugoVersion.min.',
    ],
    ['bundel', 'ghost bundel', 'unresolved-reference: no note "bundel". did you mean "bundle"?'],
    ['Zymurgy.md#x', 'ghost Zymurgyx', 'unresolved-reference: no note "Zymurgy.md". '],
    [
      'one.md#fier',
      'posts/one.md#fier false',
      'missing-anchor: "one.md#fier" names "fier", which is no heading or id of posts/one.md. did you mean "fire"?',
    ],
    ['', 'none', 'unresolved-reference: a relref names no note. Name one, or take the shortcode out.'],
    [
      '100%.md',
      'none',
      'unresolved-reference: "100%.md" is no address. Hugo stops here: a percent sign in it must be written as %25.',
    ],
  ])('to %j is told: %s', (argument, answer, told) => {
    expect(resolve('relref', argument)).toEqual({ answer, told: [`warning ${told}`] });
  });

  test('that could be several leads nowhere, and all are named', () => {
    expect(resolve('ref', 'twin.md', '_index.md', 'error')).toEqual({
      answer: 'none',
      told: [
        'error ambiguous-reference: "twin.md" could be posts/twin.md, docs/twin.md. Name it with its folder.',
      ],
    });
  });

  test('for a language that the site lacks, or another output format, leads nowhere', () => {
    const asking = (rest: Partial<RawReference>): Told =>
      resolve('relref', 'one.md', 'docs/twin.md', 'error', rest);
    expect(asking({ language: 'xx' })).toEqual({
      answer: 'none',
      told: ['error unresolved-reference: "one.md" asks for the language "xx". The site has en.'],
    });
    expect(asking({ language: 'en' })).toEqual({ answer: 'posts/one.md', told: [] });
    const format = asking({ otherFormat: true });
    expect(format.answer).toBe('none');
    expect(format.told).toEqual([expect.stringContaining('asks for an output format other than HTML')]);
  });

  test('unresolved is as bad as the site’s refLinksErrorLevel says', () => {
    expect(resolve('relref', 'x.md', 'posts/one.md', 'error').told[0]).toMatch(/^error unresolved-reference/);
    expect(resolve('wikilink', 'x', 'posts/one.md', 'error').told[0]).toMatch(/^error unresolved-reference/);
    expect(resolve('relref', 'one.md#x', 'posts/one.md', 'error').told[0]).toMatch(/^warning missing-anchor/);
  });
});

describe('a wikilink', () => {
  test.each([
    ['one#The Fire', 'posts/one.md#fire true', []],
    [
      'twin',
      'posts/twin.md',
      [
        'warning ambiguous-reference: "twin" could be posts/twin.md, docs/twin.md; the first is taken. Name it with its folder.',
      ],
    ],
    [
      'same',
      'many/00/same.md',
      [
        `warning ambiguous-reference: "same" could be ${Array.from({ length: 10 }, (_, index) => `many/0${index}/same.md`).join(', ')}, or one of 3 more; the first is taken. Name it with its folder.`,
      ],
    ],
    [
      'Kindlin',
      'ghost Kindlin',
      ['warning unresolved-reference: no note "Kindlin". did you mean "Kindling"?'],
    ],
    [
      'resume of godel',
      'ghost resume of godel',
      ['warning unresolved-reference: no note "resume of godel". did you mean "Résumé of Gödel"?'],
    ],
    [
      'Strasse 7#x',
      'ghost Strasse 7x',
      ['warning unresolved-reference: no note "Strasse 7". did you mean "Straße 7"?'],
    ],
    [
      'one#Water',
      'posts/one.md#Water false',
      ['warning missing-anchor: "one#Water" names "Water", which is no heading or id of posts/one.md. '],
    ],
    ['pic.png', 'file docs/pic.png', []],
    [
      'nope.png',
      'file ',
      ['warning missing-asset: no file "nope.png". Put it into the folder, or mend the name.'],
    ],
  ])('to %j leads to %s', (argument, answer, told) => {
    expect(resolve('wikilink', argument)).toEqual({ answer, told });
  });
});

describe('a Markdown link', () => {
  test.each([
    ['Kindling.md', 'posts/Kindling.md', []],
    ['./Kindling.md#x', 'posts/Kindling.md#x false', ['missing-anchor']],
    ['../docs/twin.md', 'docs/twin.md', []],
    ['/docs/twin.md', 'docs/twin.md', []],
    ['docs/twin.md', 'docs/twin.md', []],
    ['twin.md', 'posts/twin.md', []],
    ['one.md#The Fire', 'posts/one.md#fire true', []],
    ['one.md?x#fire', 'posts/one.md#fire true', []],
    ['#fire', 'posts/one.md#fire true', []],
    ['#the%20FIRE', 'posts/one.md#fire true', []],
    ['#none', 'posts/one.md#none false', ['missing-anchor']],
    ['../docs/a b%23c%25%3F.md', 'docs/a b#c%?.md', []],
    ['../docs/bundle/index.md', 'docs/bundle/index.md', []],
    ['../../../one.md', 'ghost ../../one', ['unresolved-reference']],
    ['sub/nope.md', 'ghost posts/sub/nope', ['unresolved-reference']],
  ])('to %j leads to %s', (argument, answer, codes) => {
    const found = resolve('markdown', argument);
    expect(found.answer).toBe(answer);
    expect(found.told.map((line) => /[a-z]+-[a-z]+/.exec(line)![0])).toEqual(codes);
  });

  test.each([
    ['nope.md', 'ghost nope'],
    ['sub/nope.md#x', 'ghost sub/nopex'],
    ['./nope.md', 'ghost posts/nope'],
    ['../nope.md', 'ghost nope'],
    ['/sub/nope.md', 'ghost sub/nope'],
  ])('to %j, which no note is, wants the note of that name in a vault: %s', (argument, answer) => {
    expect(resolve('markdown', argument, 'posts/one.md', 'warning', {}, 'obsidian').answer).toBe(answer);
  });

  test('by the end of a path that several notes have is told', () => {
    const { answer, told } = resolve('markdown', 'twin.md', '_index.md');
    expect(answer).toBe('docs/twin.md');
    expect(told).toEqual([expect.stringMatching(/ambiguous-reference.*docs\/twin.md, posts\/twin.md/)]);
  });
});

describe('an address without an ending', () => {
  test.each([
    ['Kindling', 'posts/Kindling.md'],
    ['kindling', 'posts/Kindling.md'],
    ['../docs/twin#x', 'docs/twin.md#x false'],
    ['nope', 'ghost posts/nope'],
    ['/Kindling', 'ghost Kindling'],
    ['https://other.example/Kindling', 'none'],
  ])('%j is the name of a note in a vault, and an address on a blog', (argument, answer) => {
    const inVault = resolve('permalink', argument, 'posts/one.md', 'warning', {}, 'obsidian');
    expect(inVault.answer).toBe(answer);
    expect(resolve('permalink', argument).answer).toBe('none');
  });
});

describe('a link to an address of the blog', () => {
  test.each([
    ['/blog/posts/kindling/', 'posts/Kindling.md'],
    ['/blog/posts/kindling', 'posts/Kindling.md'],
    ['/blog/posts/kindling/index.html', 'posts/Kindling.md'],
    ['/BLOG/Posts/Kindling/', 'posts/Kindling.md'],
    ['https://ex.org/blog/posts/one/#fire', 'posts/one.md#fire true'],
    ['https://ex.org/blog/', '_index.md'],
    ['https://ex.org/blog', '_index.md'],
    ['../kindling/', 'posts/Kindling.md'],
    ['../../docs/bundle/', 'docs/bundle/index.md'],
    ['/blog/old/', 'posts/one.md'],
    ['/posts/kindling/', 'none'],
    ['/blog/posts/nope/', 'none'],
    ['/blog/posts/', 'none'],
    ['?x', 'posts/one.md'],
  ])('%j leads to %s, and nothing is told', (argument, answer) => {
    expect(resolve('permalink', argument)).toEqual({ answer, told: [] });
  });
});
