import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanShortcodes } from './shortcode.ts';

function calls(text: string): unknown[] {
  return scanShortcodes(text).shortcodes.map((code) => [code.name, ...code.positional, ...code.named]);
}

describe('scanShortcodes', () => {
  test.each([
    ['{{< relref "a.md" >}}', ['relref', 'a.md']],
    ['{{<relref "a.md">}}', ['relref', 'a.md']],
    ['{{% relref `a.md` %}}', ['relref', 'a.md']],
    ['{{< relref a.md >}}', ['relref', 'a.md']],
    ['{{< relref a.md>}}', ['relref', 'a.md']],
    ['{{< relref path="a.md" lang=en >}}', ['relref', ['path', 'a.md'], ['lang', 'en']]],
    ['{{< relref\n  "a.md"\n>}}', ['relref', 'a.md']],
    ['{{< figure src="x" caption="say \\"hi\\"" >}}', ['figure', ['src', 'x'], ['caption', 'say "hi"']]],
    ['{{< x />}}', ['x']],
    ['{{< theme/card "a" >}}', ['theme/card', 'a']],
    ['{{< 12 >}}', ['12']],
    ['{{% 2col "a" %}}', ['2col', 'a']],
    ['{{< x=1 >}}', ['x', '1']],
  ])('reads %j as Hugo does', (text, expected) => {
    expect(calls(text)).toEqual([expected]);
  });

  test('gives offsets that cut the call out of its text', () => {
    const text = 'é {{< a >}} and {{< /a >}}';
    const { shortcodes } = scanShortcodes(text);
    expect(shortcodes.map((code) => text.slice(code.start, code.end))).toEqual(['{{< a >}}', '{{< /a >}}']);
    expect(shortcodes.map((code) => code.role)).toEqual(['open', 'close']);
  });

  test('shows an escaped call and does not run it', () => {
    const [code] = scanShortcodes('`{{</* relref "x.md" */>}}`').shortcodes;
    expect(code).toMatchObject({ role: 'comment', shown: '{{< relref "x.md" >}}' });
  });

  test.each(['x_{{<n}}', '{{%a}} b', '\\frac{{<1}}{2}', '{{ .Title }}', '{{<', '{{</*'])(
    'takes %j for text',
    (text) => expect(scanShortcodes(text)).toEqual({ shortcodes: [], broken: [] }),
  );

  test.each(['{{< relref "a.md" }}', '{{< relref "a.md', '{{< relref "a.md" >'])(
    'reports %j as broken',
    (text) => {
      const { shortcodes, broken } = scanShortcodes(text);
      expect(shortcodes).toEqual([]);
      expect(broken).toHaveLength(1);
    },
  );

  // At each of these Hugo stops the build.
  test.each([
    ['{{< "x" >}}', '"x"'],
    ['{{<`x`>}}', '`x`'],
    ['{{< >}}', ''],
    ['{{<>}}', ''],
    ['{{<\n>}}', ''],
    ['{{% %}}', ''],
    ['{{% (a) %}}', '(a)'],
    ['{{< / >}}', '/'],
    ['{{< .x >}}', '.x'],
    ['{{< = >}}', '='],
    ['{{< /* x */ >}}', '/* x */'],
  ])('tells of %j that it has no name, and where it ends', (text, shown) => {
    const { shortcodes, broken } = scanShortcodes(`a ${text} b {{< c >}}`);
    expect(shortcodes).toMatchObject([
      { role: 'nameless', start: 2, end: 2 + text.length, shown },
      { role: 'open', name: 'c' },
    ]);
    expect(broken).toMatchObject([{ start: 2, seen: text, message: 'a shortcode has no name' }]);
  });

  test.each([
    '{{< "x" }}',
    '{{< "x" %}}',
    '{{% {{a}} %}}',
    '{{< 3 }}',
    '{{% 3',
    `{{< "${'x'.repeat(300)}" >}}`,
  ])('takes %j for text: it has neither a name nor an end', (text) =>
    expect(scanShortcodes(text)).toEqual({ shortcodes: [], broken: [] }),
  );

  test('finds every well-formed call between arbitrary text', () => {
    const gap = fc.string().map((text) => text.replace(/[{}<>%]/g, ''));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(gap, fc.constantFrom('ref', 'relref'), fc.webPath()), { maxLength: 8 }),
        (parts) => {
          const usable = parts.filter(([, , path]) => !/["\\]/.test(path));
          const text = usable.map(([before, name, path]) => `${before}{{< ${name} "${path}" >}}`).join('');
          expect(calls(text)).toEqual(usable.map(([, name, path]) => [name, path]));
        },
      ),
    );
  });

  test.each(['{{< a ', '{{</* ', '{{< a "', '{{< a `', '{{< a=', '{{% x{'])(
    'stays quick on 50,000 times %j',
    (piece) => {
      // Quadratic scanning of this would outlast the test's time limit.
      expect(scanShortcodes(piece.repeat(50_000)).shortcodes).toEqual([]);
    },
  );
});
