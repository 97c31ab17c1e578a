/** `embed/index.html`: the page in the frame of `<hearth-map>`. It is empty without its script: then the link in the element stands. */
import { EMBED_SITE, type EmbedSite } from '../../contract/embed-site.ts';
import { escapeText } from '../common/holes.ts';
import type { Frame } from './page-frame.ts';

/** The explorer may stand in a frame of its own within. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export function embedPage(
  { app, siteTitle, language }: Pick<Frame, 'app' | 'siteTitle' | 'language'>,
  site: EmbedSite,
): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeText(language)}" data-${EMBED_SITE}="${escapeText(JSON.stringify(site))}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<title>Map of ${escapeText(siteTitle)}</title>`,
    '<meta name="robots" content="noindex">',
    '<meta name="color-scheme" content="light dark">',
    // Before all else, and not waiting for the styles: it asks for what is shown.
    `<script type="module" async src="../${app.embedScript}"></script>`,
    ...app.embedStyles.map((file) => `<link rel="stylesheet" href="../${file}">`),
    ...app.embedPreload.map((file) => `<link rel="modulepreload" href="../${file}">`),
    '</head>',
    '<body></body>',
    '</html>',
    '',
  ].join('\n');
}
