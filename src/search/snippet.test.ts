import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize, WORD } from '../contract/search.ts';
import { findingOf } from './mark-query.ts';
import { findTerms, markParts, type FindRanges } from './marking.ts';
import { makeSnippet } from './snippet.ts';

const finds =
  (...terms: string[]): FindRanges =>
  (text) =>
    findTerms(text, new Set(terms));

const marked = (text: string, ...terms: string[]): string =>
  markParts(text, findTerms(text, new Set(terms)))
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

describe('marking', () => {
  it('marks whole words, whatever their case and marks', () => {
    expect(marked('Random, un-random: RANDOM randomly', 'random')).toBe(
      '[Random], un-[random]: [RANDOM] randomly',
    );
    expect(marked('Über Gödels Satz', 'uber', 'godels')).toBe('[Über] [Gödels] Satz');
  });

  it('marks pairs in languages without spaces', () => {
    expect(marked('文字は旅をする', '旅を')).toBe('文字は[旅を]する');
    expect(marked('漢字の歴史', '漢字', '字の')).toBe('[漢字][の]歴史');
  });

  it('marks words between them whole', () => {
    expect(marked('文字kana旅を', 'kana')).toBe('文字[kana]旅を');
    expect(marked('C漢字', 'c')).toBe('[C]漢字');
  });

  it('marks syllables and letters that are composed of several', () => {
    const [hangul, kana] = ['서울강남역'.normalize('NFD'), 'ながぐつ'.normalize('NFD')];
    expect(marked(hangul, '강남')).toBe('서울[강남]역'.normalize('NFD'));
    expect(marked(kana, 'がぐ')).toBe('な[がぐ]つ'.normalize('NFD'));
    expect(marked(kana, 'かく', 'ぐつ')).toBe('なが[ぐつ]'.normalize('NFD'));
    expect(marked('ﾅｶﾞｸﾞﾂ', 'ガグ')).toBe('ﾅ[ｶﾞｸﾞ]ﾂ');
    expect(marked('น้ำตาล', 'ํา', 'าต')).toBe('น้[ำ][ต]าล');
  });

  it('keeps markup as text', () => {
    expect(marked('<img onerror=x> random', 'random', 'img')).toBe('<[img] onerror=x> [random]');
  });

  it('marks what the index takes for one of the terms, in lines of plain letters and in others', () => {
    const piece = fc.constantFrom(
      'Mass',
      'mass',
      'größe',
      'x²',
      'ℝ',
      '∪',
      '2πr',
      '_',
      '’',
      '—',
      ' ',
      '\n',
      '.',
    );
    fc.assert(
      fc.property(
        fc.array(piece),
        fc.subarray(['mass', 'grosse', 'x', 'mathbb', 'cup', 'pi', '2']),
        (words, terms) => {
          const text = words.join('');
          const expected = [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
            tokenize(word).some((token) => terms.includes(token))
              ? [text.slice(index, index + word.length)]
              : [],
          );
          expect(findTerms(text, new Set(terms)).map(({ start, end }) => text.slice(start, end))).toEqual(
            expected,
          );
        },
      ),
    );
  });

  it('loses and invents nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ maxLength: 3 })), (text, terms) => {
        const parts = markParts(text, findTerms(text, new Set(terms)));
        expect(parts.map((part) => part.text).join('')).toBe(text);
      }),
    );
  });
});

