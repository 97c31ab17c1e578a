/** A JSON file by its path from the site's root. @throws {Error} in words, where it does not come */
export type Fetch = (path: string, cache?: RequestCache) => Promise<unknown>;

export function fetchFrom(root: URL): Fetch {
  return async (path, cache = 'default') => {
    const response = await fetch(new URL(path, root), { cache });
    if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
    return response.json();
  };
}
