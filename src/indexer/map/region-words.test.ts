import { describe, expect, it } from 'vitest';
import { regionWords, type WordsInput } from './region-words.ts';

interface Part {
  readonly name?: string;
  readonly titles: readonly string[];
  readonly tags?: readonly (readonly string[])[];
  readonly words?: readonly string[];
}

/** Words of regions given by their titles; notes of no region behind them. */
function words(
  parts: readonly Part[],
  outside: readonly string[] = [],
  links: readonly number[] = [],
): string[][] {
  const titles = [...parts.flatMap((part) => part.titles), ...outside];
  const input: WordsInput = {
    titles,
    tags: parts.flatMap((part) => part.titles.map((_, i) => part.tags?.[i] ?? [])),
    region: [...parts.flatMap((part, index) => part.titles.map(() => index)), ...outside.map(() => -1)],
    regions: parts.map((part) => ({ name: part.name ?? 'hub', words: part.words ?? [] })),
    links: titles.map((_, node) => links[node] ?? 0),
  };
  return regionWords(input);
}

const filler = (count: number, word = 'other'): string[] =>
  Array.from({ length: count }, (_, i) => `${word} ${i}`);

describe('words of a region', () => {
  it('are those that its titles have and others have not, at most three, the most telling first', () => {
    const forest = [
      'alder bark',
      'alder leaf',
      'alder seed',
      'birch leaf',
      'birch bark',
      'alder root',
      'birch root',
      'seed',
    ];
    expect(words([{ titles: forest }], filler(40))).toEqual([['alder', 'birch', 'bark']]);
    expect(
      words(
        [{ titles: forest }, { titles: forest.map((title) => title.replace('alder', 'hazel')) }],
        filler(80),
      ),
    ).toEqual([
      ['alder', 'birch'],
      ['hazel', 'birch'],
    ]);
  });

  it('come from tags too', () => {
    const titles = filler(6, 'day');
    expect(words([{ titles, tags: titles.map(() => ['Harbour']) }], filler(30, 'day'))).toEqual([
      ['Harbour'],
    ]);
  });

  it('are no word that many regions use, whatever the language', () => {
    const part = (word: string): Part => ({
      titles: Array.from({ length: 8 }, (_, i) => `${word} unter ${i}`),
    });
    const parts = ['Wald', 'Wiese', 'Moor', 'Heide', 'Küste', 'Stadt'].map(part);
    expect(words(parts, filler(300)).map((found) => found.join())).toEqual([
      'Wald',
      'Wiese',
      'Moor',
      'Heide',
      'Küste',
      'Stadt',
    ]);
  });

  it('are no short words but acronyms and whole titles, and no numbers and dates', () => {
    const titles = Array.from({ length: 8 }, () => 'The DNA 2024 of 3rd May12024');
    expect(words([{ titles }], filler(60))).toEqual([['DNA']]);
    expect(words([{ titles: ['oak', 'the oak', 'old oak', 'the old'] }], filler(60))).toEqual([['oak']]);
  });

  it('lack those of the name, in another number or case too', () => {
    const titles = ['network', 'Networks', 'networks', 'network', 'signals', 'signals'];
    expect(words([{ name: 'Neural Network', titles }], filler(60))).toEqual([['signals']]);
  });

  it('say of a word what is looked up most', () => {
    const titles = ['oak', 'oak', 'birch', 'birch'];
    expect(words([{ titles }], filler(60), [0, 0, 9, 9])[0]![0]).toBe('birch');
    expect(words([{ titles }], filler(60), [9, 9, 0, 0])[0]![0]).toBe('oak');
  });

  it('are found in scripts without spaces', () => {
    const titles = ['概率论入门', '概率论与统计', '高等概率论', '概率论习题', '条件概率论'];
    expect(words([{ name: '数学', titles }], filler(60))[0]![0]).toBe('概率论');
    const katakana = ['データの本', 'データと私', 'データを見る'];
    expect(words([{ titles: katakana }], filler(60))).toEqual([['データ']]);
    const hangul = ['확률 이론', '확률 공간', '확률 변수'];
    expect(words([{ titles: hangul }], filler(60))).toEqual([['확률']]);
    const arabic = ['شجرة كبيرة', 'شجرة صغيرة', 'شجرة قديمة'];
    expect(words([{ titles: arabic }], filler(60))).toEqual([['شجرة']]);
  });

  it('stay those of the last build, in their order, unless others tell clearly more', () => {
    const titles = ['oak', 'oak', 'birch', 'birch', 'elm', 'elm', 'fir', 'fir'];
    expect(words([{ titles }], filler(60))).toEqual([['birch', 'elm', 'fir']]);
    expect(words([{ titles, words: ['fir', 'Oak', 'gone'] }], filler(60))).toEqual([['fir', 'oak', 'birch']]);
    const many = [...titles, 'elm', 'elm', 'elm', 'elm'];
    expect(words([{ titles: many, words: ['fir', 'oak', 'birch'] }], filler(60))[0]).toContain('elm');
  });

  it('are taken as text, whatever they say, and from any length of title', () => {
    const titles = ['__proto__ constructor', '__proto__ constructor', `constructor ${'x'.repeat(100_000)}`];
    expect(words([{ titles }], filler(30))).toEqual([['constructor', 'proto']]);
    expect(words([{ titles: ['', '👍🏽', '\u202e'] }], [])).toEqual([[]]);
    expect(words([])).toEqual([]);
  });
});
