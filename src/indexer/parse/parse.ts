/** One note's file becomes front matter, sanitised HTML with holes, and the references its syntax rules saw. Pure. */
import type { Diagnostic } from '../../contract/diagnostic.ts';
import { PAGE_CLASS } from '../../contract/page-class.ts';
import { diagnose } from '../common/diagnose.ts';
import { escapeText, fillHoles, hole, holePrefix, replaceHoles, withoutHoles } from '../common/holes.ts';
import { fileTitle } from '../common/note-name.ts';
import { Positions, type Position } from '../common/positions.ts';
import { sentenceAround, type Sentence } from '../common/sentence.ts';
import type {
  FrontMatter,
  ParsedNote,
  PlacedFormula,
  RawReference,
  CodeBlock,
  Source,
} from '../common/types.ts';
import {
  FrontMatterError,
  mayOpenWithRule,
  NO_FRONT_MATTER,
  opensWithRule,
  readFrontMatter,
  readHugoFrontMatter,
  type FrontMatterBlock,
} from '../front-matter/front-matter.ts';
import { hugoFields, type HugoFieldSettings } from '../front-matter/hugo-fields.ts';
import { pageProperties, withProperties } from '../front-matter/logseq.ts';
import type { PropertyLink } from '../front-matter/property-links.ts';
import { codeBlock } from '../insets/code-block.ts';
import { mayDefine, withDefinitions } from '../math/note-definitions.ts';
import { readableText } from '../math/readable-tex.ts';
import { decode } from '../read/source.ts';
import { htmlDepth } from '../sanitise/html-depth.ts';
import { sanitisePlain } from '../sanitise/sanitise-plain.ts';
import { sanitiseHtml } from '../sanitise/sanitise.ts';
import type { OwnShortcodes } from '../settings/hugo-shortcodes.ts';
import type { OwnMacros } from '../settings/own-macros.ts';
import { withoutComments } from '../syntax/comment.ts';
import { createEnv } from '../syntax/env.ts';
import { createMarkdown, type SyntaxSettings } from '../syntax/index.ts';
import { distinctTags } from '../syntax/tag.ts';
import { freeCodes } from './code-place.ts';
import { collect, linkTag } from './collect.ts';
import { loadEmoji, NO_EMOJI } from './emoji.ts';
import { addressMedia } from './html-media.ts';
import { keepPunctuation } from './keep-punctuation.ts';
import { hasOf } from './note-has.ts';
import { prepare, type Prepared } from './prepare.ts';
import { enclosing } from './shortcode-enclosed.ts';
import { titleHeading } from './title-heading.ts';

export interface ParseSettings extends SyntaxSettings, HugoFieldSettings {
  readonly baseURL: string | null;
  /** Commands for formulas that hold in every note. */
  readonly macros?: OwnMacros;
  /** Whether `:joy:` is a sign, as in a Hugo site with `enableEmoji`. */
  readonly emoji?: boolean;
  /** What the site's own shortcodes enclose. */
  readonly shortcodes?: OwnShortcodes;
  /** Whether `---` with an empty line below may be a rule at a note's top; to Hugo it never is. */
  readonly ruleFirst?: boolean;
}

/** Without a note, the file could not be read: the diagnostics say why, and the rest of the site is as if it weren't there. */
export interface ParseOutcome {
  readonly note: ParsedNote | null;
  readonly diagnostics: readonly Diagnostic[];
}

const MAX_DEPTH = 100;
/** Characters of code a note: hostile code costs a second per hundred thousand. */
const MAX_HIGHLIGHTED = 200_000;

export type Parser = (source: Source) => ParseOutcome;

/** Makes a parser with all that its settings ask for. */
export async function loadParser(settings: ParseSettings): Promise<Parser> {
  return createParser(settings, await loadEmoji(settings.emoji));
}

