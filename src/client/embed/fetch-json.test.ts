import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchFrom } from './fetch-json.ts';

const ROOT = new URL('https://garden.example/map/');

function answering(answer: (path: string) => Promise<Response>): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: URL) => {
    asked.push(url.pathname);
    return answer(url.pathname);
  });
  return asked;
}

afterEach(() => void vi.unstubAllGlobals());

describe('a file that is asked for ahead', () => {
  it('is on its way at once, and isn’t asked for again by who wants it first', async () => {
    const asked = answering((path) => Promise.resolve(Response.json(path)));
    const fetchJson = fetchFrom(ROOT, 'a.json');
    expect(asked).toEqual(['/map/a.json']);
    expect(await fetchJson('b.json')).toBe('/map/b.json');
    expect(await fetchJson('a.json')).toBe('/map/a.json');
    expect(asked).toEqual(['/map/a.json', '/map/b.json']);
  });

  it('is asked for anew by who wants it after that', async () => {
    const asked = answering((path) => Promise.resolve(Response.json(path)));
    const fetchJson = fetchFrom(ROOT, 'a.json');
    await fetchJson('a.json');
    expect(await fetchJson('a.json', 'reload')).toBe('/map/a.json');
    expect(asked).toHaveLength(2);
  });

  it('that does not come is told to who wants it, and to nobody else', async () => {
    answering(() => Promise.reject(new Error('no line')));
    const fetchJson = fetchFrom(ROOT, 'a.json');
    await new Promise((done) => setTimeout(done));
    await expect(fetchJson('a.json')).rejects.toThrow('no line');
  });

  it('that isn’t there is told in words', async () => {
    answering(() => Promise.resolve(new Response('', { status: 404 })));
    await expect(fetchFrom(ROOT, 'a.json')('a.json')).rejects.toThrow('a.json answered 404.');
  });
});
