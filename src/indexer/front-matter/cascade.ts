/** `cascade`: fields that Hugo's sections, and its configuration, hand to the pages below. */
import { isRecord } from '../../contract/site.ts';
import type { Cascade, CascadeTarget, FrontMatter } from '../common/types.ts';
import {
  EMPTY_FRONT_MATTER,
  pickFields,
  type FieldProblem,
  type TellProblem,
} from './front-matter-fields.ts';
import { pathGlob } from './path-glob.ts';

const MAX_PATTERN = 1_000;
const NOTHING_HANDED = 'Write a table of fields, or a list of such; until then it hands nothing on.';
const FOR_ALL = 'Mend it; until then what it hands on is for all pages below.';

type Found = (message: string, severity: FieldProblem['severity'], suggestion: string) => void;

const KINDS = ['page', 'home', 'section', 'taxonomy', 'term'];

/**
 * What `cascade` says, the first in front. A table is for all pages below, were there a `_target` in it: so Hugo 0.111 has it.
 * `target` is what newer ones call it.
 */
export function readCascades(value: unknown, tell: TellProblem): Cascade[] {
  const found: Found = (message, severity, suggestion) =>
    tell({ field: 'cascade', message, suggestion, severity });
  if (value === undefined || value === null) return [];
  if (!isRecord(value) && !Array.isArray(value)) {
    found('"cascade" is neither a table nor a list of tables', 'warning', NOTHING_HANDED);
    return [];
  }
  const entries: unknown[] = Array.isArray(value) ? value : [value];
  return entries.flatMap((entry): Cascade | never[] => {
    if (!isRecord(entry)) {
      found('"cascade" holds something that is no table', 'warning', NOTHING_HANDED);
      return [];
    }
    const settings = new Map(Object.entries(entry).map(([key, inner]) => [key.toLowerCase(), inner]));
    const target = settings.get('target') ?? (Array.isArray(value) ? settings.get('_target') : undefined);
    const fields = pickFields(entry, (problem) =>
      tell({ ...problem, field: 'cascade', message: `in "cascade", ${problem.message}` }),
    );
    return fields.given.length === 0 ? [] : { target: readTarget(target, found), fields: compact(fields) };
  });
}

/** Without what it doesn't say: it is kept with each section that has one. */
function compact({ given, ...fields }: FrontMatter): Cascade['fields'] {
  const empty = new Map(Object.entries(EMPTY_FRONT_MATTER));
  const said = Object.entries(fields).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(empty.get(name)),
  );
  return { ...Object.fromEntries(said), given };
}

function readTarget(value: unknown, found: Found): CascadeTarget {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) {
    found('the target in "cascade" is no table', 'error', FOR_ALL);
    return {};
  }
  const target: Record<string, string> = {};
  for (const [key, entry] of Object.entries(value)) {
    const name = key.toLowerCase();
    if (!['path', 'kind', 'lang', 'environment'].includes(name) || entry === '' || entry === null) continue;
    const pattern = String(entry).toLowerCase();
    const matches = pattern.length > MAX_PATTERN ? null : pathGlob(pattern);
    if (matches === null || (name === 'kind' && !KINDS.some(matches))) {
      found(
        `the target in "cascade" has ${JSON.stringify(pattern.slice(0, 60))} for its ${name}`,
        'error',
        FOR_ALL,
      );
    } else target[name] = pattern;
  }
  return target;
}
