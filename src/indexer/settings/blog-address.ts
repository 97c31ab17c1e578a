/** Where the notes of a vault or of a plain folder are a blog's pages too, as Hearthmap's settings say it; of a Hugo site, Hugo's say it. */
import type { Configuration } from './configuration.ts';
import { readPermalinks } from './hugo-permalinks.ts';
import type { Remarks } from './own-settings.ts';
import { inShort, type Settings } from './settings.ts';

export type BlogAddress = Partial<Pick<Configuration, 'baseURL' | 'permalinks' | 'listPermalinks'>>;

/** What is said of them; what is no address or no table is told, and not heeded. */
export function readBlogAddress(settings: Settings, remarks: Remarks, isHugo: boolean): BlogAddress {
  const said = (['baseURL', 'permalinks'] as const).filter((key) => settings.has(key.toLowerCase()));
  if (isHugo) {
    for (const key of said) {
      remarks.tell([key], `has "${key}", which counts in Hugo’s own configuration`, 'Write it there.');
    }
    return {};
  }
  return {
    ...(said.includes('baseURL') ? readBase(settings, remarks) : {}),
    ...(said.includes('permalinks') ? readPatterns(settings, remarks) : {}),
  };
}

function readBase(settings: Settings, remarks: Remarks): BlogAddress {
  const baseURL = settings.text('baseurl');
  if (baseURL !== null && isWebAddress(baseURL)) return { baseURL };
  tellNoAddress(settings, remarks);
  return {};
}

/** Tells that `baseURL` isn't where a blog could be. */
export function tellNoAddress(settings: Settings, remarks: Remarks): void {
  const seen = inShort(settings.value('baseurl'));
  remarks.tell(
    ['baseURL'],
    `has "baseURL" set to ${seen}, which is no address of the web`,
    'Write where the blog begins: baseURL = "https://example.org/blog/".',
  );
}

function readPatterns(settings: Settings, remarks: Remarks): BlogAddress {
  const value = settings.value('permalinks');
  if (settings.inner('permalinks').entries().length > 0 || settings.list('permalinks').length > 0) {
    return readPermalinks(settings, remarks);
  }
  remarks.tell(
    ['permalinks'],
    `has "permalinks" set to ${inShort(value)}, which is no table of them`,
    'Write a line for each folder below [permalinks], such as posts = "/:year/:slug/".',
  );
  return {};
}

/** Whether it is a whole one, with its host. */
export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
