#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { oneLine } from './indexer/common/in-words.ts';
import type { BuildCommandOptions } from './indexer/command/command-build.ts';
import type { CheckCommandOptions } from './indexer/command/command-check.ts';
import type { DevCommandOptions } from './indexer/command/command-dev.ts';
import type { SearchCommandOptions } from './indexer/command/command-search.ts';
import { EXIT, say } from './indexer/command/command.ts';
import { compileLess } from './indexer/command/compile-less.ts';
import { momentOf } from './indexer/command/moment.ts';
import { oldNode } from './indexer/command/old-node.ts';
import { siteUrl } from './indexer/site-url.ts';
import { codeOf } from './indexer/common/write-error.ts';

const DEFAULT_PORT = 4321;
/** Of notes that a search shows. */
const DEFAULT_LIMIT = 10;
const MOST_SHOWN = 10_000;

/** For the author's own templates. */
const BACKLINKS = [
  '--backlinks <file>',
  'write who links to each note, and in which sentences, as JSON for templates of your own',
] as const;

/** The command stands beside the explorer that it publishes. */
const HOME = dirname(fileURLToPath(import.meta.url));
const APP = join(HOME, 'app');
// Commands are loaded when they run: help and mistakes are answered at once.

interface Package {
  readonly version: string;
  readonly engines: { readonly node: string };
}

function program({ version }: Package): Command {
  const hearthmap = new Command('hearthmap')
    .description('Turns a folder of linked notes into a site: map, search and text, side by side.')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showHelpAfterError('("hearthmap --help" shows what there is.)')
    .addHelpText(
      'after',
      `
The folder is a Hugo site, an Obsidian vault or plain Markdown; Hearthmap sees which.

Examples:
  hearthmap dev ~/blog                  look at your notes while you write them
  hearthmap build ~/blog --out dist     make the site; put dist on any static host
  hearthmap check ~/blog                list every link that leads nowhere
  hearthmap search "two words" ~/blog   ask the search, here in the terminal

Exit codes: 0 all is well, 1 there are findings (check, --strict) or none (search), 2 nothing was published.`,
    );

  withCommon(hearthmap.command('build'))
    .description('make the site')
    .option(
      '-o, --out <folder>',
      'where the site goes; the old one there is replaced when the new one is whole',
      'dist',
    )
    .option('--strict', 'exit with 1 if there are errors or warnings; the site is made all the same')
    .option('--json', 'print the summary as JSON')
    .option('--timings', 'print how long each stage took')
    .option(
      '--keep-positions',
      'write where notes stand beside them, so that every later build anywhere begins with that',
    )
    .option(...BACKLINKS)
    .option(
      '--url <address>',
      'where the site will be, such as https://example.org/map/; makes a sitemap, and a feed where notes have dates',
      toSiteUrl,
    )
    .option('--fresh-map', 'lay the map out as if there had never been one')
    .addHelpText(
      'after',
      `
Examples:
  hearthmap build                       the notes in this folder, into dist
  hearthmap build ~/blog --out public/map
  hearthmap build --drafts              with drafts, future and expired notes
  hearthmap build --now 2026-12-24      as it would be on that day
  hearthmap build --strict              for a script that must stop at a broken link
  hearthmap build --backlinks data/hearthmap.json
                                        with the sentences of all links, for Hugo's templates`,
    )
    .action(async (folder: string, options: Omit<BuildCommandOptions, 'app'>) => {
      const { build } = await import('./indexer/command/command-build.ts');
      await build(folder, { ...options, app: APP });
      endNow();
    });

  withCommon(hearthmap.command('dev'))
    .description('make the site, serve it to you, and follow your edits')
    .option('-p, --port <number>', 'where to serve; if it is busy, the next free one', toPort, DEFAULT_PORT)
    .option(
      '--host <name>',
      'name or address to listen on; others can see your notes unless it is this machine',
      '127.0.0.1',
    )
    .option('--open', 'open the page in your browser')
    .option(...BACKLINKS)
    .addHelpText(
      'after',
      `
Examples:
  hearthmap dev                         the notes in this folder
  hearthmap dev ~/blog --open           and open the page
  hearthmap dev --port 8080 --drafts    on another port, with drafts
  hearthmap dev --host 0.0.0.0          for every machine of your network`,
    )
    .action(async (folder: string, options: Omit<DevCommandOptions, 'app'>) => {
      const { dev } = await import('./indexer/command/command-dev.ts');
      await dev(folder, { ...options, app: APP });
    });

  withCommon(hearthmap.command('check'))
    .description('make nothing, and say what is wrong')
    .option('--strict', 'exit with 1 for warnings too')
    .option('--json', 'print the findings as JSON, like report.json')
    .option('--github', 'print them as annotations for GitHub Actions')
    .addHelpText(
      'after',
      `
Prints file:line:column, the kind of finding, and what was seen. Exits with 1 if there are errors.

Examples:
  hearthmap check ~/blog
  hearthmap check --strict              stop at every link that leads nowhere
  hearthmap check --github              in a workflow: findings beside the lines of a pull request
  hearthmap check --json | jq '.diagnostics[].code' | sort | uniq -c`,
    )
    .action(async (folder: string, options: Omit<CheckCommandOptions, 'app'>) => {
      const { check } = await import('./indexer/command/command-check.ts');
      await check(folder, { ...options, app: APP });
    });

  withCommon(
    hearthmap
      .command('search')
      .argument('<query>', 'what you look for, in quotes if it is more than a word')
      .description('ask the search, as on the site'),
    'the folder of your notes, or of a site that was made of them',
  )
    .option('-n, --limit <number>', 'how many notes to show', toLimit, DEFAULT_LIMIT)
    .option('--json', 'print what was found as JSON')
    .addHelpText(
      'after',
      `
Exits with 1 if nothing is found.

Examples:
  hearthmap search gaussian ~/blog
  hearthmap search 'title:markov -process' ~/blog
  hearthmap search '"maximum likelihood" OR #statistics' dist
  hearthmap search 'link:probability has:math' --json | jq -r '.findings[].path'
  hearthmap search -- '-gaussian #index'        a query that begins with a minus sign`,
    )
    .action(async (query: string, folder: string, options: Omit<SearchCommandOptions, 'app'>) => {
      const { search } = await import('./indexer/command/command-search.ts');
      await search(query, folder, { ...options, app: APP });
    });
  return hearthmap;
}

