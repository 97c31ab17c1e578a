import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FrontMatterError, readFrontMatter, readHugoFrontMatter } from './front-matter.ts';

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
    ['02 Jan 2999', '2999-01-02'],
    ['Wed, 02 Jan 2999 15:04:05 -0700', '2999-01-02T15:04:05-07:00'],
    ['02 Jan 06 15:04 MST', null],
    ['Wed, 02 Jan 2999 15:04:05 GMT', '2999-01-02T15:04:05Z'],
    ['31 Feb 2999', null],
    ['2 Jan 2999', null],
    ['2024-13-40', null],
    ['next Tuesday', null],
  ])('reads the date %j without the machine’s time zone', (date, expected) => {
    expect(readFrontMatter(`---\ndate: "${date}"\n---\n`).fields.date).toBe(expected);
  });

  test.each([
    ['[[2026-10-03]]', '2026-10-03'],
    ['[[Daily/2026-10-03|Saturday]]', '2026-10-03'],
    ['[[Saturday]]', null],
    ['[[2026-10-03]] or so', null],
  ])('reads the date of the day that %j links to', (date, expected) => {
    expect(readFrontMatter(`---\ndate: "${date}"\n---\n`).fields.date).toBe(expected);
  });

  test.each([
    ['1595961348', '2020-07-28T18:35:48Z'],
    ['1634567890123', '2021-10-18T14:38:10Z'],
    ['2026', null],
    ['20261003', null],
    ['202610031200', null],
    ['20261003120000', null],
    ['-1595961348', null],
    ['1595961348.5', null],
  ])('reads the number %s as seconds, as Hugo does, or milliseconds', (date, expected) => {
    expect(readFrontMatter(`---\ndate: ${date}\n---\n`).fields.date).toBe(expected);
  });

  test.each([
    ['---\ntitle: Oak\n...\nText\n\n---\n', 19],
    ['---\ntitle: Oak\n... \n', 20],
    ['---\ntitle: Oak\n...', 18],
    ['---\ntitle: Oak\nlist: |\n  ...\n---\n', 33],
  ])('reads %j, as Pandoc closes it or not', (text, end) => {
    expect(readFrontMatter(text, true)).toMatchObject({ end, fields: { title: 'Oak' } });
  });

  test('closes no block of a Hugo site with dots, which Hugo reads on', () => {
    expect(failure('---\ntitle: Oak\n...\nText\n').message).toMatch(/never closed/);
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
    ['{\n  "title": "x",\n  "draft": true,\n}\n', 4, 1, /JSON: a comma stands before/],
    ['{\n  "title": "x",\n  draft: true\n}\n', 3, 3, /JSON: a name in double quot/],
    ['{\n  "é": "x", "a": yes\n}\n', 2, 19, /JSON: a value/],
    ['{\n  "title": "x\n}\ntext', 2, 12, /JSON: a text goes on/],
    ['{\n  "a": 1\ntext', 3, 1, /JSON: a comma or }/],
  ])('says where %j is wrong, every time it is read', (text, line, column, message) => {
    for (const attempt of [failure(text), failure(text)]) {
      expect(attempt.message).toMatch(message);
      expect([attempt.line, attempt.column]).toEqual([line, column]);
    }
  });

  test.each([
    ['brackets in a line', 'b: ', '[ ', 3, 204],
    ['brackets in lines', '', '{\n', 103, 1],
    ['lists', '', '- ', 3, 1],
    ['keys', '', '? ', 3, 1],
  ])('says where %s are nested too deeply', (_, before, unit, line, column) => {
    const { message, ...place } = failure(`---\na: 1\n${before}${unit.repeat(1_300)}\n---\n`);
    expect(message).toBe('front matter is not YAML: it is nested deeper than 100 levels');
    expect(place).toMatchObject({ line, column });
  });

  const problems = (text: string): string[] =>
    readFrontMatter(text).problems.map(
      ({ offset, severity, message }) =>
        `${severity} ${text.slice(0, offset).split('\n').length}:${offset - text.lastIndexOf('\n', offset - 1)} ${message}`,
    );

  // What Hugo 0.111.3 itself leaves out, and what was meant so.
  test.each([
    ...[
      'true',
      '"true"',
      'yes',
      'Yes',
      'YES',
      'on',
      'On',
      'y',
      'Y',
      't',
      'T',
      '1',
      "'1'",
      '2',
      '!!bool true',
      '"yes"',
    ],
  ])('takes for a draft the YAML draft: %s', (value) => {
    const text = `---\ntitle: x\ndraft: ${value}\n---\n`;
    expect(readFrontMatter(text).fields.draft).toBe(true);
    expect(problems(text)).toEqual([]);
  });

  test.each(['false', 'no', 'off', 'n', '0', '"no"', '', '~', '""'])(
    'takes for none the YAML draft: %s',
    (value) => {
      const text = `---\ntitle: x\ndraft: ${value}\n---\n`;
      expect(readFrontMatter(text).fields.draft).toBe(false);
      expect(problems(text)).toEqual([]);
    },
  );

  test.each([
    ['+++\ndraft = "yes"\n+++\n', true],
    ['+++\ndraft = 1\n+++\n', true],
    ['+++\nDraft = true\n+++\n', true],
    ['{"draft": "1"}\n', true],
    ['{"draft": 0}\n', false],
    ['---\npublished: false\n---\n', true],
    ['---\npublished: no\n---\n', true],
    ['---\npublished: 0\n---\n', true],
    ['---\npublished: true\n---\n', false],
    ['---\npublished: 2020-01-01\n---\n', false],
    ['---\npublished: ""\n---\n', false],
    ['---\npublished:\n---\n', 'in-hugo'],
    ['---\npublish: false\n---\n', 'in-vault'],
    ['---\npublish: no\ndraft: false\n---\n', 'in-vault'],
    ['---\npublish: false\ndraft: true\n---\n', true],
    ['---\npublish: true\n---\n', false],
    ['---\npublish:\n---\n', false],
    ['---\npublished: false\ndraft: false\n---\n', false],
    ['---\npublished: true\ndraft: true\n---\n', true],
  ])('reads whether %j is a draft', (text, draft) => {
    expect(readFrontMatter(text).fields.draft).toBe(draft);
    expect(problems(text)).toEqual([]);
  });

  test.each(['maybe', '[true]', '{ a: true }', 'Wednesday'])(
    'takes for a draft what may have been meant so, and tells it: %s',
    (value) => {
      const text = `---\ntitle: x\ndraft: ${value}\n---\n`;
      expect(readFrontMatter(text).fields.draft).toBe(true);
      expect(problems(text)).toEqual([
        expect.stringMatching(/^error 3:1 "draft" is .+, which is neither true nor false$/),
      ]);
    },
  );

  test.each([
    ['---\nok: 1\ndate: tomorrow\n---\n', 'warning 3:1 "date" is "tomorrow", which is no date here'],
    ['---\nDate: 2020-13-45\n---\n', 'warning 2:1 "date" is "2020-13-45", which is no date here'],
    ['---\ndate: 2023-02-30\n---\n', 'warning 2:1 "date" is "2023-02-30", which is no date here'],
    ['+++\nexpiryDate = 12\n+++\n', 'warning 2:1 "expirydate" is 12, which is no date here'],
    ['---\npublished: soon\n---\n', 'warning 2:1 "published" is "soon", which is no date here'],
    ['---\ntitle: [x]\n---\n', 'warning 2:1 "title" is a list, and not a text'],
    ['+++\ntitle = "x"\n[slug]\na = 1\n+++\n', 'warning 3:1 "slug" is a table, and not a text'],
    ['+++\nurl.a = 1\n+++\n', 'warning 2:1 "url" is a table, and not a text'],
    ['{"a": 1, "summary": []}\n', 'warning 1:10 "summary" is a list, and not a text'],
    ['{\n  "tags": {"a": 1}\n}\n', 'warning 2:3 "tags" is a table, and not a list of texts'],
    ['---\naliases: [a, [b], c]\n---\n', 'warning 2:1 "aliases" holds a list among its texts'],
    ['---\nheadless: maybe\n---\n', 'warning 2:1 "headless" is "maybe", which is neither true nor false'],
    ['---\n_build: never\n---\n', 'warning 2:1 "_build" is "never", and not a table of settings'],
  ])('says what it can’t take of %j', (text, problem) => expect(problems(text)).toEqual([problem]));

  test('puts a mark in the place of control characters that escapes make, and tells them', () => {
    const text =
      '---\ntitle: "a\\bb\\u0001\\v\\f\\t"\ndescription: \'\\beta\'\ntags: [x, "\\e[1m"]\ncascade: { aliases: "\\0" }\n---\n';
    const { fields, problems } = readFrontMatter(text);
    expect(fields).toMatchObject({
      title: 'a\uFFFDb\uFFFD',
      description: '\\beta',
      tags: ['x', '\uFFFD[1m'],
      cascade: [{ fields: { aliases: ['\uFFFD'] } }],
    });
    expect(
      problems.map(({ code, offset, message }) => [code, text.slice(0, offset).split('\n').length, message]),
    ).toEqual([
      ['control-character', 2, '"title" holds the control character U+0008'],
      ['control-character', 4, '"tags" holds the control character U+001B'],
      ['control-character', 5, 'in "cascade", "aliases" holds the control character U+0000'],
    ]);
    expect(readFrontMatter('{"title": "\\ud800\\uffff"}').fields.title).toBe('\uFFFD\uFFFD');
    expect(readFrontMatter('+++\ntitle = "\\u0001"\n+++\n').fields.title).toBe('\uFFFD');
  });

  test.each([
    '---\ntitle: 5\ndate: ""\nlastmod:\ntags:\naliases: [a, null, 1]\nslug: true\n---\n',
    '---\ntitle: 2020-01-01\ntags: a, b\nunknown: [{ a: 1 }]\ncategories: 3\n---\n',
    '+++\ntitle = 2020-01-01\nslug = 2020-01-01\ntags = [2020-01-01, 1]\n+++\n',
  ])('has nothing to say about %j', (text) => expect(problems(text)).toEqual([]));

  test.each([
    ['headless: true', true, false],
    ['headless: yes', true, false],
    ['_build: { render: never }', false, true],
    ['_build: { Render: false }', false, true],
    ['_build: { render: link }', false, false],
    ['_build: { list: never }', false, false],
  ])('reads %s', (line, headless, unrendered) => {
    expect(readFrontMatter(`---\n${line}\n---\n`).fields).toMatchObject({ headless, unrendered });
  });

  test('in a Hugo blog may stand below empty lines and blanks', () => {
    const text = '\n \n  ---\ntitle: x\ndraft: true\ndate: soon\n---\nText';
    const { fields, end, problems } = readHugoFrontMatter(text);
    expect(fields).toMatchObject({ title: 'x', draft: true });
    expect(text.slice(end)).toBe('Text');
    expect(problems.map(({ offset }) => text.slice(offset, offset + 4))).toEqual(['date']);
    expect(readFrontMatter(text).end).toBe(0);
    expect(readHugoFrontMatter('\n\nText').end).toBe(0);
    expect(readHugoFrontMatter('').end).toBe(0);
    expect(() => readHugoFrontMatter('\n\n+++\na = \n+++\n')).toThrow(
      expect.objectContaining({ name: 'FrontMatterError', line: 4 }),
    );
    expect(() => readHugoFrontMatter('\n  ---\na: 1\n')).toThrow(
      expect.objectContaining({ line: 2, column: 3 }),
    );
  });

  test.each([
    ['title = "x"\ndate = 2020-02-30', 3, 8],
    ['expiryDate=2026-11-31T10:00:00Z # soon', 2, 12],
    ['a = [2020-01-01, 2021-02-29]', 2, 18],
    ['a = { b = 2021-04-31 }', 2, 11],
  ])('stops at a date that doesn’t exist, as Hugo does, in %j', (block, line, column) => {
    const { message, ...place } = failure(`+++\n${block}\n+++\n`);
    expect(message).toMatch(/^front matter has the date \d{4}-\d\d-\d\d, which doesn't exist$/);
    expect(place).toMatchObject({ line, column });
  });

  test.each([
    'date = 2020-02-29',
    'a = "x = 2020-02-30"',
    "a = 'x, 2020-02-30'",
    '# date = 2020-02-30',
    'a = 1 # = 2020-02-30',
    'a-2020-02-30 = 1',
  ])('takes no other text for one: %j', (block) =>
    expect(() => readFrontMatter(`+++\n${block}\n+++\n`)).not.toThrow(),
  );

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
