import { describe, expect, test } from 'vitest';
import { leaveScripts } from './vite-scripts.ts';

const left = (html: string, base = '/', page = '/index.html', place = 'map'): string =>
  leaveScripts(html, { place, base, page });

describe('leaveScripts', () => {
  test.each([
    ['<script type="module" src="/map/embed.js"></script>', '/map/embed.js'],
    ["<SCRIPT data-x='a>b'\n src = '/map/search.js' async>", '/map/search.js'],
    ['<script src=/map/embed.js type=module>', '/map/embed.js'],
  ])('marks %s', (html, address) => {
    const [tag = ''] = /<script[^]*?vite-ignore/i.exec(left(html)) ?? [];
    expect(tag).toContain(`"${address}" vite-ignore`);
    expect(left(left(html))).toBe(left(html));
  });

  test.each([
    '<script type="module" src="/main.js"></script>',
    '<script type="module" src="/mapped/embed.js"></script>',
    '<script type="module" src="https://elsewhere.example/map/embed.js"></script>',
    '<script type="module" src="maps/embed.js"></script>',
    '<script type="module" src="../mapped/map/embed.js"></script>',
    '<script type="module" src="//elsewhere.example/map/embed.js"></script>',
    '<script type="module"></script>',
    '<script>const src = "/map/embed.js";</script>',
    '<script vite-ignore src="/map/embed.js"></script>',
    '<img src="/map/map.svg"><scripted src="/map/embed.js">',
  ])('leaves %s', (html) => expect(left(html)).toBe(html));

  test.each([
    ['/blog/', '/index.html', '/map/embed.js', '/blog/map/embed.js'],
    ['/blog/', '/index.html', '/blog/map/embed.js', '/blog/map/embed.js'],
    ['/blog', '/index.html', '/map/embed.js', '/blog/map/embed.js'],
    ['./', '/index.html', '/map/embed.js', './map/embed.js'],
    ['', '/posts/oak/index.html', '/map/embed.js', '../../map/embed.js'],
    ['/', '/index.html', 'map/embed.js', '/map/embed.js'],
    ['/', '/posts/oak/index.html', '../../map/embed.js?v=2', '/map/embed.js?v=2'],
    ['/blog/', '/posts/oak.html', '../map/embed.js', '/blog/map/embed.js'],
    ['./', '/posts/oak.html', '../map/embed.js', '../map/embed.js'],
    ['https://files.example/', '/index.html', '/map/embed.js', 'https://files.example/map/embed.js'],
  ])('with the base %j, in %s, %s is %s', (base, page, address, expected) =>
    expect(left(`<script src="${address}">`, base, page)).toBe(`<script src="${expected}" vite-ignore>`),
  );

  test('takes a page in the place of the map for one of others', () => {
    expect(left('<script type="module">', '/', '/map/index.html')).toBe('<script type="module">');
    expect(left('<script src="main.js">', '/', '/mapped/index.html')).toBe('<script src="main.js">');
  });

  test('knows another place', () => {
    expect(left('<script src="/a/garden/embed.js">', '/', '/index.html', 'a/garden')).toContain(
      'vite-ignore',
    );
    expect(left('<script src="/map/embed.js">', '/', '/index.html', 'garden')).not.toContain('vite-ignore');
  });
});
