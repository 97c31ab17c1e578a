/** Notes as a Markdown list of links. */
import type { Garden } from '../../../contract/map.ts';
import { isGhost } from './neighbourhood.ts';

/** Ghosts have no page, so no link. */
export function markdownList(
  garden: Garden,
  nodes: readonly number[],
  addressOf: (node: number) => string,
): string {
  return nodes
    .map((node) => {
      const title = garden.titles[node]!.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>~$|]/g, '\\$&');
      if (isGhost(garden, node)) return `- ${title}\n`;
      const address = addressOf(node).replaceAll('(', '%28').replaceAll(')', '%29');
      return `- [${title}](${address})\n`;
    })
    .join('');
}
