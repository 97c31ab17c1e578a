/** From unknown bytes to a checked garden, or a message in words. */
import { readMap, type Garden } from '../contract/map.ts';
import { DataError, readSite, type SiteFile } from '../contract/site.ts';

/**
 * The one file with a stable address, asked anew each time: it names the files of the present build.
 * @throws {DataError} whose message is for the reader.
 */
export async function loadSite(root: URL): Promise<SiteFile> {
  return readSite(await fetchJson(new URL('site.json', root), 'no-cache'));
}

/** @throws {DataError} whose message is for the reader. */
export async function loadMap(site: SiteFile, root: URL): Promise<Garden> {
  const file = await fetchJson(new URL(site.map, root), 'default');
  // Parsing, checking and drawing are a task each: together they would block the page.
  await pause();
  const garden = readMap(file);
  await pause();
  return garden;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

async function fetchJson(url: URL, cache: RequestCache): Promise<unknown> {
  const name = url.pathname.split('/').at(-1)!;
  let response: Response;
  try {
    response = await fetch(url, { cache });
  } catch {
    throw new DataError(
      navigator.onLine
        ? `The site did not answer for ${name}.`
        : 'You are offline, and the map has not come yet.',
    );
  }
  if (!response.ok) throw new DataError(`The site answered ${response.status} for ${name}.`);
  try {
    return await response.json();
  } catch {
    throw new DataError(`${name} is broken off or no data at all.`);
  }
}
