/** What was read is kept for when there is no connection, unless the author doesn't want it. Loaded after all else. */

/** Follows what the site wants of this browser: `public/sw.js` listens, or doesn't any more. */
export async function keepForOffline(root: URL, isWanted: boolean): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const script = new URL('sw.js', root).href;
  try {
    const found = await serviceWorker.getRegistration(root.href);
    const here = found?.scope === root.href ? found : undefined;
    const worker = here?.active ?? here?.waiting ?? here?.installing;
    const isOurs = worker?.scriptURL === script;
    if (!isWanted) {
      if (here !== undefined && isOurs) {
        await here.unregister();
        await forget(root);
      }
      return;
    }
    // The host may have one of its own for the same place.
    if (here !== undefined && !isOurs) return;
    const registered = await serviceWorker.register(script, { scope: root.pathname, updateViaCache: 'none' });
    // Tests and some browsers' settings turn registering into nothing.
    if ((registered as ServiceWorkerRegistration | undefined) === undefined) return;
    const ready = await serviceWorker.ready;
    const parts: unknown = await fetch(new URL('app.json', root)).then((response) => response.json());
    const loaded = performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.startsWith(root.href));
    ready.active?.postMessage({
      keep: [
        root.href,
        new URL('site.json', root).href,
        location.href,
        ...loaded,
        // What the reader hasn't needed yet: a menu that doesn't open without a connection is a broken one.
        ...(Array.isArray(parts) ? parts.map((part) => new URL(String(part), root).href) : []),
      ],
    });
  } catch {
    // Without a secure connection, or where the reader forbids it, nothing is kept.
  }
}

async function forget(root: URL): Promise<void> {
  const prefix = `hearthmap ${root.pathname} `;
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(names.map((name) => caches.delete(name)));
}
