import { describe, expect, it } from 'vitest';
import { isRightToLeft } from './writing-direction.ts';

const note = (title: string, text: string): Parameters<typeof isRightToLeft>[0] => ({
  title,
  sections: [{ id: '', heading: '', text }],
});

describe('isRightToLeft', () => {
  it('tells Hebrew and Arabic from the rest', () => {
    expect(isRightToLeft(note('שלום', 'מים רבים לא יוכלו'))).toBe(true);
    expect(isRightToLeft(note('سلام', 'ماء كثير'))).toBe(true);
    expect(isRightToLeft(note('Hearth', 'Fire, 火, огонь'))).toBe(false);
    expect(isRightToLeft(note('2024', ''))).toBe(false);
  });

  it('goes by most letters, not by a quotation', () => {
    expect(isRightToLeft(note('A word', 'The word שלום is said at the door, and at the end.'))).toBe(false);
    expect(isRightToLeft(note('HTML', 'שפת סימון היא שפה שבה כותבים דפים ברשת'))).toBe(true);
  });
});
