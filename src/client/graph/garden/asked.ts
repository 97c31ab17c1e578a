/** What the map is asked in the language of queries. Loaded with the first question: most readers ask none. */
import type { Facts } from '../../../contract/facts.ts';
import type { Garden } from '../../../contract/map.ts';
import { evaluate, type Open } from '../../../query/evaluate.ts';
import { parse } from '../../../query/parse.ts';
import { needsOf, type Needs } from '../../../query/plan.ts';
import type { Problem } from '../../../query/query.ts';
import type { Colouring } from './colouring.ts';
import type { Group } from './groups.ts';
import { NEUTRAL } from './region-hues.ts';

export interface Asked {
  /** 1 for each node that is meant; null where nothing is asked, or nothing that can be told. Not to be changed. */
  readonly mask: Uint8Array | null;
  readonly problems: readonly Problem[];
  /** What was left out of the question. */
  readonly open: readonly Open[];
}

const MOST_KEPT = 60;

/** The last answers: while one group is typed, the others need not be asked again. */
let kept = new Map<string, Asked>();
let keptOf: readonly [Garden | null, Facts | null] = [null, null];

export function ask(text: string, garden: Garden, facts: Facts | null): Asked {
  if (keptOf[0] !== garden || keptOf[1] !== facts || kept.size > MOST_KEPT) {
    kept = new Map();
    keptOf = [garden, facts];
  }
  let asked = kept.get(text);
  if (asked === undefined) {
    const { query, problems } = parse(text);
    asked = { ...evaluate(query, garden, { facts }), problems };
    kept.set(text, asked);
  }
  return asked;
}

/** What the queries ask for beside links, names and tags. */
export function needs(texts: readonly string[]): Needs {
  return needsOf(...texts.map((text) => parse(text).query));
}

/** A group that asks for nothing yet has no notes. */
export function byGroups(groups: readonly Group[], garden: Garden, facts: Facts | null): Colouring {
  const hue = new Int8Array(garden.nodeCount).fill(NEUTRAL);
  const legend = groups.map((group) => {
    const { mask } = ask(group.query, garden, facts);
    let count = 0;
    for (let node = 0; mask !== null && node < mask.length; node++) {
      if (mask[node] === 0 || hue[node] !== NEUTRAL) continue;
      hue[node] = group.hue;
      count++;
    }
    return { name: group.query.trim() || 'nothing yet', hue: group.hue, count };
  });
  return { hue, legend };
}
