import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapePath, sanitisePath } from './hugo-path.ts';

const plain = fc.string({ unit: fc.constantFrom(...'abzABZ019./_~-') });
const any = fc.string({ unit: fc.constantFrom(...'aZ0./_~-+#? %é水🔥&\\\n') });

describe('how Hugo writes paths', () => {
  it('leaves what is plain as it is, and a path that it has made', () => {
    fc.assert(
      fc.property(plain, any, (name, other) => {
        expect(sanitisePath(name)).toBe(name);
        expect(escapePath(name)).toBe(name);
        const path = sanitisePath(other);
        expect(sanitisePath(path)).toBe(path);
      }),
    );
  });

  it.each([
    ['a  b', 'a-b'],
    ['a - b', 'a-b'],
    [' a? b ', 'a-b'],
    ['50%', '50'],
    ['50%25', '50%25'],
    ['水 🔥é', '水-é'],
    ['a_b~c+d#e@f\\g', 'a_b~c+d#e@f\\g'],
  ])('makes %j a path: %j', (text, path) => expect(sanitisePath(text)).toBe(path));
});
