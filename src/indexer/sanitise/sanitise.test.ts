import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { parse, parseFragment, serialize } from 'parse5';
import { describe, expect, test } from 'vitest';
import { PAGE_CLASS } from '../../contract/page-class.ts';
import { placeOf } from '../common/place-of.ts';
import { ALLOWED_ATTRIBUTES, ALLOWED_SCHEMES, ALLOWED_TAGS, LINK_SCHEMES } from './sanitise-rules.ts';
import { sanitiseHtml } from './sanitise.ts';
import { markdownVectors, requestVectors, scriptVectors, type Vector } from './sanitise.vectors.ts';

const PAGE = 'https://site.example/notes/x/';
/** Attributes whose address a browser loads by itself. */
const LOADED = new Set(['src', 'poster']);
/** What stands around a note, which a note may not look like. */
const CHROME = new Set<string>([
  'hm-main',
  'hm-static',
  PAGE_CLASS.note,
  PAGE_CLASS.outline,
  PAGE_CLASS.backlinks,
  PAGE_CLASS.meta,
]);

interface Node {
  readonly tagName?: string;
  readonly namespaceURI?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

/** Whatever in the parsed HTML a note may not have, by the browsers' own parsing rules. */
function dangers(root: Node): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    const tag = node.tagName;
    if (tag !== undefined && !['html', 'head', 'body', 'tbody'].includes(tag)) {
      if (!ALLOWED_TAGS.includes(tag) || node.namespaceURI !== 'http://www.w3.org/1999/xhtml')
        found.push(`<${tag}>`);
      for (const { name, value } of node.attrs ?? []) found.push(...attributeDangers(tag, name, value));
    }
    node.childNodes?.forEach(visit);
  };
  visit(root);
  return found;
}

function attributeDangers(tag: string, name: string, value: string): string[] {
  const allowed = [...(ALLOWED_ATTRIBUTES[tag] ?? []), ...ALLOWED_ATTRIBUTES['*']!];
  if (!allowed.includes(name)) return [`${tag} ${name}="${value}"`];
  if (name === 'id' && /^hm-/i.test(value)) return [`id="${value}"`];
  if (name === 'class' && value.split(/\s+/).some((entry) => CHROME.has(entry))) return [`class="${value}"`];
  if (name !== 'href' && !LOADED.has(name)) return [];
  if (!URL.canParse(value, PAGE)) return [];
  const { protocol, host } = new URL(value, PAGE);
  if (!(name === 'href' ? LINK_SCHEMES : ALLOWED_SCHEMES).includes(protocol.slice(0, -1)))
    return [`${name}="${value}"`];
  return LOADED.has(name) && host !== 'site.example' ? [`loads ${value}`] : [];
}

/** As a fragment, as a document, and after a browser wrote it out and read it again. */
function dangersOf(html: string): string[] {
  const fragment = parseFragment(html);
  const again = parseFragment(serialize(fragment));
  return [fragment, again, parse(html)].flatMap((root) => dangers(root as Node));
}

const run = (id: number): string => `top.ran(${id})`;

