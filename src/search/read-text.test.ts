import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

describe('readText', () => {
  it('takes what is a text and leaves the rest', () => {
    const section = { id: 'a', heading: 'A', text: 'x' };
    expect(readText({ sections: [section, { id: 1 }, null] })).toEqual({ sections: [section] });
    expect(readText([])).toBeNull();
    expect(readText({ sections: 'x' })).toBeNull();
  });
});
