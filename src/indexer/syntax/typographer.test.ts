import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderHugo, renderHugoLine } from './render-sample.ts';

/** What Hugo 0.111.3 itself makes of each. */
test.each([
  [`"quoted" and 'quoted'`, '“quoted” and ‘quoted’'],
  ["don't, it's, Zürich's, they've, we'll, you're", 'don’t, it’s, Zürich’s, they’ve, we’ll, you’re'],
  ["the '90s and '23", 'the ’90s and ‘23'],
  ["'twas, 'em, 'net, rock 'n' roll", '’twas, ’em, ’net, rock ’n’ roll'],
  ["the Smiths' house, doin' it", 'the Smiths’ house, doin’ it'],
  [
    '"*emphasis*" and *"inside"*, **"bold"**',
    '“<em>emphasis</em>” and <em>“inside”</em>, <strong>“bold”</strong>',
  ],
  ['("bracket") and ["square"]', '(“bracket”) and [“square”]'],
  ['dash—"quote"', 'dash—“quote”'],
  ['a -- b --- c ---- d', 'a – b — c —- d'],
  ['wait... what....', 'wait… what….'],
  [`6'2" tall`, "6'2&quot; tall"],
  ['"Monitor 21""', '“Monitor 21&quot;”'],
  [`lone " and lone ' here`, 'lone &quot; and lone ’ here'],
  ["5 '  !x", '5 ’  !x'],
  ['""', '&quot;&quot;'],
  ['“"“', '“&quot;“'],
  ['"never closed', '“never closed'],
  ['code `"a" -- b...` stays', 'code <code>&quot;a&quot; -- b...</code> stays'],
  ['<b title="a -- b">"c"</b>', '<b title="a -- b">“c”</b>'],
  ['<http://a.org/--"x">', '<a href="http://a.org/--%22x%22">http://a.org/--&quot;x&quot;</a>'],
  ["http://a.org/a--b's", `<a href="http://a.org/a--b's">http://a.org/a--b's</a>`],
  ['["text" -- x](/u "title -- x")', '<a href="/u" title="title -- x">“text” – x</a>'],
  ['\\"escaped\\" \\-- \\...', '&quot;escaped&quot; -- ...'],
  ['&quot;entity&quot; -- x', '&quot;entity&quot; – x'],
  ['日本"語"日本', '日本&quot;語&quot;日本'],
  ['"a,"b', '“a,“b'],
  ['foo"bar"baz', 'foo&quot;bar&quot;baz'],
  ["'a' 'b'c 'd", '‘a’ ‘b’c ’d'],
  [`"'nested'" and '"nested"'`, '“’nested’” and ‘“nested”’'],
  ['word--word 10--20', 'word–word 10–20'],
  ['a\n-- b', 'a\n– b'],
  ["C++'s 100's", 'C++’s 100’s'],
  ['"x".', '“x”.'],
])('%j becomes %j', (text, html) => expect(renderHugoLine(text)).toBe(html));

test('double brackets are guillemets', () => {
  expect(renderHugoLine('<<said>> and a << b')).toBe('«said» and a « b');
});

describe('quotes that are open', () => {
  test('count on in the next paragraph', () => {
    expect(renderHugo('"one\n\ntwo" three "four"')).toBe('<p>“one</p>\n<p>two” three “four”</p>');
  });

  test('count on in the next item', () => {
    expect(renderHugo('- "a\n- b" c')).toBe('<ul>\n<li>“a</li>\n<li>b” c</li>\n</ul>');
  });

  test('are another note’s no more', () => {
    renderHugo('"open');
    expect(renderHugoLine('word" x')).toBe('word&quot; x');
  });

  test('are counted in formulas, which stay as they were', () => {
    expect(renderHugoLine('"a\\\\(f\'(x) "\\\\) b"')).toBe('“a⟨m0⟩ b”');
    expect(renderHugoLine('x \\\\("y\\\\) z"')).toBe('x ⟨m0⟩ z”');
  });
});

test('leaves all that is no quote, dash, dot or bracket as it was', () => {
  const signs = /["'“”‘’\-–—.…<>«»]/g;
  const piece = fc.constantFrom('a', 'Zü', '日本', ' ', '"', "'", '--', '...', '!', '(', ')', '10', '’', 's');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = `x${pieces.join('')}x`;
      const html = renderHugoLine(text).replaceAll('&quot;', '"');
      expect(html.replace(signs, '')).toBe(text.replace(signs, ''));
    }),
  );
});
