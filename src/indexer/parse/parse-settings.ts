/** What of a folder's configuration the parser heeds: a note is parsed again where any of it has changed. */
import type { Configuration } from '../settings/configuration.ts';
import type { ParseSettings } from './parse.ts';

/** Plain values, which may be sent to a thread and compared as text. */
export function parseSettingsOf(configuration: Configuration): ParseSettings {
  const { wikilinks, dollarMath, macros, typographer, emoji, headingIds, breaks, lineNumbers, without } =
    configuration;
  const {
    baseURL,
    taxonomies,
    dateWays,
    passthrough,
    extras,
    logseq,
    textFirst,
    shortcodes,
    blockAttributes,
  } = configuration;
  return {
    vault: configuration.kind === 'obsidian',
    ruleFirst: configuration.kind !== 'hugo',
    ...{ wikilinks, dollarMath, macros, typographer, emoji, headingIds, breaks, lineNumbers, without },
    ...{ baseURL, taxonomies, dateWays, passthrough, extras, logseq, textFirst, shortcodes, blockAttributes },
  };
}
