/** The build's report, checked once and put in order for reading. */
import type { Diagnostic, Severity } from '../../contract/diagnostic.ts';
import { REPORT_VERSION } from '../../contract/diagnostic.ts';
import { DataError, isRecord } from '../../contract/site.ts';

/** @throws {DataError} in words, where the value is no report of this version. */
export function readReport(value: unknown): readonly Diagnostic[] {
  if (!isRecord(value) || !Array.isArray(value['diagnostics']))
    throw new DataError('The report holds no findings.');
  if (value['version'] !== REPORT_VERSION) {
    throw new DataError(
      `The report has version ${String(value['version'])}; this page reads version ${REPORT_VERSION}. Reload the page.`,
    );
  }
  return (value['diagnostics'] as unknown[]).map((entry) => {
    if (!isDiagnostic(entry)) throw new DataError('The report has a finding that says too little.');
    return entry;
  });
}

function isDiagnostic(entry: unknown): entry is Diagnostic {
  if (!isRecord(entry)) return false;
  const texts = ['code', 'severity', 'file', 'message'].every((key) => typeof entry[key] === 'string');
  return texts && typeof entry['line'] === 'number' && typeof entry['column'] === 'number';
}

export interface FindingGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly findings: readonly Diagnostic[];
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** Findings by code: errors first, then the larger group, then by name. */
export function groupFindings(findings: readonly Diagnostic[]): FindingGroup[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const finding of findings) {
    const group = groups.get(finding.code);
    if (group === undefined) groups.set(finding.code, [finding]);
    else group.push(finding);
  }
  return [...groups]
    .map(([code, list]) => ({ code, severity: list[0]!.severity, findings: list }))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) ||
        b.findings.length - a.findings.length ||
        (a.code < b.code ? -1 : 1),
    );
}

/** Names with all words of `filter`, whatever their case. */
export function filterTitles<T extends { readonly title: string }>(
  places: readonly T[],
  filter: string,
): readonly T[] {
  const words = wordsOf(filter);
  return places.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)));
}

function wordsOf(filter: string): string[] {
  return filter.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Findings with all words of `filter` in file, code, message or suggestion, whatever their case. */
export function filterFindings(findings: readonly Diagnostic[], filter: string): readonly Diagnostic[] {
  const words = wordsOf(filter);
  if (words.length === 0) return findings;
  return findings.filter((finding) => {
    const text =
      `${finding.file} ${finding.code} ${finding.message} ${finding.suggestion ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
