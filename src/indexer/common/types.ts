/** What the indexer's stages hand to each other. */
import type { Diagnostic } from '../../contract/diagnostic.ts';
import type { ReportFile } from '../../contract/diagnostic.ts';
import type { GraphFile, ReferenceKind } from '../../contract/graph.ts';

export interface BuildOptions {
  /** The folder that the author named; its kind is recognised. */
  readonly folder: string;
  /** Folder of the prebuilt app (`build/app` of the package). */
  readonly app: string;
  /** Lets drafts, future and expired notes in. */
  readonly drafts?: boolean;
  /** What "future" and "expired" are measured against. */
  readonly now?: Date;
  /** Folder for what is kept between builds; null keeps nothing. */
  readonly cache?: string | null;
  /** Lays the map out as if there had never been one. */
  readonly freshMap?: boolean;
  /** Takes the dates that front matter doesn't tell from the history of the repository. */
  readonly gitDates?: boolean;
  /** Threads that parse notes; 0 parses in this one. */
  readonly workers?: number;
  /** Where the site will be, with a slash at the end: for what must name its whole address. */
  readonly url?: string | null;
  /** Address of the event stream, where the site is served live. */
  readonly live?: string;
  /** Notes that can't be read any more stay as they were read last: somebody is typing in them. */
  readonly holds?: boolean;
  /** Called at the start of a stage and as it goes on. */
  readonly onProgress?: (stage: string, done: number, total: number) => void;
}

/** Text is written as UTF-8; pieces one after the other. */
export type Made = string | Uint8Array | readonly (string | Uint8Array)[];

/** One file of the site, by its path from the site's root. */
export type SiteContent =
  | { readonly kind: 'bytes'; readonly bytes: string | Uint8Array }
  /** Made when it is written or asked for. The same key means the same bytes. */
  | { readonly kind: 'made'; readonly key: string; readonly make: () => Made | Promise<Made> }
  /** Copied from there as it is. */
  | { readonly kind: 'copy'; readonly from: string };

export interface Summary {
  readonly kind: 'hugo' | 'obsidian' | 'plain';
  readonly title: string;
  readonly contentFolder: string;
  readonly notes: number;
  readonly references: number;
  readonly unresolved: number;
  readonly ghosts: number;
  readonly orphans: number;
  readonly leftOut: { readonly drafts: number; readonly future: number; readonly expired: number };
  /** Notes that are left out by where they lie. */
  readonly excluded: number;
  /** Notes of a Hugo site's other languages. */
  readonly otherLanguages: number;
  /** Milliseconds of wall time a stage. */
  readonly stages: readonly { readonly name: string; readonly milliseconds: number }[];
}

/** Absolute folders whose files a site is made of, there or not. */
export interface ReadFrom {
  /** What holds the settings. */
  readonly root: string;
  readonly content: string;
  readonly statics: readonly string[];
  /** Of a Hugo site's other languages. */
  readonly otherContents: readonly string[];
}

/** A whole site in memory, ready to be written or served. Same notes, same bytes. */
export interface Site {
  readonly files: ReadonlyMap<string, SiteContent>;
  readonly graph: GraphFile;
  /** Waits for what is still being set. */
  readonly report: () => Promise<ReportFile>;
  /** For the author alone: the diagnostics of the report, which here say of a link to a note that is left out that it is there. */
  readonly findings: () => Promise<readonly Diagnostic[]>;
  readonly summary: Summary;
  readonly readFrom: ReadFrom;
  /** The author's file of positions, and its text as it would keep this map. */
  readonly positions: { readonly file: string; readonly text: () => Promise<string> };
  /** Who links to each note, as data for the author's own templates. */
  readonly backlinks: () => string;
  /** What is wrong with notes that can't be read now, and are here as they were read last. */
  readonly held: readonly Diagnostic[];
  /** Null where it can't be told whether all of that is still as it was. */
  readonly madeOf: MadeOf | null;
}

/** What a site was made of. */
export interface MadeOf {
  /** Equal for the same notes, settings and options, by the same program. */
  readonly key: string;
  /** Absolute paths of files beside the notes that were looked for, found or not. It grows until the site is written. */
  readonly files: ReadonlySet<string>;
  /** When the next note comes or goes by its dates, in milliseconds since 1970; null where none will. */
  readonly until: number | null;
}

