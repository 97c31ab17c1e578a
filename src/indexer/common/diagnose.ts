import {
  DIAGNOSTIC_CODES,
  type Diagnostic,
  type DiagnosticCode,
  type Severity,
} from '../../contract/diagnostic.ts';
import type { Position } from './positions.ts';

/** A diagnostic with its code's usual severity. */
export function diagnose(
  code: DiagnosticCode,
  file: string,
  position: Position,
  message: string,
  suggestion?: string,
  severity: Severity = DIAGNOSTIC_CODES[code],
): Diagnostic {
  return {
    code,
    severity,
    file,
    line: position.line,
    column: position.column,
    message,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** Order by Unicode code unit: the same on every machine, unlike a locale's. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By file, line, column, code and message. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}
