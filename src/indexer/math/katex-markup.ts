/**
 * The HTML of a formula that KaTeX has built. KaTeX's own way takes a quarter of the time of a formula: it joins, filters and
 * escapes anew at each of many small nodes, and writes names that HTML doesn't need.
 */
import katex from 'katex';
import { escapeText } from '../common/holes.ts';

/** What KaTeX's nodes have, which its types leave out: at least what their kind says. */
interface KatexNode {
  readonly classes?: readonly string[];
  readonly style?: Readonly<Record<string, string | undefined>>;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly KatexNode[];
  readonly type?: string;
  readonly text?: string;
  /** In em: how far a sign leans over to the right. */
  readonly italic?: number;
  toMarkup(): string;
}

type Kind = abstract new (...rest: never[]) => unknown;

const { __domTree: kinds, __renderToDomTree: build } = katex as unknown as {
  readonly __domTree: { readonly Span: Kind; readonly SymbolNode: Kind };
  readonly __renderToDomTree: (tex: string, options: katex.KatexOptions) => KatexNode;
};
const { Span, SymbolNode } = kinds;
const [MathNode, TextNode] = mathKinds();

/** KaTeX doesn't export these; the first and the last node of any formula in MathML are of them. */
function mathKinds(): [Kind, Kind] {
  let node = build('x', { output: 'mathml' }).children![0]!;
  const outer = node.constructor as Kind;
  while (node.children?.[0] !== undefined) node = node.children[0];
  return [outer, node.constructor as Kind];
}

/**
 * Builds a formula and writes it as HTML and MathML: as `katex.renderToString` does, but without what HTML doesn't need, such as
 * XML's names, attributes that say nothing and the semicolon behind a style. Throws what KaTeX throws.
 *
 * @param copied the TeX that one gets who copies the formula
 */
export function katexMarkup(tex: string, options: katex.KatexOptions, copied: string): string {
  return markup(build(tex, options), copied);
}

function markup(node: KatexNode, copied: string): string {
  const kind: unknown = node.constructor;
  if (kind === SymbolNode) return symbol(node);
  if (kind === Span) {
    const opened = `<span${classOf(node)}${styleOf(node)}${attributesOf(node)}>`;
    return `${opened}${inner(node, copied)}</span>`;
  }
  if (kind === TextNode) return escapeText(node.text!);
  if (kind === MathNode) {
    const name = node.type!;
    const text = name === 'annotation' ? escapeText(copied) : inner(node, copied);
    return `<${name}${attributesOf(node)}${classOf(node)}>${text}</${name}>`;
  }
  // A fragment.
  if (node.children !== undefined && node.attributes === undefined) return inner(node, copied);
  // Roots, arrows and spaces.
  return node.toMarkup().replaceAll(' xmlns="http://www.w3.org/2000/svg"', '');
}

function inner({ children }: KatexNode, copied: string): string {
  let html = '';
  for (const child of children!) html += markup(child, copied);
  return html;
}

function symbol(node: KatexNode): string {
  const text = escapeText(node.text!);
  const attributes =
    classOf(node) + styleOf(node, node.italic! > 0 ? `margin-right:${em(node.italic!)}` : '');
  return attributes === '' ? text : `<span${attributes}>${text}</span>`;
}

function classOf({ classes }: KatexNode): string {
  if (classes!.length === 0) return '';
  let all = '';
  for (const name of classes!) if (name) all += all === '' ? name : ` ${name}`;
  return ` class="${escapeText(all)}"`;
}

function styleOf({ style }: KatexNode, before = ''): string {
  let all = before;
  for (const name in style!) {
    const value = style[name];
    if (value === undefined) continue;
    all += `${all === '' ? '' : ';'}${property(name)}:${value}`;
    if (name.endsWith('olor') && value !== 'transparent')
      all += `;${property(name)}:${inBothThemes(name, value)}`;
  }
  return all === '' ? '' : ` style="${escapeText(all)}"`;
}

/** What an author coloured for white paper: on dark paper the same hue, light enough to be read, or to be read upon. */
function inBothThemes(name: string, colour: string): string {
  const lightness = name === 'backgroundColor' ? 'min(l,.4)' : 'max(l,.75)';
  return `light-dark(${colour},oklch(from ${colour} ${lightness} c h))`;
}

function attributesOf({ attributes }: KatexNode): string {
  let all = '';
  for (const name in attributes!) {
    const value = String(attributes[name]);
    if (name !== 'xmlns' && value !== '') all += ` ${name}="${escapeText(value)}"`;
  }
  return all;
}

const properties = new Map<string, string>();

/** `marginLeft` as CSS writes it. */
function property(name: string): string {
  let found = properties.get(name);
  if (found === undefined) {
    found = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    properties.set(name, found);
  }
  return found;
}

/** As KaTeX writes lengths: to four digits. */
function em(length: number): string {
  return `${+length.toFixed(4)}em`;
}