/** Front matter after the check at the border: known fields only. */
export interface FrontMatter {
  readonly title: string | null;
  readonly date: string | null;
  readonly lastmod: string | null;
  readonly publishDate: string | null;
  readonly expiryDate: string | null;
  /** Says when a note was made, where `date` doesn't; it publishes nothing. */
  readonly created: string | null;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly aliases: readonly string[];
  readonly description: string | null;
  /** `in-hugo`: Hugo takes it for one, in a vault it is none; `in-vault`: the other way round. */
  readonly draft: boolean | 'in-hugo' | 'in-vault';
  readonly slug: string | null;
  readonly url: string | null;
  /** Heeded in leaf bundles alone. */
  readonly headless: boolean;
  /** Whether Hugo is told to make no page of it. */
  readonly unrendered: boolean;
  /** What the block has a field for, were it an empty one: no cascade changes those. */
  readonly given: readonly FieldName[];
  /** What a section hands to the pages below, the first in front. */
  readonly cascade?: readonly Cascade[];
  /** Terms of a Hugo site's own taxonomies, each behind its taxonomy in lower case; absent where there are none. */
  readonly terms?: readonly (readonly [taxonomy: string, term: string])[];
  /** Dates that the site would rather have from elsewhere than from what the note says; absent where there are none. */
  readonly outside?: readonly OutsideDate[];
}

/** Where Hugo has dates from that a note's own file doesn't say. */
export type OutsideWay = ':git' | ':filemodtime';

export interface OutsideDate {
  readonly field: 'date' | 'lastmod' | 'publishDate' | 'expiryDate';
  /** The first that has one counts; where none has, the field is what it is. */
  readonly ways: readonly OutsideWay[];
  /** From the name that the field has its date from, and of the note where it keeps that. */
  readonly slug?: string;
}

/** Fields for those of the pages below that are of its target; the ones not said are missing. */
export interface Cascade {
  readonly target: CascadeTarget;
  readonly fields: Partial<FrontMatter> & Pick<FrontMatter, 'given'>;
}

/** Patterns in lower case. */
export interface CascadeTarget {
  readonly path?: string;
  readonly kind?: string;
  readonly lang?: string;
  readonly environment?: string;
}

/** `published: false` says that a note is a draft. */
export type FieldName = Exclude<keyof FrontMatter, 'given' | 'cascade' | 'terms' | 'outside'> | 'published';

/** A link as the parser saw it, not yet resolved. */
export interface RawReference {
  readonly kind: ReferenceKind;
  readonly argument: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly sentence: string;
  /** Code-point-free offsets (UTF-16) of `text` in `sentence`; -1 where it isn't in it. */
  readonly at: number;
  /** What `lang=` says, where it says something. */
  readonly language?: string;
  /** It asks for an output format other than HTML, which no map has. */
  readonly otherFormat?: true;
}

export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
  /** Its source, where that has other words than the text: a link with words of its own, a formula. */
  readonly written?: string;
}

/** A formula as MathJax would see it, and where the note has it. */
export interface PlacedFormula {
  readonly tex: string;
  /** TeX of the definitions that it uses and others have made; absent where there are none. */
  readonly definitions?: string;
  readonly display: boolean;
  readonly line: number;
  readonly column: number;
}

/** A paragraph, or an item of a list or cell of a table, as text with `FORMULA_MARK` around formulas. */
export interface OpeningBlock {
  readonly text: string;
  readonly isItem: boolean;
}

/** All that is known of a note from its file alone; kept between builds by the hash of its bytes. */
export interface ParsedNote {
  readonly path: string;
  /** The file's own path from the content folder, where it is another. */
  readonly file?: string;
  /** Of the file's bytes. */
  readonly hash: string;
  readonly frontMatter: FrontMatter;
  readonly title: string;
  readonly headings: readonly Heading[];
  /** Every id in the text, those of headings included. */
  readonly ids: readonly string[];
  readonly references: readonly RawReference[];
  /** Pictures and files the text shows or links to, as written. */
  readonly assets: readonly { readonly argument: string; readonly line: number; readonly column: number }[];
  /** Tags where they stand in the text; those of the whole note are in `frontMatter`. */
  readonly textTags: readonly string[];
  /** What stands in `html` as holes. */
  readonly formulas: readonly PlacedFormula[];
  /** The same; but those that hold references are in `html` itself. */
  readonly codes: readonly CodeBlock[];
  /** Sanitised HTML with a hole for each reference, asset, tag, formula and block of code: `<hole prefix><kind><index>x`. */
  readonly html: string;
  readonly hole: string;
  /** Plain text by section, for the search index and snippets, with `FORMULA_MARK` around formulas. */
  readonly sections: readonly { readonly id: string; readonly heading: string; readonly text: string }[];
  /** How it begins, where something other than running text stands there. */
  readonly opening?: readonly OpeningBlock[];
  readonly words: number;
  /** What is in it: a sum of `HAS`. */
  readonly has: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A block of code: the language is what stands behind the fence, options and all. */
export interface CodeBlock {
  readonly code: string;
  readonly language: string;
}

/** A note's bytes and what they are recognised by between builds. */
export interface Source {
  /** From the content folder, `/` between segments. */
  readonly path: string;
  /** The file's own path, where a language in its name makes it another. */
  readonly file?: string;
  readonly bytes: Uint8Array;
  readonly hash: string;
  /** Size and time of the file: as long as they stay, it isn't read again. */
  readonly stamp: string;
}
