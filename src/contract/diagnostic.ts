/** What can be wrong with a note, as published in `report.json` and printed by `hearthmap check`. */

export type Severity = 'error' | 'warning' | 'info';

/** Every code, with the severity it has unless the site's configuration says else. */
export const DIAGNOSTIC_CODES = {
  'unresolved-reference': 'warning',
  'missing-anchor': 'warning',
  'ambiguous-reference': 'warning',
  'duplicate-note': 'warning',
  'bad-front-matter': 'error',
  'unknown-shortcode': 'info',
  'bad-shortcode': 'error',
  'open-comment': 'warning',
  'missing-asset': 'warning',
  'unreadable-file': 'error',
  'not-a-file': 'warning',
  'outside-folder': 'warning',
  'other-format': 'info',
  'too-large': 'error',
  'too-deep': 'error',
  'invalid-utf8': 'warning',
  'control-character': 'info',
  'too-many-embeds': 'warning',
  'bad-math': 'warning',
  'bad-configuration': 'error',
  'bad-positions': 'warning',
  'no-git-dates': 'warning',
  'no-notes': 'warning',
} as const satisfies Record<string, Severity>;

export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES;

/** One finding. `line` and `column` count from 1; columns are counted in UTF-8 bytes, as Hugo does. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** Path from the content folder, `/` between segments. */
  readonly file: string;
  /** The note's page in the site, from its root, where the file became one. */
  readonly page?: string;
  readonly line: number;
  readonly column: number;
  /** What was seen, in plain words. */
  readonly message: string;
  /** What to do. */
  readonly suggestion?: string;
}

export const REPORT_VERSION = 1;

/** `report.json`: every diagnostic, ordered by file, line, column and code. */
export interface ReportFile {
  readonly version: typeof REPORT_VERSION;
  readonly diagnostics: readonly Diagnostic[];
}
