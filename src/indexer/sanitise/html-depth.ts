/** How deep HTML nests, before anything that recurses or searches its stack gets to see it. */

/** Chromium itself stops nesting at 512. */
export const MAX_HTML_DEPTH = 256;

const TAG = /<(\/?)([a-z][^\s/>]*)/gi;

const VOID: ReadonlySet<string> = new Set(
  'area base basefont br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Opening one of these right inside itself closes it first. */
const CLOSES_ITSELF: ReadonlySet<string> = new Set('p li dt dd tr td th option'.split(' '));

/**
 * The greatest number of elements open at once. Each tag is pushed and popped once, so it is linear; tags in comments
 * and quoted attributes count too.
 */
export function htmlDepth(html: string): number {
  const stack: string[] = [];
  const open = new Map<string, number>();
  let deepest = 0;
  const pop = (): string => {
    const name = stack.pop()!;
    open.set(name, open.get(name)! - 1);
    return name;
  };
  for (const [, slash, written] of html.matchAll(TAG)) {
    const name = written!.toLowerCase();
    if (slash === '/') {
      if ((open.get(name) ?? 0) > 0) while (pop() !== name);
    } else if (!VOID.has(name)) {
      if (CLOSES_ITSELF.has(name) && stack[stack.length - 1] === name) pop();
      stack.push(name);
      open.set(name, (open.get(name) ?? 0) + 1);
      deepest = Math.max(deepest, stack.length);
    }
  }
  return deepest;
}
