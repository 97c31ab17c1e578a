/** Names of what stands in a note's page. By itself: what shows the first note doesn't need them. */

/** Classes that the indexer writes into pages and the app styles and listens to. */
export const PAGE_CLASS = {
  /** The note itself, an `<article>`. */
  note: 'hm-note',
  /** A link to another note's page. */
  link: 'hm-link',
  /** A reference to a note that does not exist: a link to `?ghost=<name>` at the site's root. */
  ghost: 'hm-ghost',
  /** A link that leaves the site. */
  external: 'hm-external',
  /** What a shortcode without a translation leaves behind: its name. */
  shortcode: 'hm-shortcode',
  /** A picture that is not there, or stays on another host: its name, and a link where there is one. */
  missing: 'hm-missing',
  /** TeX that could not be set: its source, the message as title. */
  mathError: 'hm-math-error',
  /** Wraps a displayed formula or a table that may be wider than the column. */
  scroll: 'hm-scroll',
  /** A code block's `<pre>`; its language stands in `data-language`. */
  code: 'hm-code',
  /** Another note's text, or a part of it, that stands in this one. */
  embed: 'hm-embed',
  /** Says within an embed where it is from. */
  embedSource: 'hm-embed-source',
  /** A formula with the punctuation that follows it. */
  nowrap: 'hm-nowrap',
  /** A part of that which may break all the same. */
  wrap: 'hm-wrap',
  /** A formula whose first line stands at the left, and whose last at the right. */
  multline: 'hm-multline',
  outline: 'hm-outline',
  meta: 'hm-meta',
  /** Below the text, each a `<section class="hm-around …">`. */
  backlinks: 'hm-backlinks',
  outgoing: 'hm-outgoing',
  mentions: 'hm-mentions',
  related: 'hm-related',
  /** A word of a sentence that is the link in question. */
  mark: 'hm-mark',
  tag: 'hm-tag',
} as const;