describe('attacks', () => {
  const scripts = scriptVectors(run);

  test('are many, and dangerous without the sanitiser', () => {
    expect(scripts.length).toBeGreaterThan(1_000);
    const harmless = scripts.filter(({ html }) => dangersOf(html).length === 0);
    // An attack that only works on a careless sanitiser is harmless as it stands.
    expect(harmless.length).toBeLessThan(scripts.length / 20);
  });

  const leaves = (vectors: readonly Vector[], render: (text: string) => string): string[] =>
    vectors.flatMap(({ html }) => {
      const found = dangersOf(sanitiseHtml(render(html)));
      return found.length === 0 ? [] : [`${JSON.stringify(html)} leaves ${found.join(', ')}`];
    });

  test.each(['script', 'handler', 'event', 'address', 'context', 'style'])(
    'of the family %s leave nothing',
    (family) => {
      const vectors = scripts.filter((vector) => vector.family === family);
      expect(vectors.length).toBeGreaterThan(10);
      expect(leaves(vectors, (html) => html)).toEqual([]);
    },
  );

  test('leave nothing inside another attack', () => {
    const pairs = scripts.map(({ family, html }, index) => ({
      family,
      html: scripts[(index * 787) % scripts.length]!.html + html + html.slice(0, html.length / 2),
    }));
    expect(leaves(pairs, (html) => html)).toEqual([]);
  });

  test('by way of Markdown leave nothing, even where the renderer lets any address through', () => {
    const md = new MarkdownIt({ html: true, linkify: true });
    md.validateLink = () => true;
    expect(leaves(markdownVectors(run), (text) => md.render(text))).toEqual([]);
    expect(
      leaves(scripts, (text) => md.render(`# ${text}\n\n- ${text}\n\n| a |\n| - |\n| ${text} |`)),
    ).toEqual([]);
  });

  test('on the reader’s privacy leave nothing that loads by itself', () => {
    const vectors = requestVectors('evil.example');
    expect(vectors.filter(({ html }) => dangersOf(html).length > 0).length).toBe(vectors.length);
    expect(leaves(vectors, (html) => html)).toEqual([]);
  });

  test('cut off anywhere leave nothing', () => {
    const cut = scripts
      .filter((_, index) => index % 7 === 0)
      .flatMap(({ family, html }) =>
        [0.3, 0.5, 0.7, 0.9].map((part) => ({
          family,
          html: `${html.slice(0, html.length * part)}<p title="x">y`,
        })),
      );
    expect(leaves(cut, (html) => html)).toEqual([]);
  });
});

