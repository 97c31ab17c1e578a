import type { Diagnostic, Severity } from '../../contract/diagnostic.ts';
import { counted, number, duration, size, oneLine } from '../common/in-words.ts';
import type { Summary } from '../common/types.ts';
import type { Written } from '../write/write.ts';

const KINDS = { hugo: 'a Hugo site', obsidian: 'an Obsidian vault', plain: 'a folder of Markdown' } as const;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** What was found in the notes, over several lines. `check` is the command that lists the diagnostics. */
export function foundText(summary: Summary, diagnostics: readonly Diagnostic[], check: string): string {
  const { notes, orphans, references, unresolved, ghosts, leftOut, excluded, otherLanguages } = summary;
  const out = [
    leftOut.drafts > 0 ? counted(leftOut.drafts, 'draft') : [],
    leftOut.future > 0 ? counted(leftOut.future, 'future note') : [],
    leftOut.expired > 0 ? counted(leftOut.expired, 'expired note') : [],
  ].flat();
  const lines = [
    oneLine(`${summary.title}: ${KINDS[summary.kind]}, notes in ${summary.contentFolder}`),
    '',
    `  ${counted(notes, 'note')}, ${number(orphans)} of them ${orphans === 1 ? 'an orphan' : 'orphans'}`,
    `  ${counted(references, 'reference')}, ${number(unresolved)} unresolved (${counted(ghosts, 'ghost')})`,
    ...(out.length > 0 ? [`  left out: ${out.join(', ')}; --drafts lets them in`] : []),
    ...(excluded > 0 ? [`  left out by where they lie: ${counted(excluded, 'note')}`] : []),
    ...(otherLanguages > 0
      ? [`  ${counted(otherLanguages, 'note')} in other languages; params.hearthmap.language chooses which`]
      : []),
    ...diagnosticLines(diagnostics, check),
    ...diagnostics
      .filter(({ code }) => code === 'no-notes')
      .map(({ message, suggestion }) => `\n  There are no notes: ${oneLine(`${message}. ${suggestion}`)}`),
  ];
  return lines.join('\n');
}

function diagnosticLines(diagnostics: readonly Diagnostic[], check: string): string[] {
  if (diagnostics.length === 0) return ['  no diagnostics: every link leads somewhere'];
  const counts = new Map<string, number>();
  for (const { severity, code } of diagnostics) {
    const key = `${SEVERITIES.indexOf(severity)} ${code}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const width = Math.max(...rows.map(([, count]) => number(count).length));
  return [
    oneLine(`  ${counted(diagnostics.length, 'diagnostic')}; ${check} lists them with file and line`),
    ...rows.map(([key, count]) => {
      const code = key.slice(2);
      return `    ${number(count).padStart(width)}  ${code.padEnd(21)} ${SEVERITIES[Number(key[0])]}`;
    }),
  ];
}

/** What was published, where and how fast: the last line of a build. */
export function writtenText(written: Written, out: string, milliseconds: number): string {
  const what = `${counted(written.files, 'file')}, ${size(written.bytes)}`;
  const changed =
    written.changed === 0
      ? 'nothing has changed'
      : written.changed === written.files
        ? undefined
        : `${number(written.changed)} changed`;
  const details = [what, changed, duration(milliseconds)].filter((part) => part !== undefined).join('; ');
  return `The site is in ${oneLine(out)} (${details}). Any static host can serve it, under any path.`;
}

/** Wall time a stage, slowest first. */
export function stagesText(summary: Summary): string {
  const stages = [...summary.stages].sort((a, b) => b.milliseconds - a.milliseconds);
  const width = Math.max(...stages.map(({ name }) => name.length));
  return stages
    .map(({ name, milliseconds }) => `  ${name.padEnd(width)}  ${duration(milliseconds)}`)
    .join('\n');
}
