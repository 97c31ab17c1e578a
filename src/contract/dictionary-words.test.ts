import { describe, expect, test } from 'vitest';
import { dictionaryWords } from './dictionary-words.ts';

describe('words of scripts without spaces', () => {
  test('are parted by the dictionary of the platform, and normalised as the index is', () => {
    expect(dictionaryWords('ร้านกาแฟ tea')).toEqual(['ร้าน', 'กาแฟ']);
    expect(dictionaryWords('คำถาม')).toEqual(['คำถาม'.normalize('NFKC')]);
    expect(dictionaryWords('ភាសាខ្មែរ')).toEqual(['ភាសាខ្មែរ']);
  });

  test('are none in other scripts, nor of less than three characters', () => {
    expect(dictionaryWords('map 地図の検索 карта')).toEqual([]);
    expect(dictionaryWords('กา')).toEqual([]);
    expect(dictionaryWords('')).toEqual([]);
  });

  // The square of the time would outlast the test's.
  test('are parted in a text without an end too', () => {
    const words = dictionaryWords('ร้านกาแฟ'.repeat(20_000));
    expect(words.filter((word) => word === 'กาแฟ').length).toBeGreaterThan(19_000);
  });
});