/** Makes a parser; one serves any number of notes. @param signs of emoji that are named */
export function createParser(settings: ParseSettings, signs = NO_EMOJI): Parser {
  const md = createMarkdown(settings);
  const macros = new Map(settings.macros);
  const preparing = {
    signs,
    lineNumbers: settings.lineNumbers ?? false,
    enclosing: enclosing(settings.shortcodes),
    isEscaped: settings.passthrough?.includes('\\\\(') !== true,
  };
  const isRule = (file: string): boolean => settings.ruleFirst === true && opensWithRule(file);

  return (source) => {
    const { text: file, diagnostics } = decode(source);
    const positions = new Positions(file);
    const report = (...rest: Parameters<typeof diagnose>): void => void diagnostics.push(diagnose(...rest));

    let block: FrontMatterBlock;
    try {
      block = settings.ruleFirst === true ? readFrontMatter(file, true) : readHugoFrontMatter(file);
      // To YAML, a heading is a comment.
      if (block.raw.size === 0 && isRule(file)) block = NO_FRONT_MATTER;
    } catch (error) {
      if (!(error instanceof FrontMatterError)) throw error;
      if (!isRule(file)) {
        const ifRule = mayOpenWithRule(file) ? ' If it is a rule, write *** instead.' : '';
        const suggestion = `The note is left out until this is mended.${ifRule}`;
        report('bad-front-matter', source.path, error, error.message, suggestion);
        return { note: null, diagnostics };
      }
      block = NO_FRONT_MATTER;
    }

    for (const { offset, message, suggestion, severity, code = 'bad-front-matter' } of block.problems) {
      report(code, source.path, positions.at(offset), message, suggestion, severity);
    }

    const prefix = holePrefix(file);
    const prepared = prepare(file, block.end, prefix, preparing);
    const shared = {
      prefix,
      baseURL: settings.baseURL,
      firstLink: prepared.references.length,
      links: [],
      refused: [],
      formulas: [],
      tags: [],
      properties: [],
      codes: [...prepared.codes],
      // Below zero: those offsets are of the file, not of the prepared text.
      assets: prepared.assets.map(({ argument, offset }) => ({ argument, offset: -1 - offset })),
      asWritten: (text: string) =>
        replaceHoles(text, prefix, ({ start, end }) => prepared.written.get(text.slice(start, end)) ?? ''),
    };
    const contexts = new Map<number, Sentence>();
    const blockTexts = new Map<number, string>();
    const captions = prepared.captions.map(({ text, block, offset }) => {
      const env = createEnv({ ...shared, fixedPlace: -1 - offset });
      const tokens = md.parseInline(text, env);
      const collected = collect(tokens, env);
      for (const [index, sentence] of collected.contexts) contexts.set(index, sentence);
      const words = collected.sections.map((section) => section.text);
      blockTexts.set(block, [blockTexts.get(block) ?? '', ...words].join(' ').trim());
      const rendered = md.renderer.render(tokens, md.options, env);
      const html = (collected.hasHtml ? null : sanitisePlain(rendered)) ?? sanitiseHtml(rendered);
      return { html, text: readableText(words.join(' ').trim()) };
    });
    const figureLinks = prepared.figureLinks.map(({ href, words, block, offset }) => {
      const { reference, tag } = linkTag(href, -1 - offset, createEnv(shared));
      const said = words || readableText(blockTexts.get(block) ?? '');
      if (reference >= 0) contexts.set(reference, sentenceAround(said, 0, said.length));
      return tag;
    });
    const env = createEnv({ ...shared, positions: new Positions(prepared.text), blockTexts });
    const tokens = md.parse(prepared.text, env);
    const collected = collect(tokens, env);
    for (const [index, sentence] of collected.contexts) contexts.set(index, sentence);
    const rendered = md.renderer.render(tokens, md.options, env);
    const at = (offset: number): Position =>
      positions.at(offset < 0 ? -1 - offset : prepared.original(offset));

    reportShortcodes(prepared, source.path, positions, diagnostics);
    for (const offset of env.openComments) {
      const message = 'a comment begins here and is never closed: it hides what follows';
      report('open-comment', source.path, at(offset), message, 'Close it with %% where it ends.');
    }
    for (const { scheme, offset } of env.refused) report(...refusal(scheme, source.path, at(offset)));
    const plain = collected.hasHtml ? null : sanitisePlain(rendered);
    const depth = plain !== null ? collected.depth : htmlDepth(rendered);
    const deep = env.tooDeep || depth > MAX_DEPTH;
    if (deep) {
      const message = `nests some ${MAX_DEPTH} levels deep; its text is shown as it was written`;
      const suggestion = 'Take out the deepest quotes or lists.';
      report('too-deep', source.path, positions.at(block.end), message, suggestion);
    }
    const shown = (text: string): string =>
      settings.wikilinks ? withoutComments(text, settings.vault === true) : text;
    const safe = deep
      ? `<pre class="${PAGE_CLASS.code}" tabindex="0">${escapeText(shown(file.slice(block.end)))}</pre>`
      : (plain ?? addressMedia(sanitiseHtml(rendered, { depth }), prepared.text, env));
    const freed = freeCodes(safe, prefix, prepared.codes.length);
    const lead = { id: '', heading: '', text: shown(withoutHoles(prepared.text, prefix)) };
    const sections = deep ? [lead] : collected.sections;

    const references: RawReference[] = [];
    const renumbered = new Map<number, number>();
    const keep = (index: number): number => {
      const known = renumbered.get(index);
      if (known !== undefined) return known;
      const shortcode = prepared.references[index];
      const link = env.links[index - env.firstLink];
      const context = contexts.get(index) ?? { text: '', sentence: '', at: -1 };
      const position = shortcode === undefined ? at(link!.offset) : positions.at(shortcode.offset);
      const { kind, argument } = shortcode ?? link!;
      const asked = {
        ...(shortcode?.language ? { language: shortcode.language } : {}),
        ...(shortcode?.isHtml === false ? { otherFormat: true as const } : {}),
      };
      renumbered.set(index, references.push({ kind, argument, ...position, ...context, ...asked }) - 1);
      return references.length - 1;
    };
    // Those that no page shows (in a comment, in what the sanitiser drops) are references all the same.
    for (let i = 0; i < env.firstLink + env.links.length; i++) if (!collected.neverRun.has(i)) keep(i);
    if (settings.wikilinks) references.push(...block.links.map((link) => propertyReference(link, positions)));

    const formulas: PlacedFormula[] = [];
    const codes: CodeBlock[] = [];
    let highlighted = 0;
    const fill = (html: string): string =>
      fillHoles(html, prefix, (kind, index, inTag) => {
        if (kind === 'r') return renumbered.has(index) ? hole(prefix, 'r', keep(index)) : '';
        if (kind === 'a' || kind === 'g') return hole(prefix, kind, index);
        if (kind === 'b') return inTag ? '' : fill(prepared.blocks[index]!);
        if (kind === 't') return inTag ? escapeText(captions[index]!.text) : fill(captions[index]!.html);
        if (kind === 'l') return inTag ? '' : fill(figureLinks[index]!);
        if (kind === 'c') {
          const block = env.codes[index]!;
          highlighted += block.code.length;
          if (inTag) return '';
          const isPlain = highlighted > MAX_HIGHLIGHTED;
          if (isPlain || block.code.includes(prefix)) return fill(codeBlock(block, isPlain));
          return hole(prefix, 'c', codes.push(block) - 1);
        }
        const { tex, display, offset } = env.formulas[index]!;
        if (inTag) return escapeText(tex);
        return hole(prefix, 'm', formulas.push({ tex, display, ...at(offset) }) - 1);
      });
    const html = deep
      ? safe
      : fill(keepPunctuation(unwrapFigures(freed, prefix, prepared.blocks), prefix, env.formulas));

    const given = hugoFields(block, source.path, settings);
    const page = settings.logseq === true ? pageProperties(source.path, env.properties) : null;
    env.tags.push(...(page?.tags ?? []));
    const tagged = withTags(settings.vault === true ? withoutSpaces(given, block) : given, env.tags);
    const fields = page === null ? tagged : withProperties(tagged, page);
    // Obsidian has only files' names: there, a heading further down is a part of the note.
    const isNamed = settings.vault !== true || titleHeading(html) !== null;
    const title =
      fields.title ?? page?.title ?? (isNamed ? collected.headings[0]?.text : null) ?? fileTitle(source.path);
    return {
      note: {
        path: source.path,
        ...(source.file === undefined ? {} : { file: source.file }),
        hash: source.hash,
        frontMatter: fields,
        title: title === '' ? fileTitle(source.path) : title,
        headings: deep ? [] : collected.headings,
        ids: [
          ...new Set(
            [...safe.matchAll(/ id="([^"]*)"/g)].map(([, id]) => unescapeId(withoutHoles(id!, prefix))),
          ),
        ],
        references,
        textTags: env.tags,
        assets: env.assets.map(({ argument, offset }) => ({ argument, ...at(offset) })),
        formulas: macros.size > 0 || mayDefine(file) ? withDefinitions(formulas, macros) : formulas,
        codes,
        html,
        hole: prefix,
        sections,
        ...(deep || collected.opening === null ? {} : { opening: collected.opening }),
        words: sections.reduce((sum, { heading, text }) => sum + count(heading) + count(text), 0),
        has: deep ? 0 : hasOf(html, { formulas, codes, references }),
        diagnostics,
      },
      diagnostics,
    };
  };
}

