/** Where a press on a note leads. */
import type { EmbedNote, Opens } from '../../contract/embed.ts';
import { blogPath } from '../../contract/near.ts';
import { ghostName } from '../../contract/map.ts';
import { notePage } from '../../contract/page.ts';
import { isGhost } from '../graph/garden/neighbourhood.ts';
import { basePath } from './base-path.ts';
import type { Surroundings } from './surroundings.ts';

/** @param root of the Hearthmap site */
export function tellNote(
  node: number,
  { garden, pages, at }: Pick<Surroundings, 'garden' | 'pages' | 'at'>,
  baseURL: string | null,
  root: URL,
): EmbedNote {
  const title = garden.titles[node]!;
  if (isGhost(garden, node)) {
    const url = new URL(root);
    url.searchParams.set('ghost', ghostName(garden, node));
    return { note: null, title, blog: null, explorer: url.href };
  }
  const slug = garden.slugs[node]!;
  const path = baseURL === null ? null : blogPath(pages[node], slug, basePath(baseURL));
  return {
    note: slug,
    title,
    // The blog may be seen elsewhere than it is published, while it is written above all: its readers stay there.
    blog: path === null ? null : new URL(path, at ?? new URL(baseURL!, root)).href,
    explorer: new URL(notePage(slug), root).href,
  };
}

/** The address that a link to the note has; null where a press leads nowhere. */
export function hrefOf({ blog, explorer }: EmbedNote, open: Opens): string | null {
  if (open === 'event') return null;
  return open === 'explorer' ? explorer : (blog ?? explorer);
}
