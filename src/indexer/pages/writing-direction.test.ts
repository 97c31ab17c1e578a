import { describe, expect, it } from 'vitest';
import { directionOf, withOwnDirections } from './writing-direction.ts';

const of = (title: string, text: string) =>
  directionOf({ title, sections: [{ id: '', heading: '', text }] }, `<p>${text}</p>`);

describe('directionOf', () => {
  it('tells Hebrew and Arabic from the rest', () => {
    expect(of('שלום', 'מים רבים לא יוכלו')).toBe('rtl');
    expect(of('سلام', 'ماء كثير')).toBe('rtl');
    expect(of('𞤀𞤣𞤤𞤢𞤥', '𞤀𞤣𞤤𞤢𞤥')).toBe('rtl');
    expect(of('שלום', '')).toBe('rtl');
    expect(of('Hearth', 'Fire, 火, огонь')).toBe(null);
    expect(of('2024', '')).toBe(null);
  });

  it('goes by most letters, not by a quotation', () => {
    expect(of('A word', 'The word שלום is said at the door, and at the end.')).toBe('ltr');
    expect(of('HTML', 'שפת סימון היא שפה שבה כותבים דפים ברשת')).toBe('rtl');
  });

  it('tells that some of a note may run from right to left, however late', () => {
    expect(of('A word', `${'All of it. '.repeat(500)}שלום`)).toBe('ltr');
  });
});

describe('withOwnDirections', () => {
  it('says of lists, quotes and tables that they run the other way than their note', () => {
    expect(withOwnDirections('<p>a</p><ul><li>שלום</li></ul><ul><li>b</li></ul>', 'ltr')).toBe(
      '<p>a</p><ul dir="rtl"><li>שלום</li></ul><ul><li>b</li></ul>',
    );
    expect(withOwnDirections('<div class="callout" role="note"><p>שלום</p></div>', 'ltr')).toBe(
      '<div dir="rtl" class="callout" role="note"><p>שלום</p></div>',
    );
  });

  it('goes by most letters of all that a block holds', () => {
    const list = '<ol><li>HTML היא שפת סימון<ul><li>7</li></ul></li><li>שלום</li></ol>';
    expect(withOwnDirections(list, 'rtl')).toBe(list);
    expect(withOwnDirections(list, 'ltr')).toBe(list.replace('<ol', '<ol dir="rtl"'));
  });

  it('says it where what lies in a block runs another way than that', () => {
    expect(withOwnDirections('<div><ul><li>שלום</li></ul><p>all of it</p></div>', 'ltr')).toBe(
      '<div><ul dir="rtl"><li>שלום</li></ul><p>all of it</p></div>',
    );
    expect(withOwnDirections('<ul><li>שלום לכולם<ol><li>all</li></ol></li></ul>', 'ltr')).toBe(
      '<ul dir="rtl"><li>שלום לכולם<ol dir="ltr"><li>all</li></ol></li></ul>',
    );
  });
});
