/** The page in the frame begins: what it needs first is asked for while the code that draws is still on its way. */
import { EMBED_SITE, readEmbedSite } from '../../contract/embed-site.ts';
import { askedFirst } from './asked-first.ts';
import { fetchFrom } from './fetch-json.ts';
import { readRequest } from './request.ts';

/** @param root of the site */
export async function startPage(root: URL): Promise<void> {
  const site = document.documentElement.dataset[EMBED_SITE];
  const address = new URL(location.href);
  const fetchJson = fetchFrom(root, firstFile(address, root, site));
  const { openPage } = await import('./page.ts');
  // The styles, which colours and places are read from, may come later than all code.
  if (document.readyState !== 'complete')
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  await openPage(address, root, site, fetchJson);
}

function firstFile(address: URL, root: URL, site: string | undefined): string | null {
  try {
    return askedFirst(readRequest(address.searchParams, root.origin), readEmbedSite(site));
  } catch {
    // The page tells it, as soon as it can.
    return null;
  }
}
