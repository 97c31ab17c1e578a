/** `[markup]` of a Hugo site: how its Markdown is read. */
import type { Extra } from '../syntax/extras.ts';
import type { HeadingIds } from '../syntax/heading-attributes.ts';
import type { Extension, SyntaxSettings } from '../syntax/index.ts';
import { OPENINGS, type Opening } from '../syntax/math.ts';
import type { Settings } from './settings.ts';

/** By Hugo's name in lower case. All of them are on, unless the site says no. */
const EXTENSIONS: readonly (readonly [key: string, extension: Extension])[] = [
  ['definitionlist', 'definition list'],
  ['footnote', 'footnote'],
  ['linkify', 'linkify'],
  ['strikethrough', 'strikethrough'],
  ['table', 'table'],
  ['tasklist', 'task list'],
];
/** All of them are off, unless the site says so. */
const EXTRAS: readonly Extra[] = ['delete', 'insert', 'mark', 'subscript', 'superscript'];

/** How a site has its Markdown read. */
export function readMarkup(
  settings: Settings,
): Required<
  Pick<
    SyntaxSettings,
    | 'typographer'
    | 'headingIds'
    | 'blockAttributes'
    | 'breaks'
    | 'lineNumbers'
    | 'extras'
    | 'without'
    | 'dollarMath'
    | 'passthrough'
  >
> {
  const markup = settings.inner('markup');
  const goldmark = markup.inner('goldmark');
  const extensions = goldmark.inner('extensions');
  const parser = goldmark.inner('parser');
  const passthrough = openingsOf(extensions.inner('passthrough'));
  return {
    // A single dollar opens one too where it is passed through.
    dollarMath: passthrough.includes('$'),
    passthrough,
    typographer: isOn(extensions, 'typographer'),
    headingIds: headingIdsOf(parser),
    blockAttributes: parser.inner('attribute').flag('block', false),
    breaks: goldmark.inner('renderer').flag('hardwraps', false),
    lineNumbers: markup.inner('highlight').flag('linenos', false),
    extras: EXTRAS.filter((name) => extensions.inner('extras').inner(name).flag('enable', false)),
    without: EXTENSIONS.flatMap(([key, extension]) => (isOn(extensions, key) ? [] : [extension])),
  };
}

/** Newer versions of Hugo have a table of settings in the place of some switches. */
function isOn(extensions: Settings, key: string): boolean {
  const table = extensions.inner(key);
  return extensions.maybe(key) ?? (table.flag('enable', true) && !table.flag('disable', false));
}

/** Of formulas; other delimiters are for other things. */
function openingsOf(passthrough: Settings): Opening[] {
  if (!passthrough.flag('enable', false)) return [];
  const delimiters = passthrough.inner('delimiters');
  const openings = ['block', 'inline'].flatMap((kind) =>
    delimiters.list(kind).map((pair): unknown => (Array.isArray(pair) ? pair[0] : null)),
  );
  return OPENINGS.filter((opening) => openings.includes(opening));
}

function headingIdsOf(parser: Settings): HeadingIds {
  if (!parser.flag('autoheadingid', true)) return 'none';
  const type = parser.text('autoheadingidtype');
  return type === 'github-ascii' || type === 'blackfriday' ? type : 'github';
}
