/** `[frontmatter]` of a Hugo site: where its dates come from. */
import type { DateName, DateWays } from '../front-matter/hugo-fields.ts';
import type { Remarks } from './own-settings.ts';
import type { Settings } from './settings.ts';

const ALIASES: Readonly<Record<string, readonly string[]>> = {
  lastmod: ['modified'],
  publishdate: ['pubdate', 'published'],
  expirydate: ['unpublishdate'],
};

/** Without git, a note that says nothing of its last change has none of its own. */
const DEFAULTS: Readonly<Record<DateName, readonly string[]>> = {
  date: ['date', 'publishdate', 'lastmod'],
  lastmod: [':git', 'lastmod'],
  publishdate: ['publishdate', 'date'],
  expirydate: ['expirydate'],
};

const WAYS = [':filename', ':filemodtime', ':git'];

/**
 * Null where the site leaves them as they are.
 * @param gitInfo whether it asks for git's dates; without that there are none to Hugo
 */
export function readDateWays(settings: Settings, gitInfo: boolean, remarks: Remarks): DateWays | null {
  if (settings.entries().length === 0 && !gitInfo) return null;
  const ways = Object.entries(DEFAULTS).map(([name, standard]) => {
    const all = settings
      .texts(name, standard)
      .flatMap((way) => (way.toLowerCase() === ':default' ? standard : [way]));
    for (const way of all) {
      if (!way.startsWith(':') || WAYS.includes(way.toLowerCase())) continue;
      remarks.tell(
        ['frontmatter', name, way],
        `takes "${name}" from "${way}", which is no way that Hearthmap knows`,
        'It takes the next that is named.',
        'info',
      );
    }
    const keys = all.map((way) => way.toLowerCase()).filter((key) => key !== ':git' || gitInfo);
    return [name, keys.flatMap((key) => [key, ...(ALIASES[key] ?? [])])] as const;
  });
  return Object.fromEntries(ways);
}
