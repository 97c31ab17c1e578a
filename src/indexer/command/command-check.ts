import { REPORT_VERSION, type ReportFile } from '../../contract/diagnostic.ts';
import { counted } from '../common/in-words.ts';
import { createIndexer } from '../index.ts';
import {
  buildOptions,
  type CommonOptions,
  countsOf,
  EXIT,
  isError,
  isSerious,
  prefixOf,
  print,
  progressOf,
  say,
} from './command.ts';
import { diagnosticLine, githubLine } from './summary-diagnostics.ts';

export interface CheckCommandOptions extends CommonOptions {
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly github?: boolean;
}

/** `hearthmap check`: the diagnostics and nothing else. Sets the exit code; @throws {Error} in words. */
export async function check(folder: string, options: CheckCommandOptions): Promise<void> {
  const progress = progressOf(options);
  const site = await createIndexer(buildOptions(folder, options, progress)).run();
  const diagnostics = await site.findings();
  progress.end();
  const prefix = prefixOf(site.summary);
  if (options.json === true) {
    const report: ReportFile = { version: REPORT_VERSION, diagnostics };
    print(JSON.stringify(report, null, 2));
  } else if (diagnostics.length > 0) {
    const toLine = options.github === true ? githubLine : diagnosticLine;
    print(diagnostics.map((diagnostic) => toLine(diagnostic, prefix)).join('\n'));
  }
  if (options.quiet !== true) {
    const { errors, warnings, infos } = countsOf(diagnostics);
    const found = [
      errors > 0 ? counted(errors, 'error') : [],
      warnings > 0 ? counted(warnings, 'warning') : [],
      infos > 0 ? counted(infos, 'remark') : [],
    ].flat();
    const what = found.length > 0 ? found.join(', ') : 'no diagnostics';
    say(`${counted(site.summary.notes, 'note')}, ${counted(site.summary.references, 'reference')}: ${what}`);
  }
  const isBad = options.strict === true ? isSerious : isError;
  if (diagnostics.some(isBad)) process.exitCode = EXIT.findings;
}