function propertyReference({ argument, context, offset }: PropertyLink, positions: Positions): RawReference {
  return { kind: 'wikilink', argument, ...positions.at(offset), ...context };
}

/** Obsidian's tags have none: where they stand in one text, a space parts them as a comma does. */
function withoutSpaces(fields: FrontMatter, { raw }: FrontMatterBlock): FrontMatter {
  if (typeof (raw.get('tags') ?? raw.get('tag')) !== 'string') return fields;
  return {
    ...fields,
    tags: fields.tags.flatMap((tag) => tag.split(' ').map((one) => one.replace(/^#/, ''))),
  };
}

function withTags(fields: FrontMatter, tags: readonly string[]): FrontMatter {
  return tags.length === 0 ? fields : { ...fields, tags: distinctTags([...fields.tags, ...tags]) };
}

function reportShortcodes(prepared: Prepared, path: string, positions: Positions, into: Diagnostic[]): void {
  const told = new Set<string>();
  for (const { name, start } of prepared.unknown) {
    if (told.has(name)) continue;
    told.add(name);
    const message = `the shortcode "${name}" is not known here; its name stands in its place`;
    into.push(diagnose('unknown-shortcode', path, positions.at(start), message));
  }
  for (const { start, seen, message, suggestion } of prepared.broken) {
    into.push(
      diagnose('bad-shortcode', path, positions.at(start), `${message}: ${JSON.stringify(seen)}`, suggestion),
    );
  }
}

/** Not with the address itself: the report is public, and a path tells of the author's computer. */
function refusal(scheme: string, path: string, position: Position): Parameters<typeof diagnose> {
  if (scheme === 'file') {
    const message = 'begins with "file:", which leads to one computer only; it is no link here';
    return [
      'missing-asset',
      path,
      position,
      message,
      'Put the file beside the note, and name it by its path.',
    ];
  }
  const message = `begins with "${scheme}:", to which no page may lead; it is no link here`;
  return ['unresolved-reference', path, position, message, 'Lead to an address that begins with "https:".'];
}

const LONE_BLOCK = /<p>\s*(HM[0-9a-f]{16}b(\d+)x)\s*<\/p>/g;

/** A paragraph that holds nothing but a figure of ours gives way to it, as Hugo's placeholders do. */
function unwrapFigures(html: string, prefix: string, blocks: readonly string[]): string {
  return html.replaceAll(LONE_BLOCK, (whole, own: string, index: string) =>
    own.startsWith(prefix) && blocks[Number(index)]!.startsWith('<figure>') ? own : whole,
  );
}

function unescapeId(id: string): string {
  return id
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Words, as they stand between spaces. */
function count(text: string): number {
  let words = 0;
  let isWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isSpace = code === 32 || (code >= 9 && code <= 13) || (code >= 160 && /\s/.test(text[at]!));
    if (isWord === isSpace) {
      isWord = !isWord;
      if (isWord) words++;
    }
  }
  return words;
}
