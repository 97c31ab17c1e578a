/** What of a page's HTML is compared: its headings' ids, its text, its formulas and the sequence of its tags. */
import { Parser } from 'htmlparser2';
import { cutMath } from './math-in-text.mjs';

/**
 * @typedef {object} Shape
 * @property {string[]} ids level and id of each heading
 * @property {string} text without white space and footnote marks; a formula is `￼`
 * @property {string[]} math the formulas' TeX, in order
 * @property {string[]} tags `name` where an element opens and `/name` where it closes
 * @property {Map<string, number>} aside how often each tag was met that is not compared
 */

/** Ours and Hugo's wrappers, which say nothing about the text. */
const WRAPPERS = new Set(['div', 'section', 'span']);
/** Their content is no text. */
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'title', 'textarea']);
/** MathJax reads no formulas there. */
const VERBATIM = new Set(['pre', 'code', 'textarea']);
/** A formula doesn't reach across these. */
const BLOCKS = new Set(
  (
    'address blockquote br dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/**
 * @param {string} html
 * @param {ReadonlySet<string>} allowed tags that the sanitiser leaves
 * @returns {Shape}
 */
export function readShape(html, allowed) {
  /** @type {Shape} */
  const shape = { ids: [], text: '', math: [], tags: [], aside: new Map() };
  /** Text that a formula may stand in, up to the next block. */
  let run = '';
  /** Depth at which something began that is not read as it stands, and what it is. */
  let skipped = { depth: -1, kind: '', tex: '' };
  let depth = 0;
  let verbatim = 0;
  let annotation = false;

  const endRun = () => {
    if (run === '') return;
    const { text, math } = cutMath(run);
    shape.text += text.replace(/\s+/g, '');
    shape.math.push(...math);
    run = '';
  };
  /**
   * @param {string} name
   * @param {Record<string, string>} attributes
   */
  const compared = (name, attributes) => {
    const isField = name === 'input' && attributes['type']?.toLowerCase() !== 'checkbox';
    if (!WRAPPERS.has(name) && allowed.has(name) && !isField) return true;
    shape.aside.set(name, (shape.aside.get(name) ?? 0) + 1);
    return false;
  };

  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth++;
      if (skipped.depth >= 0) {
        if (name === 'annotation') annotation = true;
        return;
      }
      const kind = skippedKind(name, attributes);
      if (kind === 'mark') {
        shape.tags.push(name);
        skipped = { depth, kind, tex: '' };
        return;
      }
      if (kind !== '') {
        if (kind === 'picture') shape.tags.push('img');
        if (kind === 'silent') compared(name, attributes);
        skipped = { depth, kind, tex: '' };
        return;
      }
      if (BLOCKS.has(name)) endRun();
      if (VERBATIM.has(name)) {
        endRun();
        verbatim++;
      }
      const level = /^h([1-6])$/.exec(name)?.[1];
      if (level !== undefined) shape.ids.push(`${level} ${attributes['id'] ?? ''}`);
      if (compared(name, attributes)) shape.tags.push(name);
    },
    ontext: (text) => {
      if (skipped.depth >= 0) {
        if (annotation || skipped.kind === 'failed formula') skipped.tex += text;
      } else if (verbatim > 0) shape.text += text.replace(/\s+/g, '');
      else run += text;
    },
    onclosetag: (name) => {
      const closed = depth--;
      if (name === 'annotation') annotation = false;
      if (skipped.depth >= 0) {
        if (closed !== skipped.depth) return;
        if (skipped.kind.endsWith('formula')) {
          endRun();
          shape.text += '￼';
          shape.math.push(skipped.tex);
        }
        if (skipped.kind === 'mark') shape.tags.push(`/${name}`);
        skipped = { depth: -1, kind: '', tex: '' };
        return;
      }
      if (VERBATIM.has(name)) verbatim--;
      if (BLOCKS.has(name)) endRun();
      if (!VOID.has(name) && !WRAPPERS.has(name) && allowed.has(name)) shape.tags.push(`/${name}`);
    },
  });
  parser.end(html);
  endRun();
  return { ...shape, math: shape.math.map(plainTex) };
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 */
function skippedKind(name, attributes) {
  const classes = new Set((attributes['class'] ?? '').split(/\s+/));
  if (classes.has('katex') || classes.has('katex-display')) return 'formula';
  if (classes.has('hm-math-error')) return 'failed formula';
  // A picture that isn't there, or stays on its host, is told in words.
  if (classes.has('hm-missing') && (name === 'span' || /\bnofollow\b/.test(attributes['rel'] ?? '')))
    return 'picture';
  if (name === 'a' && (classes.has('footnote-ref') || classes.has('footnote-backref'))) return 'mark';
  return SILENT.has(name) ? 'silent' : '';
}

/**
 * TeX without what the typographer made of it on its way: the author's quotes and dots are what was meant.
 * @param {string} tex
 */
function plainTex(tex) {
  return tex
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replaceAll('–', '--')
    .replaceAll('—', '---')
    .replaceAll('…', '...')
    .replaceAll('«', '<<')
    .replaceAll('»', '>>')
    .replace(/\s+/g, '');
}
