import { afterEach, describe, expect, it, vi } from 'vitest';
import { GONE } from '../../../contract/gone.ts';
import { LINKS_VERSION, type LinkRow } from '../../../contract/links.ts';
import { LinkPlaces } from './link-places.ts';

const folder = new URL('https://example.org/garden/data/links.x/');
const row: LinkRow = [3, 0, [['See c.', 4, 1, '', '']]];

function answer(...answers: (() => Response)[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('fetch', (url: URL) => {
    asked.push(url.href);
    try {
      return Promise.resolve(answers[Math.min(asked.length, answers.length) - 1]!());
    } catch (error) {
      return Promise.reject(error as Error);
    }
  });
  return asked;
}
const good = (): Response => Response.json({ version: LINKS_VERSION, notes: [[], [row]] });

afterEach(() => vi.unstubAllGlobals());

describe('LinkPlaces', () => {
  it('asks for a file once, however often it is needed', async () => {
    const asked = answer(good);
    const places = new LinkPlaces(folder, 20);
    expect((await places.about(1, 3))!.places[0]!.sentence).toBe('See c.');
    expect(await places.about(1, 2)).toBeNull();
    expect(await places.about(0, 3)).toBeNull();
    expect(asked).toEqual([`${folder.href}0.json`]);
  });

  it('asks nothing about a ghost, which says nothing', async () => {
    const asked = answer(good);
    expect(await new LinkPlaces(folder, 2).about(2, 1)).toBeNull();
    expect(asked).toEqual([]);
  });

  it.each([
    ['is gone', () => new Response('', { status: 404 }), /published anew.*Reload/],
    ['fails', () => new Response('', { status: 503 }), /answered 503/],
    ['is broken off', () => new Response('{"version":1,"no'), /broken off/],
    ['is of another version', () => Response.json({ version: 9, notes: [] }), /version 9/],
    [
      'does not come',
      () => {
        throw new TypeError('network');
      },
      /did not answer/,
    ],
  ])('says so where the file %s, and asks again', async (how, bad, message) => {
    const asked = answer(bad, good);
    const told: string[] = [];
    vi.stubGlobal('dispatchEvent', ({ type }: Event) => told.push(type));
    const places = new LinkPlaces(folder, 20);
    await expect(places.about(1, 3)).rejects.toThrow(message);
    expect(told).toEqual(how === 'is gone' ? [GONE] : []);
    expect((await places.about(1, 3))!.to).toBe(3);
    expect(asked).toHaveLength(2);
  });
});
