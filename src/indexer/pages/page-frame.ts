/** The HTML around every page: head, policy, styles, the app's script. */
import { STATIC_ID } from '../../contract/page.ts';
import { escapeText } from '../common/holes.ts';
import type { AppFiles } from '../read/app-files.ts';
import { headOf, type NoteFacts } from './page-head.ts';
import type { SharedPicture } from './shared-picture.ts';

/** Scripts from the site itself only. KaTeX places its boxes by style attributes; nothing else may style inline. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export interface Frame {
  readonly app: AppFiles;
  readonly siteTitle: string;
  readonly language: string;
  /** The site's own address, with a slash at the end; null where the author names none. */
  readonly url: string | null;
  readonly hasFeed: boolean;
}

export interface PageParts {
  readonly title: string;
  readonly description: string | null;
  readonly canonical: string | null;
  /** From the page to the site's root: '' or `../` a few times. */
  readonly root: string;
  /** Styles that only some pages need, from the site's root. */
  readonly styles?: readonly string[];
  /** Fonts that only some pages need, likewise. */
  readonly fonts?: readonly string[];
  /** Shown with links to the page. */
  readonly picture?: SharedPicture | null;
  /** What a note says of itself; null on the site's own pages. */
  readonly note: NoteFacts | null;
  /** The `<main>`. */
  readonly main: string;
}

export function framePage(frame: Frame, parts: PageParts): string {
  const { app, siteTitle, language, hasFeed } = frame;
  const { title, description, canonical, root, styles = [], fonts = [], picture = null, note, main } = parts;
  const whole = title === siteTitle ? title : `${title} · ${siteTitle}`;
  const style = (file: string, mark = ''): string => `<link rel="stylesheet" href="${root}${file}"${mark}>`;
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<title>${escapeText(whole)}</title>`,
    description === null ? '' : `<meta name="description" content="${escapeText(description)}">`,
    canonical === null ? '' : `<link rel="canonical" href="${escapeText(canonical)}">`,
    ...headOf({ title, siteTitle, language, description, canonical, picture, note }),
    '<meta name="color-scheme" content="light dark">',
    hasFeed ? `<link rel="alternate" type="application/atom+xml" href="${root}feed.xml">` : '',
    `<link rel="icon" href="${root}favicon.svg" type="image/svg+xml">`,
    ...app.styles.map((file) => style(file)),
    ...styles.map((file) => style(file, ' data-hm-style')),
    style(app.printStyle, ' media="print"'),
    ...[...app.textFonts, ...fonts].map(
      (file) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${root}${file}">`,
    ),
    // The map waits for it, and it for nothing.
    `<link rel="preload" as="fetch" crossorigin href="${root}site.json">`,
    ...app.preload.map((file) => `<link rel="modulepreload" href="${root}${file}">`),
    `<script type="module" src="${root}${app.script}"></script>`,
  ];
  return [
    '<!doctype html>',
    `<html lang="${escapeText(language)}">`,
    '<head>',
    ...head.filter((line) => line !== ''),
    '</head>',
    '<body>',
    `<div id="${STATIC_ID}">`,
    `<header class="hm-site"><a href="${root === '' ? './' : root}">${escapeText(siteTitle)}</a></header>`,
    main,
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
