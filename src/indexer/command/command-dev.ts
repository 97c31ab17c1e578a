import type { Diagnostic } from '../../contract/diagnostic.ts';
import { counted, duration, oneLine } from '../common/in-words.ts';
import type { Site } from '../common/types.ts';
import { codeOf, PublishError } from '../common/write-error.ts';
import { bracketed } from '../serve/serve-host.ts';
import { openInBrowser } from '../serve/serve-open.ts';
import { listen } from '../serve/serve.ts';
import { startLiveSite } from '../serve/watch-site.ts';
import { checkBacklinks, writeBacklinks } from '../write/backlinks-file.ts';
import {
  buildOptions,
  type CommonOptions,
  EXIT,
  nearPath,
  prefixOf,
  print,
  progressOf,
  say,
  shown,
} from './command.ts';
import { diagnosticLine, newDiagnostics } from './summary-diagnostics.ts';
import { foundText } from './summary.ts';

export interface DevCommandOptions extends CommonOptions {
  readonly port: number;
  readonly host: string;
  readonly open?: boolean;
  /** File that takes who links to each note. */
  readonly backlinks?: string;
}

/** `hearthmap dev`: serves the site and follows edits until it is interrupted. @throws {Error} in words where it can't begin. */
export async function dev(folder: string, options: DevCommandOptions): Promise<void> {
  const progress = progressOf(options);
  const tell = (text: string): void => {
    if (options.quiet !== true) print(text);
  };
  const keepBacklinks = (site: Site): void => {
    if (options.backlinks === undefined) return;
    try {
      writeBacklinks(site, options.backlinks);
    } catch (error) {
      if (!(error instanceof PublishError)) throw error;
      say(error.message);
    }
  };
  if (options.backlinks !== undefined) checkBacklinks(options.backlinks, null);
  let known: readonly Diagnostic[] = [];
  const live = await startLiveSite({
    build: buildOptions(folder, options, progress),
    host: options.host,
    onProblem: (problem) => say(`${oneLine(problem)} The last site is still served.`),
    onBuilt({ site, diagnostics }, milliseconds, changed) {
      keepBacklinks(site);
      tell(`Built again in ${duration(milliseconds)}: ${changedText(changed)}`);
      const prefix = prefixOf(site.summary);
      for (const found of newDiagnostics(known, diagnostics)) tell(`  ${diagnosticLine(found, prefix)}`);
      const solved = newDiagnostics(diagnostics, known).length;
      if (solved > 0) tell(`  ${counted(solved, 'diagnostic')} solved`);
      known = diagnostics;
    },
  });
  const { site, diagnostics } = live.first;
  known = diagnostics;
  keepBacklinks(site);
  progress.end();

  const server = await listen(live.served, options.host, options.port).catch(async (error: unknown) => {
    live.close();
    throw new Error(listenProblem(error, options));
  });
  const end = (): void => {
    void server.close().then(() => process.exit(EXIT.ok));
  };
  process.once('SIGINT', end).once('SIGTERM', end);

  tell(`${foundText(shown(site.summary), known, `hearthmap check ${folder}`)}\n`);
  if (server.busy.length > 0) say(`Port ${server.busy.join(', ')} is busy; taking ${server.port}.`);
  const name = options.host === '127.0.0.1' ? 'localhost' : bracketed(options.host);
  const address = `http://${name}:${server.port}/`;
  // Said even when quiet: without it there is nowhere to look.
  print(`Look at it here:  ${address}`);
  tell('Edits show up in the open page. Ctrl+C ends it.');
  if (options.open === true && !(await openInBrowser(address))) say('No browser could be opened from here.');
}

function listenProblem(error: unknown, { host, port }: DevCommandOptions): string {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port} and those above it are busy. Name another one with --port.`;
    case 'EACCES':
      return `Port ${port} needs special rights. Name one above 1023 with --port.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address "${host}". Leave --host away to serve on this machine alone.`;
    default:
      return `The server did not start: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

function changedText(paths: readonly string[]): string {
  const names = paths.slice(0, 3).map((path) => oneLine(nearPath(path)));
  return names.join(', ') + (paths.length > 3 ? ` and ${paths.length - 3} more` : '');
}
