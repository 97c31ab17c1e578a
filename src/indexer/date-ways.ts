/** `[frontmatter]` of a Hugo site: where its dates come from. */
import type { Remarks } from './own-settings.ts';
import type { DateName, DateWays } from './hugo-fields.ts';
import type { Settings } from './settings.ts';

const ALIASES: Readonly<Record<string, readonly string[]>> = {
  lastmod: ['modified'],
  publishdate: ['pubdate', 'published'],
  expirydate: ['unpublishdate'],
};

/** Git's dates come later and from elsewhere, and a note that says nothing of its last change has none of its own. */
const DEFAULTS: Readonly<Record<DateName, readonly string[]>> = {
  date: ['date', 'publishdate', 'lastmod'],
  lastmod: ['lastmod'],
  publishdate: ['publishdate', 'date'],
  expirydate: ['expirydate'],
};

/** Null where the site leaves them as they are. */
export function readDateWays(settings: Settings, remarks: Remarks): DateWays | null {
  if (settings.entries().length === 0) return null;
  const ways = Object.entries(DEFAULTS).map(([name, standard]) => {
    const all = settings
      .texts(name, standard)
      .flatMap((way) => (way.toLowerCase() === ':default' ? standard : [way]));
    for (const way of all) {
      const key = way.toLowerCase();
      if (key === ':filename' || !key.startsWith(':') || (key === ':git' && name === 'lastmod')) continue;
      remarks.tell(
        ['frontmatter', name, way],
        `takes "${name}" from "${way}", which Hearthmap doesn't: ${reason(key)}`,
        'It takes the next that is named.',
        'info',
      );
    }
    const keys = all.map((way) => way.toLowerCase());
    return [name, keys.flatMap((key) => [key, ...(ALIASES[key] ?? [])])] as const;
  });
  return Object.fromEntries(ways);
}

function reason(key: string): string {
  if (key === ':filemodtime') return 'the time of a file differs from machine to machine';
  return key === ':git' ? 'git’s dates stand below those of the notes' : 'it is no way that it knows';
}
