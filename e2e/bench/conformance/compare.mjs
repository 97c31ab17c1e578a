/** Holds two readings of the same notes against each other. */
import { readShape } from './shape.mjs';

/** @typedef {import('./hugo-pages.mjs').Page} Page */
/** @typedef {{ path: string, kind: Kind, hugo: string, ours: string }} Difference */
/** @typedef {typeof KINDS[number]} Kind */

export const KINDS = /** @type {const} */ (['page', 'permalink', 'ids', 'text', 'math', 'tags']);

const CONTEXT = 70;

/**
 * @param {ReadonlyMap<string, Page>} hugo
 * @param {ReadonlyMap<string, Page>} ours
 * @param {ReadonlySet<string>} allowed
 * @returns {{ notes: number, differences: Difference[], aside: Map<string, number> }} `aside`: tags of Hugo's that are not compared
 */
export function comparePages(hugo, ours, allowed) {
  /** @type {Difference[]} */
  const differences = [];
  /** @type {Map<string, number>} */
  const aside = new Map();
  const paths = [...new Set([...hugo.keys(), ...ours.keys()])].sort();
  for (const path of paths) {
    const left = hugo.get(path);
    const right = ours.get(path);
    if (left === undefined || right === undefined) {
      const told = (/** @type {unknown} */ page) => (page === undefined ? 'no such page' : 'a page');
      differences.push({ path, kind: 'page', hugo: told(left), ours: told(right) });
      continue;
    }
    if (left.permalink !== right.permalink) {
      differences.push({ path, kind: 'permalink', hugo: left.permalink, ours: right.permalink });
    }
    const theirs = readShape(left.html, allowed);
    const own = readShape(right.html, allowed);
    for (const [name, count] of theirs.aside) aside.set(name, (aside.get(name) ?? 0) + count);
    for (const kind of /** @type {const} */ (['ids', 'text', 'math', 'tags'])) {
      const difference =
        kind === 'text' ? around([...theirs.text], [...own.text], '') : around(theirs[kind], own[kind], ' ');
      if (difference !== null) differences.push({ path, kind, ...difference });
    }
  }
  return { notes: paths.length, differences, aside };
}

/**
 * The two sides around their first difference, or null.
 * @param {readonly string[]} hugo
 * @param {readonly string[]} ours
 * @param {string} joint
 */
function around(hugo, ours, joint) {
  let at = 0;
  while (at < hugo.length && hugo[at] === ours[at]) at++;
  if (at === hugo.length && at === ours.length) return null;
  const piece = (/** @type {readonly string[]} */ side) => {
    const before = side.slice(Math.max(0, at - CONTEXT), at).join(joint);
    const after = side.slice(at, at + CONTEXT).join(joint);
    return `${before.slice(-CONTEXT)}${joint}→${joint}${after.slice(0, CONTEXT)}`;
  };
  return { hugo: piece(hugo), ours: piece(ours) };
}
