/**
 * What Markdown without HTML mostly becomes: a few elements that hold nothing but text. The sanitiser would give it back
 * nearly as it is, and takes longer to read it than all of Markdown.
 */
import { PAGE_CLASS } from '../../contract/page-class.ts';
import { EXTERNAL_REL } from './sanitise-rules.ts';

const ELEMENTS =
  'p|ul|ol|li|strong|em|h[1-6]|table|thead|tbody|tr|td|th|blockquote|code|pre|sup|dl|dt|dd|del|a';

/** An address of another site that no reader takes for anything else, as Markdown writes it. */
const ADDRESS = 'https?://(?:(?!xn--)[a-z0-9-]+\\.)+[a-z]{2,}(?:/(?:[\\w./~%=+,;:@!?#()*-]|&amp;)*)?';
const EXTERNAL = new RegExp(`<a href="(${ADDRESS})">`, 'g');

/**
 * A tag that is none of these: without attributes, a comment of an exporter, a heading with an id that isn't the app's, a link to a hole, within the
 * note or to another site.
 */
const OTHER_TAG = new RegExp(
  [
    `<(?!/?(?:${ELEMENTS})>`,
    '[bh]r />',
    '!--[\\w-]*-->',
    'h[1-6] id="(?![hH][mM]-)[^"<>&\\s]+">',
    `a href="(?:HM[0-9a-f]{16}[rg]\\d+x(?:\\?embed)?|#[\\w.~%-]+|${ADDRESS})">)`,
  ].join('|'),
);
const LINK = /<(\/?)a[ >]/g;

/**
 * What `sanitiseHtml` would return, where that is easily told; else null.
 * @param html rendered of Markdown that holds no HTML: its elements are closed where they should be
 */
export function sanitisePlain(html: string): string | null {
  if (OTHER_TAG.test(html)) return null;
  let isOpen = false;
  for (const [, slash] of html.matchAll(LINK)) {
    if (isOpen && slash === '') return null;
    isOpen = slash === '';
  }
  return html
    .replaceAll(/<!--[\w-]*-->/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll(
      EXTERNAL,
      (_, href: string) => `<a href="${href}" class="${PAGE_CLASS.external}" rel="${EXTERNAL_REL}">`,
    );
}
