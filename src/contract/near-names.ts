/** Which of the files of surroundings knows a note: its name alone tells it, so that nothing has to be looked up before. */

/** Notes that share a file, on average: few files for the author's host, few bytes for the reader. */
const NEAR_A_FILE = 10;

export function nearFiles(notes: number): number {
  return Math.max(1, Math.ceil(notes / NEAR_A_FILE));
}

/** The file that knows a name: a slug, or what `pageName` makes of a page of the blog. */
export function nearFile(name: string, files: number): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return `${(hash >>> 0) % files}.json`;
}

/**
 * What a page of the blog is called here, whichever way its address is written.
 * @param path from its host @param base path of the blog, without a slash at the end
 */
export function pageName(path: string, base: string): string {
  let name = path.startsWith(`${base}/`) ? path.slice(base.length) : path;
  try {
    name = decodeURIComponent(name);
  } catch {
    // An address is whatever somebody typed.
  }
  return name.replace(/(?:^|\/)index\.html?$/, '/').replace(/^\/+|\/+$/g, '');
}
