import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceAround } from './sentence.ts';

/** The link stands between ‹ and ›. */
function around(marked: string): { marked: string; text: string } {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  const found = sentenceAround(marked.replace(/[‹›]/g, ''), start, end);
  const { sentence, at, text } = found;
  expect(sentence.slice(at, at + text.length)).toBe(text);
  return { text, marked: `${sentence.slice(0, at)}‹${text}›${sentence.slice(at + text.length)}` };
}

describe('sentenceAround', () => {
  test.each([
    ['A ‹link› here.', 'A ‹link› here.'],
    ['One. Two ‹link› here. Three.', 'Two ‹link› here.'],
    ['One! “Two ‹link› here?” Three.', '“Two ‹link› here?”'],
    ['Version 1.5 of ‹link› is out. New.', 'Version 1.5 of ‹link› is out.'],
    ['of it. so ‹link› goes on', 'of it. so ‹link› goes on'],
    ['一。二‹链接›三。四', '二‹链接›三。'],
    ['‹All.› More.', '‹All.› More.'],
    ['A ‹b. C› d. E', 'A ‹b. C› d.'],
    ['Two\n  lines,  a ‹link\n text› and\n more.', 'Two lines, a ‹link text› and more.'],
    ['a‹ padded ›b', 'a ‹padded› b'],
    ['before ‹› after', 'before ‹›after'],
    ['‹›', '‹›'],
    ['A ‹map› (a.k.a. Linear Transformation) is so. B.', 'A ‹map› (a.k.a. Linear Transformation) is so.'],
    ['A map (a.k.a. Linear ‹Transformation›) is so. B.', 'A map (a.k.a. Linear ‹Transformation›) is so.'],
    ['By Dr. Who, Mr. X and J. R. R. Tolkien, ‹it›. B.', 'By Dr. Who, Mr. X and J. R. R. Tolkien, ‹it›.'],
    [
      'See Fig. 3, Eq. (4) and pp. 5 of ‹it›, e.g. There. B.',
      'See Fig. 3, Eq. (4) and pp. 5 of ‹it›, e.g. There.',
    ],
    ['As Liu et al. 2022 says ‹it›. B.', 'As Liu et al. 2022 says ‹it›.'],
    ['So does Liu et al. The ‹other› is so.', 'The ‹other› is so.'],
    ['In the U.S. Congress ‹it› is so.', 'In the U.S. Congress ‹it› is so.'],
    ['A basis of V. Then ‹it› is so.', 'Then ‹it› is so.'],
    ['The list spans V. Having ‹it›, go on.', 'Having ‹it›, go on.'],
    ['By J. Smith and Franklin D. Roosevelt, ‹it›.', 'By J. Smith and Franklin D. Roosevelt, ‹it›.'],
    ['No. 5 is ‹it›. B.', 'No. 5 is ‹it›.'],
    ['I say no. But ‹it› is so.', 'But ‹it› is so.'],
    ['Tea, milk, etc. The ‹rest› is so.', 'The ‹rest› is so.'],
    ['One (Two. Three) ‹four›. Five.', 'One (Two. Three) ‹four›.'],
    ['One. (Two. ‹Three›.) Four.', '(Two. ‹Three›.)'],
    ['One (two. Three ‹four›. Five.', 'Three ‹four›.'],
    ['1) One. Two ‹three›. Four', 'Two ‹three›.'],
    ['One. (and two) ‹three›. Four.', 'One. (and two) ‹three›.'],
  ])('finds in %j the sentence %j', (text, expected) => expect(around(text).marked).toBe(expected));

  test('cuts what is long at words, and shows where', () => {
    const { marked } = around(`${'before '.repeat(60)}‹link› ${'after '.repeat(60)}`);
    expect(marked).toMatch(/^…(before ){18,21}‹link› (after ){20,24}?after…$/);
    expect(marked.length).toBeLessThan(310);
  });

  test('cuts no character in two where there are no spaces', () => {
    const { marked } = around(`${'😀'.repeat(300)}x‹link›${'😀'.repeat(300)}`);
    expect(marked).toMatch(/^…(😀)+x‹link›(😀)+…$/u);
  });

  test('gives a sentence that holds the link, for any text and place', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(
      fc.property(text, fc.nat(400), fc.nat(60), (whole, from, length) => {
        const start = Math.min(from, whole.length);
        const end = Math.min(start + length, whole.length);
        const { sentence, at, text: link } = sentenceAround(whole, start, end);
        expect(sentence.slice(at, at + link.length)).toBe(link);
        expect(sentence).not.toMatch(/\n|\s\s/);
        expect(sentence.length).toBeLessThanOrEqual(end - start + 2 * 140 + 2);
      }),
    );
  });

  test('stays quick where each of many links has its own sentence to find', () => {
    const text = 'word link '.repeat(60_000);
    for (let at = 5; at < text.length; at += 10) sentenceAround(text, at, at + 4);
    const open = '(A. '.repeat(60_000);
    for (let at = 4; at < open.length; at += 400) sentenceAround(open, at, at + 4);
    sentenceAround(open, 0, open.length);
  });
});
