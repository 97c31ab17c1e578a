/** Whole sites made of folders, for tests from one end of the indexer to the other. */
import { readFileSync } from 'node:fs';
import type { ReportFile } from '../contract/diagnostic.ts';
import type { Site, SiteContent } from './common/types.ts';
import { createIndexer } from './index.ts';
import { sampleFolder } from './sample-folder.ts';
import { bytesOf } from './site-content.ts';

const MANIFEST = {
  'index.html': { file: 'assets/app.js', imports: ['_shared.js'], css: ['assets/app.css'] },
  '_shared.js': { file: 'assets/shared.js' },
  'src/client/reader/math.css': { file: 'assets/math.css' },
  'src/client/reader/asides.css': { file: 'assets/asides.css' },
  'src/client/reader/print.css': { file: 'assets/print.css' },
  'src/embed-page.ts': { file: 'assets/embed-page.js', css: ['assets/embed-page.css'] },
};

/** A folder that stands for the prebuilt app. */
export function sampleApp(): string {
  return sampleFolder({
    'manifest.json': JSON.stringify(MANIFEST),
    'assets/app.js': '',
    'assets/shared.js': '',
    'assets/app.css': '',
    'assets/math.css': '',
    'assets/asides.css': '',
    'assets/print.css': '',
    'assets/embed-page.js': '',
    'assets/embed-page.css': '',
  });
}

export interface SampleSite extends Omit<Site, 'report'> {
  readonly report: ReportFile;
  /** Path from the site's root → what would be written there. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Indexes a folder and makes every file of its site. */
export async function sampleSite(folder: string, app: string): Promise<SampleSite> {
  const site = await createIndexer({ folder, app, now: new Date('2024-06-01T12:00:00Z'), workers: 0 }).run();
  return { ...site, report: await site.report(), texts: await textsOf(site.files) };
}

/** What would be written of each file. */
export async function textsOf(files: Site['files']): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const [name, content] of files) texts.set(name, await textOf(content));
  return texts;
}

async function textOf(content: SiteContent): Promise<string> {
  if (content.kind === 'made') return Buffer.from(await bytesOf(content)).toString();
  const bytes = content.kind === 'copy' ? readFileSync(content.from) : content.bytes;
  return typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('latin1');
}
