/** A JSON file by its path from the site's root. @throws {Error} in words, where it does not come */
export type Fetch = (path: string, cache?: RequestCache) => Promise<unknown>;

/** @param ahead a file that is asked for at once; whoever wants it first gets it without another request */
export function fetchFrom(root: URL, ahead: string | null = null): Fetch {
  const ask = (path: string, cache: RequestCache = 'default'): Promise<Response> =>
    fetch(new URL(path, root), { cache });
  let early = ahead === null ? null : ask(ahead);
  // Whoever wants it is told.
  early?.catch(() => {});
  return async (path, cache) => {
    const asked = path === ahead && early !== null ? early : ask(path, cache);
    if (asked === early) early = null;
    const response = await asked;
    if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
    return response.json();
  };
}