function toLimit(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > MOST_SHOWN)
    throw new InvalidArgumentError(`It takes a number from 1 to ${MOST_SHOWN.toLocaleString('en')}.`);
  return number;
}

function toDate(text: string): Date {
  const date = momentOf(text);
  if (date === null) {
    throw new InvalidArgumentError('It takes a date such as 2026-12-24 or 2026-12-24T18:00:00Z.');
  }
  return date;
}

function toSiteUrl(text: string): string {
  try {
    return siteUrl(text);
  } catch {
    throw new InvalidArgumentError('It takes a whole address, such as https://example.org/map/.');
  }
}

function toPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new InvalidArgumentError('It takes a number from 0 to 65535; 0 is any free one.');
  }
  return Number(text);
}

function withCommon(command: Command, folder = 'the folder of your notes'): Command {
  return command
    .argument('[folder]', folder, '.')
    .option('--drafts', 'let in drafts, future and expired notes')
    .option(
      '--now <date>',
      'what "future" is measured against; else SOURCE_DATE_EPOCH, else the clock',
      toDate,
    )
    .option('--git-dates', 'where front matter has no dates, take those of the first and the last commit')
    .option('--cache <folder>', "where unchanged notes are remembered; else your system's folder for caches")
    .option('--no-cache', 'read every note anew')
    .option('-q, --quiet', 'print only what went wrong');
}

async function main(): Promise<void> {
  compileLess();
  // `hearthmap check | head` closes the pipe early.
  process.stdout.on('error', (error) =>
    process.exit(codeOf(error) === 'EPIPE' ? EXIT.ok : EXIT.nothingPublished),
  );
  process.on('uncaughtException', (error) => {
    fail(error);
    process.exit(EXIT.nothingPublished);
  });
  const ours = JSON.parse(readFileSync(join(HOME, '..', 'package.json'), 'utf8')) as Package;
  // What it lacks would be told in its own words.
  const old = oldNode(process.versions.node, ours.engines.node);
  if (old !== null) {
    fail(old);
    return;
  }
  const hearthmap = program(ours);
  for (const command of [hearthmap, ...hearthmap.commands]) command.exitOverride();
  try {
    if (process.argv.length <= 2) hearthmap.outputHelp();
    else await hearthmap.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError)
      process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.nothingPublished;
    else fail(error);
  }
}

/** What a build has held goes back to the system as a whole: to clear it away piece by piece takes a tenth of a second. */
function endNow(): void {
  if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
}

function fail(error: unknown): void {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K');
  const isFault =
    error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
  say(`hearthmap: ${oneLine(error instanceof Error ? error.message : String(error))}`);
  if (process.env['DEBUG'] !== undefined) say(String(error instanceof Error ? error.stack : error));
  else if (isFault)
    say('This is a fault of Hearthmap. Please report it with what DEBUG=1 prints in addition.');
  process.exitCode ??= EXIT.nothingPublished;
}

await main();
