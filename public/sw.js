/**
 * Keeps what was read of these notes, for when there is no connection. The same file for every site and build: what
 * belongs to a build is told by its site.json, and kept in a cache of its own. Files whose names hold a hash come from
 * there first; all else comes from the site as long as it answers.
 */
const root = new URL(self.registration.scope);
const PREFIX = `hearthmap ${root.pathname} `;

/** Files of this site, from its root; whatever else its host has there is none of our business. */
const OURS = /^(?:index\.html|site\.json|favicon\.svg|assets\/.+|data\/.+|notes\/.*)?$/;
const HASHED = /^(?:assets|data)\//;
/** Builds that are kept: the present one, and the one that other tabs may still show. */
const KEPT = 2;
const LARGEST = 8_000_000;

addEventListener('install', () => void self.skipWaiting());
addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || request.headers.has('range') || url.origin !== root.origin) return;
  if (!url.pathname.startsWith(root.pathname)) return;
  const path = url.pathname.slice(root.pathname.length);
  const isPart = request.destination === 'image' || request.destination === 'font';
  if (!OURS.test(path) && !isPart) return;
  event.respondWith(HASHED.test(path) ? keptFirst(event, keyOf(url)) : siteFirst(event, keyOf(url), path));
});

/** What the page had loaded before it was listened to. */
addEventListener('message', (event) => {
  const { keep } = event.data ?? {};
  if (!Array.isArray(keep)) return;
  event.waitUntil(
    Promise.all(
      keep.map(async (address) => {
        const url = new URL(String(address), root);
        if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return;
        if (!OURS.test(url.pathname.slice(root.pathname.length)) || (await kept(keyOf(url))) !== undefined)
          return;
        const response = await fetch(url).catch(() => undefined);
        if (response !== undefined) await keepIt(keyOf(url), response);
      }),
    ),
  );
});

/** An address as it is kept: what the reader chose in it makes no other file. */
function keyOf(url) {
  return `${url.origin}${url.pathname.replace(/\/index\.html$/, '/')}`;
}

/** Names of our caches, the newest last. */
async function names() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

async function kept(key) {
  for (const name of (await names()).reverse()) {
    const found = await (await caches.open(name)).match(key, { ignoreVary: true });
    if (found !== undefined) return found;
  }
  return undefined;
}

async function keepIt(key, response) {
  if (!response.ok || response.type !== 'basic' || response.redirected) return;
  if (Number(response.headers.get('content-length') ?? 0) > LARGEST) return;
  try {
    const cache = await caches.open((await names()).at(-1) ?? `${PREFIX}first`);
    await cache.put(key, response);
  } catch {
    // No room is left: what isn't kept needs a connection.
  }
}

async function keptFirst(event, key) {
  const found = await kept(key);
  if (found !== undefined) return found;
  const response = await fetch(event.request);
  event.waitUntil(keepIt(key, response.clone()));
  return response;
}

async function siteFirst(event, key, path) {
  try {
    const response = await fetch(event.request);
    const copy = response.clone();
    event.waitUntil(
      (async () => {
        if (path === 'site.json' && copy.ok) await begin(await copy.clone().text());
        if (copy.status === 404 || copy.status === 410) await forget(key);
        await keepIt(key, copy);
      })(),
    );
    return response;
  } catch (error) {
    const found = await kept(key);
    if (found !== undefined) return found;
    if (event.request.mode !== 'navigate') throw error;
    return new Response(offline(), { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  }
}

/** A build is what its site.json says: another one has another cache, and the oldest is let go. */
async function begin(text) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const hash = Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
  const name = PREFIX + hash;
  const all = await names();
  if (all.at(-1) === name) return;
  // Back to an earlier build: its cache is to be the newest.
  await caches.delete(name);
  await caches.open(name);
  const others = all.filter((other) => other !== name);
  await Promise.all(
    others.slice(0, Math.max(0, others.length - (KEPT - 1))).map((other) => caches.delete(other)),
  );
}

async function forget(key) {
  for (const name of await names()) await (await caches.open(name)).delete(key);
}

/** It brings its own looks: what styles the site has may not be kept. */
function offline() {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Offline</title><style>
:root { color-scheme: light dark }
body { margin: 0; color: light-dark(#211d1a, #f0e9dd); background: light-dark(#fffdf9, #1d1a17);
  font: 1.125rem/1.6 'Iowan Old Style', Charter, Georgia, serif }
main { max-width: 36rem; margin: 0 auto; padding: 14vh 1.5rem 3rem }
h1 { margin: 0 0 1.2rem; font-size: 2.1rem; line-height: 1.2 }
a { color: light-dark(#b93c0a, #ff8f66); text-underline-offset: 0.2em }
a:focus-visible { outline: 2px solid; outline-offset: 3px; border-radius: 2px }
</style>
<main><h1>You are offline</h1>
<p>This note hasn’t been read here before. It comes once you are connected.</p>
<p><a href="">Try again</a> · <a href="${root.pathname}">The map of these notes</a></p></main></html>`;
}
