/** `404.html`: a host serves it at any depth, so no address in it can be relative, and it brings its own looks. */
import { createHash } from 'node:crypto';
import { escapeText } from '../common/holes.ts';
import type { Frame } from './page-frame.ts';

/** The site's tokens, as far as a page of three lines needs them. */
const STYLE = `
:root { color-scheme: light dark }
body { margin: 0; color: light-dark(#211d1a, #f0e9dd); background: light-dark(#fffdf9, #1d1a17);
  font: 1.125rem/1.6 'Iowan Old Style', Charter, Georgia, serif }
main { max-width: 36rem; margin: 0 auto; padding: 14vh 1.5rem 3rem }
main > :first-child { margin: 0; color: light-dark(#6b6259, #a89e90); font: 0.9375rem system-ui, sans-serif }
h1 { margin: 0.3rem 0 1.2rem; font-size: 2.1rem; line-height: 1.2 }
a { color: light-dark(#b93c0a, #ff8f66); text-underline-offset: 0.2em }
a + a { margin-left: 1.2rem }
a:focus-visible { outline: 2px solid; outline-offset: 3px; border-radius: 2px }
`;

/** Asks each folder of the address, the deepest first, whether the site begins there. */
const SCRIPT = `
(async () => {
  const parts = location.pathname.split('/').slice(0, -1);
  for (let length = parts.length; length > 0; length--) {
    const root = location.origin + parts.slice(0, length).join('/') + '/';
    try {
      const site = await (await fetch(root + 'site.json')).json();
      if (typeof site.map !== 'string') continue;
    } catch {
      continue;
    }
    const link = (text, href) => Object.assign(document.createElement('a'), { textContent: text, href });
    const last = location.pathname.split('/').filter((part) => part !== '').at(-1) ?? '';
    let words = '';
    try {
      words = decodeURIComponent(last).replace(/\\.html?$/, '').replace(/[-_+\\s]+/g, ' ').trim();
    } catch {}
    const way = [link('To the beginning', root), link('All notes', root + 'notes/')];
    if (words !== '') way.push(link('Search for “' + words + '”', root + '?q=' + encodeURIComponent(words)));
    document.getElementById('way').replaceChildren(...way);
    return;
  }
})();
`;

export function missingPage({
  siteTitle,
  language,
  url,
}: Pick<Frame, 'siteTitle' | 'language' | 'url'>): string {
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(STYLE)}`,
    // The host's own icon, which some browsers ask for under each page's policy.
    "img-src 'self'",
    ...(url === null ? [`script-src ${hashOf(SCRIPT)}`, "connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const way =
    url === null
      ? 'Go back, or shorten the address, part by part, until the notes are there.'
      : `<a href="${escapeText(url)}">To the beginning</a><a href="${escapeText(new URL('notes/', url).href)}">All notes</a>`;
  return [
    '<!doctype html>',
    `<html lang="${escapeText(language)}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="color-scheme" content="light dark"><title>Not found · ${escapeText(siteTitle)}</title>`,
    `<style>${STYLE}</style></head>`,
    `<body><main><p>${escapeText(siteTitle)}</p><h1>Nothing is here</h1>`,
    '<p>This address holds no note. It may have been renamed or taken away, or the link may be mistyped.</p>',
    `<p id="way">${way}</p></main>`,
    ...(url === null ? [`<script>${SCRIPT}</script>`] : []),
    '</body></html>',
    '',
  ].join('\n');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
