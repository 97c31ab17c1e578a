import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isOwnSite } from '../common/own-site.ts';
import { createIndexer } from '../index.ts';
import { bytesOf } from '../site-content.ts';
import { buildOptions, type CommonOptions, EXIT, print, progressOf, say } from './command.ts';
import { openSite, type Finding, type ReadFile } from './search-site.ts';

export interface SearchCommandOptions extends CommonOptions {
  readonly limit: number;
  readonly json?: boolean;
}

/** `hearthmap search`: answers a query as the site's own search would. Sets the exit code; @throws {Error} in words. */
export async function search(query: string, folder: string, options: SearchCommandOptions): Promise<void> {
  const { read, quiet, end } = await filesOf(folder, options);
  const site = await openSite(read);
  const { findings, total, further, how, troubles } = await site.ask(query, options.limit);
  quiet();
  if (options.json === true) {
    print(JSON.stringify({ query, total, further, match: how, findings, troubles }, null, 2));
  } else {
    for (const trouble of troubles) say(trouble);
    const marks = process.stdout.isTTY === true && !process.env['NO_COLOR'];
    for (const finding of findings) print(lines(finding, marks));
    if (options.quiet !== true) say(closing(total, further, findings.length, how));
  }
  if (total === 0) process.exitCode = EXIT.findings;
  await end();
}

interface Files {
  readonly read: ReadFile;
  /** Ends what says how far it is. */
  readonly quiet: () => void;
  /** What the answer did not wait for: the next one has it. */
  readonly end: () => Promise<unknown>;
}

/** Reads a published site, or makes of the notes what the search needs. */
async function filesOf(folder: string, options: SearchCommandOptions): Promise<Files> {
  if (existsSync(folder) && isOwnSite(folder)) {
    return {
      read: (name) => readFile(join(folder, name), 'utf8'),
      quiet: () => {},
      end: () => Promise.resolve(),
    };
  }
  const progress = progressOf(options);
  const { files, report } = await createIndexer(buildOptions(folder, options, progress)).run();
  const read: ReadFile = async (name) => {
    const content = files.get(name);
    if (content === undefined || content.kind === 'copy') throw new Error(`The site has no ${name}.`);
    return Buffer.from(await bytesOf(content)).toString('utf8');
  };
  return { read, quiet: progress.end, end: report };
}

const BOLD = '\u001b[1m';
const PLAIN = '\u001b[22m';

/** @param marks whether the terminal shows what is marked */
export function lines({ title, path, heading, parts }: Finding, marks: boolean): string {
  const bold = (text: string): string => (marks ? `${BOLD}${text}${PLAIN}` : text);
  const name = `${bold(plain(title))}  ${plain(path)}`;
  const text = parts.map((part) => (part.marked ? bold(plain(part.text)) : plain(part.text))).join('');
  const where = heading === null ? '' : `${plain(heading.text)}: `;
  return text === '' ? name : `${name}\n    ${where}${text}`;
}

/** The author's words in a line, without what a terminal would obey. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '');
}

function closing(total: number, further: number, shown: number, how: string): string {
  const strict = total - further;
  const notes = `${strict === 0 ? 'No' : strict.toLocaleString('en')} note${strict === 1 ? '' : 's'}`;
  const others = further === 0 ? '' : `, and ${further} with similar or fewer words`;
  const loose =
    total === 0 || how === 'all' ? '' : how === 'near' ? ', with similar words' : ', with some of the words';
  return `${notes}${loose}${others}${total > shown ? `; these are the best ${shown}. --limit shows more` : ''}.`;
}