describe('any HTML', () => {
  const tag = fc.constantFrom(
    ...[
      'a',
      'p',
      'div',
      'img',
      'svg',
      'math',
      'mtext',
      'style',
      'script',
      'table',
      'td',
      'tr',
      'select',
      'option',
      'title',
    ],
    ...[
      'textarea',
      'iframe',
      'noscript',
      'template',
      'form',
      'video',
      'source',
      'input',
      'xmp',
      'plaintext',
      'ul',
      'li',
      'b',
    ],
    ...[
      'details',
      'summary',
      'body',
      'html',
      'base',
      'meta',
      'object',
      'annotation-xml',
      'foreignObject',
      'desc',
      'pre',
    ],
  );
  const value = fc.constantFrom(
    ...[
      'x',
      '',
      'javascript:alert(1)',
      'https://a.example/b',
      '//a.example/c',
      'HMHOLEr0x',
      'hm-note',
      'hm-link',
      '"',
      "'",
    ],
    ...[
      '&quot;><script>',
      'data:text/html,x',
      '\\\\a.example',
      'language-js',
      'checkbox',
      '<img>',
      'mailto:a@b.example',
      '#y',
    ],
  );
  const name = fc.constantFrom(
    ...[
      'href',
      'src',
      'id',
      'class',
      'style',
      'onclick',
      'onerror',
      'name',
      'title',
      'alt',
      'type',
      'srcset',
      'poster',
    ],
    ...[
      'rel',
      'target',
      'xlink:href',
      'srcdoc',
      'action',
      'formaction',
      'role',
      'data-ghost',
      'data-x',
      'is',
      '__proto__',
    ],
  );
  const attribute = fc
    .tuple(name, value, fc.constantFrom('"', "'", ''))
    .map(([key, text, quote]) => ` ${key}=${quote}${text}${quote}`);
  const piece = fc.oneof(
    fc
      .tuple(tag, fc.array(attribute, { maxLength: 4 }))
      .map(([open, attributes]) => `<${open}${attributes.join('')}>`),
    tag.map((close) => `</${close}>`),
    fc.constantFrom(
      'text',
      '<',
      '>',
      '&lt;',
      '&amp;lt;',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '\0',
      '&',
      '"',
      ' ',
      '</',
      '<?',
      '\ud800',
    ),
  );
  const html = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

  test('keeps only what is allowed', () => {
    fc.assert(
      fc.property(html, (text) => {
        expect(dangersOf(sanitiseHtml(text))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('is not changed by doing it again', () => {
    fc.assert(
      fc.property(html, (text) => {
        const once = sanitiseHtml(text);
        expect(sanitiseHtml(once)).toBe(once);
      }),
      { numRuns: 1_000 },
    );
  });

  test('comes out balanced, so that it can’t reach what stands around it', () => {
    fc.assert(
      fc.property(html, (text) => {
        const body = parse(`<body><article>${sanitiseHtml(text)}</article><p id="after">`) as Node;
        const find = (node: Node): boolean =>
          (node.childNodes ?? []).some(
            (child) => child.attrs?.some(({ value: id }) => id === 'after') === true,
          );
        expect(find(body.childNodes![0]!.childNodes![1]!)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a note’s own text', () => {
  test.each([
    '<h2 id="a-heading">x</h2>',
    '<p>a <b>b</b> <i>c</i> <sub>1</sub><sup>2</sup> <kbd>x</kbd> <mark>y</mark> <abbr title="z">w</abbr></p>',
    '<details open><summary>x</summary>y</details>',
    '<figure><img src="a.png" alt="b" width="20" height="10" loading="lazy" /><figcaption>c</figcaption></figure>',
    '<dl><dt>x</dt><dd>y</dd></dl>',
    '<ol start="3" reversed type="a"><li value="7">x</li></ol>',
    '<sup class="footnote-ref"><a href="#fn1" id="fnref1" role="doc-noteref">1</a></sup>',
    '<section class="footnotes" role="doc-endnotes"><hr class="footnotes-sep" /></section>',
    '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled checked /> x</li></ul>',
    '<pre><code class="language-c++" data-lang="c++">x</code></pre>',
    '<div class="callout callout-tip" role="note"><p class="callout-title"><span class="callout-kind">Tip: </span>x</p></div>',
    '<details class="callout callout-bug" open><summary class="callout-title">Bug</summary>x</details>',
    '<a href="HMHOLEr1x?embed">x</a><a href="HMHOLEr2x?size=3x4">y</a>',
    '<div class="theorem"><span class="timestamp-wrapper"><span class="timestamp">x</span></span></div>',
    '<a href="HMHOLEr12x" class="hm-link">HMHOLEm3x</a>HMHOLEb4x<img src="HMHOLEa5x" alt="HMHOLE0Qm6x" loading="lazy" />',
    '<span class="hm-ghost" data-ghost="x y">x</span><span class="hm-shortcode">y</span><div class="hm-scroll">z</div>',
    '<a href="mailto:a@b.example">x</a><a href="tel:+1">y</a><a href="../z/?q#w">z</a>',
    '<video src="a.mp4" controls poster="b.png"></video><audio controls><source src="c.ogg" type="audio/ogg" /></audio>',
    '<table><thead><tr><th scope="col" align="right">x</th></tr></thead><tbody><tr><td colspan="2">y</td></tr></tbody></table>',
    'a &lt; b &amp;&amp; c &gt; "d"',
  ])('%s stays as it is', (html) => {
    expect(sanitiseHtml(html)).toBe(html);
  });

  test.each([
    [
      '<a href="https://a.example/">x</a>',
      '<a href="https://a.example/" class="hm-external" rel="noopener noreferrer">x</a>',
    ],
    [
      '<a href="//a.example" rel="opener" target="_blank">x</a>',
      '<a href="//a.example" class="hm-external" rel="noopener noreferrer">x</a>',
    ],
    [
      '<a class="hm-link" href="https://a.example/">x</a>',
      '<a href="https://a.example/" class="hm-external" rel="noopener noreferrer">x</a>',
    ],
    ['<a class="hm-external" rel="next" href="y/">x</a>', '<a href="y/">x</a>'],
    ['<a href="javascript:x">y</a>', '<a>y</a>'],
    ['<a name="old">x</a>', '<a id="old">x</a>'],
    ['<b id="hm-main" name="x" style="top:0" onclick="y">z</b>', '<b>z</b>'],
    ['<b id="HM-x">z</b><b id="a b">z</b>', '<b>z</b><b>z</b>'],
    [
      '<div class="hm-note hm-backlinks hm-outline toolbar language-c">x</div>',
      '<div class="language-c">x</div>',
    ],
    ['<p role="button" aria-label="x">y</p>', '<p aria-label="x">y</p>'],
    // Nobody makes a text pass for another note's.
    [
      '<div class="hm-embed callout"><p class="hm-embed-source">x</p></div>',
      '<div class="callout"><p>x</p></div>',
    ],
    ['<div class="callout" role="alert">x</div>', '<div class="callout">x</div>'],
    ['<a class="hm-tag" href="x">y</a>', '<a href="x">y</a>'],
    ['<td style="text-align:center">x</td>', '<td align="center">x</td>'],
    ['<td style="text-align:center;position:fixed">x</td>', '<td>x</td>'],
    ['<p align="Center">x</p><div align=right>y</div>', '<p align="center">x</p><div align="right">y</div>'],
    ['<p align="x">x</p><span align="center">y</span>', '<p>x</p><span>y</span>'],
    ['<input type="checkbox">', '<input type="checkbox" disabled />'],
    ['<input type="checkbox" data-task="many" aria-label="no">', '<input type="checkbox" disabled />'],
    [
      '<input type="checkbox" data-task="&quot;">',
      '<input type="checkbox" disabled data-task="&quot;" aria-label="Marked &quot;" />',
    ],
    ['<input type="text" value="x"><form>y</form><button>z</button>', 'yz'],
    ['<main><article><header>x</header></article></main>', 'x'],
    ['<style>a{}</style><script>b()</script><!-- c --><textarea>d</textarea>e', 'e'],
    ['<svg><text>x</text></svg><math><mi>y</mi></math>', 'xy'],
    ['<object data="x">y</object>', 'y'],
    ['<p>a<p>b', '<p>a</p><p>b</p>'],
  ])('%s becomes %s', (html, expected) => {
    expect(sanitiseHtml(html)).toBe(expected);
  });
});

describe('what stays on other hosts', () => {
  const rel = 'rel="noopener noreferrer nofollow"';

  test.each([
    [
      '<img src="https://a.example/b.png" alt="c">d',
      `<a href="https://a.example/b.png" class="hm-missing" ${rel}>c (a.example)</a>d`,
    ],
    ['<img src="//a.example/b.png">', `<a href="//a.example/b.png" class="hm-missing" ${rel}>a.example</a>`],
    [
      '<img src="https://a.example/b.png" title="<c>">',
      `<a href="https://a.example/b.png" class="hm-missing" ${rel}>&lt;c&gt; (a.example)</a>`,
    ],
    [
      '<a href="y/"><img src="https://a.example/b.png" alt="c"></a>',
      '<a href="y/"><span class="hm-missing">c (a.example)</span></a>',
    ],
    ['<img src="data:image/png;base64,x" alt="c">', '<span class="hm-missing">c</span>'],
    ['<img src="https://" alt="c">', '<span class="hm-missing">c</span>'],
    [
      '<picture><source srcset="//a.example/b"><img src="c.png" alt=""></picture>',
      '<img src="c.png" alt="" loading="lazy" />',
    ],
    [
      '<video src="https://a.example/b.mp4">c</video>',
      `<a href="https://a.example/b.mp4" class="hm-missing" ${rel}>a.example</a>`,
    ],
    [
      '<video controls><source src="https://a.example/b.mp4"></video>c',
      `<a href="https://a.example/b.mp4" class="hm-missing" ${rel}>a.example</a>c`,
    ],
    ['<video src="a.mp4" poster="//a.example/b.png"></video>', '<video src="a.mp4"></video>'],
    [
      '<iframe src="https://a.example/b"></iframe>c',
      '<a href="https://a.example/b" class="hm-external" rel="noopener noreferrer">a.example</a>c',
    ],
    [
      '<iframe src="//a.example" title="d">e<b>f</b></iframe>c',
      '<a href="//a.example" class="hm-external" rel="noopener noreferrer">d</a>c',
    ],
    ['<iframe srcdoc="x"></iframe>c', '<span class="hm-missing">frame</span>c'],
    [
      '<a href="y/"><iframe src="//a.example"></iframe></a>',
      '<a href="y/"><span class="hm-missing">a.example</span></a>',
    ],
  ])('%s becomes %s', (html, expected) => {
    expect(sanitiseHtml(html)).toBe(expected);
  });

  test('is shown from hosts that the author allows', () => {
    const allowImageHosts = new Set(['a.example']);
    const html = '<img src="https://A.example/b.png" alt="" />';
    expect(sanitiseHtml(html, { allowImageHosts })).toBe(
      '<img src="https://A.example/b.png" alt="" loading="lazy" />',
    );
    expect(sanitiseHtml('<img src="https://a.example.evil/b.png">', { allowImageHosts })).toContain(
      'hm-missing',
    );
    expect(sanitiseHtml('<img src="https://a.example@evil.example/b.png">', { allowImageHosts })).toContain(
      '(evil.example)'.slice(1, -1),
    );
  });

  test.each([
    ['x/y.png', 'site', undefined],
    ['#x', 'site', undefined],
    ['HMHOLE0Qr12x', 'site', undefined],
    [' \u0000https:\n//A.example/x ', 'host', 'a.example'],
    ['HTTP:a.example', 'host', 'a.example'],
    ['\\/a.example', 'host', 'a.example'],
    ['https://a.example:99999/', 'other', undefined],
    ['java\tscript:x', 'other', undefined],
    ['x:y', 'other', undefined],
  ])('%j leads to the %s', (address, kind, host) => {
    expect(placeOf(address)).toMatchObject(host === undefined ? { kind } : { kind, host });
  });
});

describe('what is nested or long without bound', () => {
  test.each([
    ['nested quotes', '<blockquote>'.repeat(2_000)],
    ['deep divisions', `${'<div>'.repeat(100_000)}x${'</div>'.repeat(100_000)}`],
  ])('%s are shown as their source', (_, html) => {
    const escaped = html.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(sanitiseHtml(html)).toBe(`<pre>${escaped}</pre>`);
  });

  test.each([
    ['angles', '<'],
    ['open tags', '<source '],
    ['wrong ends', '<b></i>'],
    ['comments', '<!--'],
    ['sections', '<![CDATA['],
    ['ampersands', '&'],
    ['frames', '<iframe>'],
    ['scripts', '<script>'],
    ['classes', '<p class="a '],
    ['attributes', '<p a=b '],
    ['entities', '&amp'],
    ['images', '<img src=//a.example>'],
  ])('the time grows with the length: %s', (_, unit) => {
    const time = (length: number): number => {
      const html = unit.repeat(length / unit.length);
      const start = process.cpuUsage();
      sanitiseHtml(html);
      return process.cpuUsage(start).user / 1_000;
    };
    time(20_000);
    // 16 times as much text: 256 times the time, were it its square.
    const small = Math.max(4, time(50_000));
    expect(time(800_000) / small).toBeLessThan(100);
  });

  // Its square would outlast the test's time limit.
  test('an address behind many blanks takes no time', () => {
    expect(sanitiseHtml(`<video><source src=${' '.repeat(200_000)}a.mp4>`)).toContain('a.mp4');
  });
});
