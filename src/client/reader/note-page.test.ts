import { afterEach, expect, test, vi } from 'vitest';
import { fetchNotePage } from './note-page.ts';

afterEach(() => vi.unstubAllGlobals());

test('that a note comes is told from its first bytes on, and again once all is there', async () => {
  const told: string[] = [];
  vi.stubGlobal(
    'DOMParser',
    class {
      parseFromString(): never {
        told.push('read');
        throw new Error('no document here');
      }
    },
  );
  vi.stubGlobal('fetch', () => {
    told.push('asked');
    const text = (): Promise<string> => (told.push('text'), Promise.resolve('<main></main>'));
    return Promise.resolve({ ok: true, status: 200, text });
  });
  const fetched = fetchNotePage(new URL('https://notes.example/notes/a/'), AbortSignal.any([]), () =>
    told.push('comes'),
  );
  await expect(fetched).rejects.toThrow('no document here');
  expect(told).toEqual(['asked', 'comes', 'text', 'comes', 'read']);
});
