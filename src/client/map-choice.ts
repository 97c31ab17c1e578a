/** What the reader lets on the map and how it is coloured, as parts of an address. */
import { COLOURINGS, DIRECTIONS, MOST_LINKS } from '../contract/choice.ts';
import { NO_FILTER, type MapChoice } from './graph/garden/filter.ts';
import { readGroups, writeGroup } from './graph/garden/groups.ts';
import { FORCE_KNOBS, LOOK_KNOBS, readKnobs, usual, writeKnobs } from './graph/garden/knobs.ts';

export const NO_CHOICE: MapChoice = {
  filter: NO_FILTER,
  colour: 'region',
  groups: [],
  direction: 'both',
  forces: usual(FORCE_KNOBS),
  look: usual(LOOK_KNOBS),
};

/** What it doesn't know is left at its default. */
export function readChoice(query: URLSearchParams): MapChoice {
  const hidden = new Set((query.get('hide') ?? '').split(','));
  const added = new Set((query.get('also') ?? '').split(','));
  const links = Number(query.get('links') ?? 0);
  return {
    filter: {
      orphans: !hidden.has('orphans'),
      ghosts: !hidden.has('ghosts'),
      tags: added.has('tags'),
      attachments: added.has('attachments'),
      tag: query.get('tag') || null,
      folder: query.get('folder')?.replace(/\/+$/, '') || null,
      links: Number.isFinite(links) ? Math.min(MOST_LINKS, Math.max(0, Math.round(links))) : 0,
      only: query.get('only') ?? '',
    },
    colour: COLOURINGS.find((by) => by === query.get('colour')) ?? 'region',
    groups: readGroups(query.getAll('group')),
    direction: DIRECTIONS.find((way) => way === query.get('follow')) ?? 'both',
    forces: readKnobs(FORCE_KNOBS, query.get('forces') ?? ''),
    look: readKnobs(LOOK_KNOBS, query.get('look') ?? ''),
  };
}

/** Adds what differs from the default. */
export function writeChoice(choice: MapChoice, query: URLSearchParams): void {
  const { filter, colour, groups, direction } = choice;
  const hidden = [filter.orphans ? [] : 'orphans', filter.ghosts ? [] : 'ghosts'].flat();
  if (hidden.length > 0) query.set('hide', hidden.join());
  const added = [filter.tags ? 'tags' : [], filter.attachments ? 'attachments' : []].flat();
  if (added.length > 0) query.set('also', added.join());
  if (filter.tag !== null) query.set('tag', filter.tag);
  if (filter.folder !== null) query.set('folder', filter.folder);
  if (filter.links > 0) query.set('links', String(filter.links));
  if (filter.only !== '') query.set('only', filter.only);
  if (colour !== 'region') query.set('colour', colour);
  for (const group of groups) query.append('group', writeGroup(group));
  if (direction !== 'both') query.set('follow', direction);
  const forces = writeKnobs(FORCE_KNOBS, choice.forces);
  if (forces !== '') query.set('forces', forces);
  const look = writeKnobs(LOOK_KNOBS, choice.look);
  if (look !== '') query.set('look', look);
}
