import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FrontMatterError, readFrontMatter } from './front-matter.ts';

function failure(text: string): FrontMatterError {
  try {
    readFrontMatter(text);
  } catch (error) {
    if (error instanceof FrontMatterError) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('readFrontMatter', () => {
  const whole = { title: 'A hearth', tags: ['fire', 'home'], draft: true, date: '2024-02-03' };
  test.each([
    ['TOML', '+++\ntitle = "A hearth"\ntags = ["fire", "home"]\ndraft = true\ndate = 2024-02-03\n+++\nBody'],
    ['YAML', '---\ntitle: A hearth\ntags: [fire, home]\ndraft: true\ndate: 2024-02-03\n---\nBody'],
    [
      'JSON',
      '{\n"title": "A hearth", "tags": ["fire", "home"],\n"draft": true, "date": "2024-02-03"\n}\nBody',
    ],
  ])('reads %s', (_, text) => {
    const block = readFrontMatter(text);
    expect(block.fields).toMatchObject(whole);
    expect(text.slice(block.end)).toBe('Body');
  });

  test.each([
    ['+++\ntitle = 2023-02-26\n+++\n', '2023-02-26'],
    ['+++\ntitle = 42\n+++\n', '42'],
    ['---\ntitle: 2023-02-26\n---\n', '2023-02-26'],
    ['---\ntitle: true\n---\n', 'true'],
    ['---\ntitle: [a]\n---\n', null],
    ['---\ntitle: "  "\n---\n', null],
  ])('takes a title that is no string for text: %j', (text, title) => {
    expect(readFrontMatter(text).fields.title).toBe(title);
  });

  test.each([
    ['2024-12-23T00:00:00-08:00', '2024-12-23T00:00:00-08:00'],
    ['2024-12-23 10:30', '2024-12-23T10:30:00Z'],
    ['2024-12-23T10:30:05+0200', '2024-12-23T10:30:05+02:00'],
    ['2024-13-40', null],
    ['next Tuesday', null],
  ])('reads the date %j without the machine’s time zone', (date, expected) => {
    expect(readFrontMatter(`---\ndate: "${date}"\n---\n`).fields.date).toBe(expected);
  });

  test.each([
    'No front matter',
    '',
    '----\ntext',
    '{{< relref "x.md" >}}',
    '---- js',
    '--- not a fence',
    '{x} is a set',
    '{\\bf a}',
    '{, }',
  ])('leaves %j alone', (text) =>
    expect(readFrontMatter(text)).toMatchObject({ end: 0, fields: { title: null } }),
  );

  test.each(['---js', '---javascript', '--- js', '+++js', '---coffee', '---constructor', '---__proto__x'])(
    'never runs %j',
    (fence) => {
      const key = 'hearthmapFrontMatterRan';
      const text = `${fence}\nglobalThis.${key} = true\n---\nBody`;
      try {
        readFrontMatter(text);
      } catch (error) {
        expect(error).toBeInstanceOf(FrontMatterError);
      }
      expect(key in globalThis).toBe(false);
    },
  );

  test.each([
    ['+++\ntitle = "open\n+++\n', 2, 9, /TOML/],
    ['+++\na = 1\na = 2\n+++\n', 3, 1, /TOML/],
    ['---\ntitle: x: y\n---\n', 2, 8, /YAML/],
    ['---\nok: 1\na: [1\n---\n', 3, 6, /YAML/],
    ['{ "a": 1,\n  "b": }\n', 2, 8, /JSON/],
    ['---\n- a\n---\n', 2, 1, /fields/],
    ['+++\ntitle = "x"\n', 1, 1, /never closed/],
    ['{ "a": 1\n', 1, 1, /never closed/],
  ])('says where %j is wrong, every time it is read', (text, line, column, message) => {
    for (const attempt of [failure(text), failure(text)]) {
      expect(attempt.message).toMatch(message);
      expect([attempt.line, attempt.column]).toEqual([line, column]);
    }
  });

  test('refuses a bomb of aliases and a block over 64 kB', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i++)
      bomb.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1 || ''}`)
          .join(', ')}]`,
      );
    expect(failure(`---\n${bomb.join('\n')}\n---\n`).message).toMatch(/alias/i);
    expect(failure(`---\nx: ${'y'.repeat(70_000)}\n---\n`).message).toMatch(/64 kB/);
    expect(failure(`---\nx: ${'['.repeat(20_000)}\n---\n`)).toBeInstanceOf(FrontMatterError);
  });

  test('is not fooled by names of object properties', () => {
    const { fields } = readFrontMatter(
      '---\n__proto__: {draft: true}\nconstructor: x\ntags: [__proto__]\n---\n',
    );
    expect(fields).toMatchObject({ draft: false, tags: ['__proto__'] });
    expect(({} as { draft?: boolean }).draft).toBeUndefined();
  });

  test('reads any text or says what is wrong, and never throws anything else', () => {
    const piece = fc.constantFrom(
      '---',
      '+++',
      '{',
      '}',
      '\n',
      'a: ',
      'a = ',
      '"',
      '[',
      ']',
      '&x ',
      '*x',
      'é',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        try {
          const { end } = readFrontMatter(text);
          expect(end).toBeLessThanOrEqual(text.length);
        } catch (error) {
          expect(error).toBeInstanceOf(FrontMatterError);
        }
      }),
    );
  });
});
