import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { headOf, type PageFacts } from './page-head.ts';

const PAGE: PageFacts = {
  title: 'Ember',
  siteTitle: 'Hearth',
  language: 'en',
  description: 'Glows.',
  canonical: 'https://example.org/ember/',
  picture: null,
  note: { date: '2024-05-01', lastmod: '2024-06-01T10:00:00Z', tags: ['fire', 'heat'] },
};

test('a note says title, dates and tags to those who preview links and to search engines', () => {
  const head = headOf(PAGE).join('\n');
  expect(head).toMatchInlineSnapshot(`
    "<meta property="og:type" content="article">
    <meta property="og:title" content="Ember">
    <meta property="og:site_name" content="Hearth">
    <meta property="og:description" content="Glows.">
    <meta property="og:url" content="https://example.org/ember/">
    <meta property="article:published_time" content="2024-05-01">
    <meta property="article:modified_time" content="2024-06-01T10:00:00Z">
    <meta property="article:tag" content="fire">
    <meta property="article:tag" content="heat">
    <script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","headline":"Ember","inLanguage":"en","description":"Glows.","url":"https://example.org/ember/","mainEntityOfPage":"https://example.org/ember/","datePublished":"2024-05-01","dateModified":"2024-06-01T10:00:00Z","keywords":["fire","heat"],"isPartOf":{"@type":"WebSite","name":"Hearth"}}</script>"
  `);
  const data = /ld\+json">(.*)<\/script>/.exec(head)![1]!;
  expect(JSON.parse(data)).toMatchObject({ headline: 'Ember', dateModified: '2024-06-01T10:00:00Z' });
});

test('a note with a picture shows it, and says what is on it where that is known', () => {
  const picture = { href: 'https://example.org/files/a.png', alt: 'A "fire"' };
  const head = headOf({ ...PAGE, picture });
  expect(head).toContain('<meta property="og:image" content="https://example.org/files/a.png">');
  expect(head).toContain('<meta property="og:image:alt" content="A &quot;fire&quot;">');
  expect(head).toContain('<meta name="twitter:card" content="summary_large_image">');
  expect(head.at(-1)).toContain('"image":"https://example.org/files/a.png"');
  expect(headOf({ ...PAGE, picture: { ...picture, alt: null } }).join('')).not.toContain('image:alt');
  expect(headOf(PAGE).join('')).not.toMatch(/image|twitter/);
});

test('a page of the site itself is no article', () => {
  const head = headOf({ ...PAGE, note: null, description: null, canonical: null }).join('');
  expect(head).toContain('content="website"');
  expect(head).not.toMatch(/article|script|description|og:url/);
});

test('no text in it ends its element or begins another', () => {
  const odd = '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>\u2028';
  const head = headOf({
    ...PAGE,
    title: odd,
    siteTitle: odd,
    description: odd,
    picture: { href: odd, alt: odd },
    note: { date: odd, lastmod: null, tags: [odd] },
  });
  const html = JSON.stringify(parse(head.join('')), (key, value: unknown) =>
    key === 'parentNode' ? undefined : value,
  );
  expect(html).not.toContain('"tagName":"img"');
  expect(html.match(/"tagName":"script"/g)).toHaveLength(1);
  const data = /ld\+json">([^]*)<\/script>$/.exec(head.at(-1)!)![1]!;
  expect((JSON.parse(data) as { headline: string }).headline).toBe(odd);
});