describe('makeSnippet', () => {
  const file = {
    sections: [
      { id: '', heading: '', text: 'A lead about chance.' },
      { id: 'pmf', heading: 'Mass function', text: 'It maps values to probabilities.' },
      {
        id: 'far',
        heading: 'Far away',
        text: `${'filler words here '.repeat(40)}the mass of the function, at last`,
      },
    ],
  };
  const text = (terms: string[]): string =>
    makeSnippet(file, finds(...terms))
      .parts.map((part) => (part.marked ? `[${part.text}]` : part.text))
      .join('');

  it('shows what was found early enough for a narrow list, at the end of a section too', () => {
    const shown = (length: number, after: string): string => {
      const all = `${'filler words here '.repeat(40).slice(-length)}mass ${after}`;
      const { parts } = makeSnippet({ sections: [{ id: '', heading: '', text: all }] }, finds('mass'));
      return parts.map((part) => (part.marked ? `[${part.text}]` : part.text)).join('');
    };
    for (const length of [90, 150, 400])
      expect(shown(length, 'at last').indexOf('['), `${length}`).toBeLessThanOrEqual(61);
    expect(shown(400, 'at last').indexOf('[')).toBeGreaterThan(40);
    // What is seen whole is shown whole.
    expect(shown(80, 'at last')).toMatch(/^[^…]{80}\[mass\] at last$/);
  });

  it('names other sections that show it nearly as well', () => {
    expect(makeSnippet(file, finds('mass')).others).toEqual([]);
    expect(makeSnippet(file, finds('function', 'values')).others).toEqual([]);
    const alike = {
      sections: ['one', 'two', 'three', 'four', 'five'].map((id) => ({
        id,
        heading: `On ${id}`,
        text: 'A mass.',
      })),
    };
    const { heading, others } = makeSnippet(alike, finds('mass'));
    expect([heading?.id, ...others.map(({ id }) => id)]).toEqual(['one', 'two', 'three', 'four']);
    expect(
      makeSnippet({ sections: [{ id: '', heading: '', text: 'mass' }, ...alike.sections] }, finds('mass'))
        .others,
    ).toHaveLength(3);
  });

  it('names each place once, though an author gave two headings one id', () => {
    const sections = ['one', 'two', 'two', 'one'].map((id) => ({ id, heading: id, text: 'mass' }));
    expect(makeSnippet({ sections }, finds('mass')).others.map(({ id }) => id)).toEqual(['two']);
  });

  it('takes the section that has the most of the terms, headings counted more', () => {
    expect(makeSnippet(file, finds('chance')).heading).toBeNull();
    expect(makeSnippet(file, finds('mass', 'values')).heading).toEqual({ id: 'pmf', text: 'Mass function' });
    expect(makeSnippet(file, finds('mass', 'filler', 'last', 'words')).heading?.id).toBe('far');
  });

  it('shows a phrase in the section that has it, as one mark, rather than its words apart', () => {
    const sections = [
      { id: 'apart', heading: '', text: 'A rule of the chain: the rule.' },
      { id: 'phrase', heading: '', text: 'By the chain rule.' },
    ];
    const { heading, parts } = makeSnippet({ sections }, findingOf('"chain rule"', ['chain', 'rule']));
    expect(heading?.id).toBe('phrase');
    expect(parts).toEqual([
      { text: 'By the ', marked: false },
      { text: 'chain rule', marked: true },
      { text: '.', marked: false },
    ]);
  });

  it('begins at the top of a note that is named as was asked, whatever its headings repeat', () => {
    const sections = [
      { id: '', heading: '', text: 'It has a tape.' },
      { id: 'universal', heading: 'The turing machine as such', text: 'A turing machine, turing machines.' },
    ];
    const find = finds('turing', 'machine', 'machines');
    const { heading, parts, others } = makeSnippet({ sections }, find, ['turing machine']);
    expect([heading, parts[0]!.text]).toEqual([null, 'It has a tape.']);
    expect(others.map(({ id }) => id)).toEqual(['universal']);
    expect(makeSnippet({ sections }, find, ['A', 'Turing Machine']).heading).toBeNull();
    // A name that has only some of the words isn't what was asked for.
    expect(makeSnippet({ sections }, find, ['machine']).heading?.id).toBe('universal');
  });

  it('shows a text of a note that begins with a heading, and leads to its top', () => {
    const sections = [
      { id: 'a', heading: 'A', text: 'Other things.' },
      { id: 'b', heading: 'B', text: 'The tape.' },
    ];
    const { heading, parts } = makeSnippet({ sections }, finds('tape'), ['Tape']);
    expect(heading).toBeNull();
    expect(parts.map(({ text }) => text).join('')).toBe('The tape.');
  });

  it('shows no section’s text below the heading of another', () => {
    const sections = [
      { id: 'a', heading: 'The tape', text: '' },
      { id: 'b', heading: 'B', text: 'A tape.' },
    ];
    const { heading, parts } = makeSnippet({ sections }, finds('tape'));
    expect([heading?.id, parts]).toEqual(['a', []]);
    // Nor is an empty one shown of a note that is named so.
    const named = makeSnippet({ sections: [...sections].reverse() }, finds('tape'), ['Tape']);
    expect([named.heading, named.parts.map(({ text }) => text).join('')]).toEqual([null, 'A tape.']);
    const headed = makeSnippet({ sections }, finds('tape'), ['Tape']);
    expect([headed.heading, headed.parts.map(({ text }) => text).join('')]).toEqual([null, 'A tape.']);
  });

  it('cuts out the stretch around the marks', () => {
    expect(text(['last', 'filler', 'at'])).toMatch(/^….*\[at\] \[last\]$/);
    expect(text(['filler', 'words']).length).toBeLessThan(320);
  });

  it('begins at the beginning where only the title matched', () => {
    expect(text(['zebra'])).toBe('A lead about chance.');
    expect(makeSnippet({ sections: [] }, finds('x')).parts).toEqual([]);
  });

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('🜂', 'a', ' ', '漢', 'term ')), (pieces) => {
        const snippet = makeSnippet(
          { sections: [{ id: '', heading: '', text: pieces.join('').repeat(30) }] },
          finds('term'),
        );
        for (const part of snippet.parts) expect(part.text).not.toMatch(/[\uD800-\uDFFF]/u);
      }),
    );
  });
});
