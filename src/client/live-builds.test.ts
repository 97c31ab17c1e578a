import { afterEach, expect, it, vi } from 'vitest';
import { SITE_VERSION, type SiteFile } from '../contract/site.ts';
import { followBuilds } from './live-builds.ts';
import type { Navigation } from './navigation.ts';
import type { Source } from './source.svelte.ts';

afterEach(() => vi.unstubAllGlobals());

const siteOf = (title: string): SiteFile => ({
  version: SITE_VERSION,
  title,
  baseURL: null,
  map: 'data/map.x.json',
  search: 'data/search.x/',
  report: 'report.json',
});

/** A page that follows builds, and a server that answers when it is told to. */
function follow(): {
  tell: (build: string) => void;
  answers: ((site: SiteFile) => Promise<void>)[];
  taken: string[];
  rebuilt: () => number;
  stop: () => void;
} {
  const streams: EventTarget[] = [];
  const answers: ((site: SiteFile) => Promise<void>)[] = [];
  vi.stubGlobal(
    'EventSource',
    class extends EventTarget {
      constructor() {
        super();
        streams.push(this);
      }
      close(): void {}
    },
  );
  vi.stubGlobal(
    'fetch',
    () =>
      new Promise((resolve) => {
        answers.push(async (site) => {
          resolve(Response.json(site));
          await new Promise((done) => setTimeout(done, 5));
        });
      }),
  );
  const taken: string[] = [];
  let rebuilt = 0;
  const source = {
    root: new URL('https://example.org/garden/'),
    site: siteOf('first'),
    take(site: SiteFile) {
      this.site = site;
      taken.push(site.title);
    },
  };
  const stop = followBuilds(source as unknown as Source, {} as Navigation, 'events', () => rebuilt++);
  return {
    tell: (build) =>
      streams[0]!.dispatchEvent(
        new MessageEvent('message', { data: JSON.stringify({ build, pages: [], problem: null, held: [] }) }),
      ),
    answers,
    taken,
    rebuilt: () => rebuilt,
    stop,
  };
}

it('takes builds in their order', async () => {
  const { tell, answers, taken, rebuilt } = follow();
  tell('1');
  await answers[0]!(siteOf('one'));
  tell('2');
  await answers[1]!(siteOf('two'));
  expect(taken).toEqual(['one', 'two']);
  expect(rebuilt()).toBe(2);
});

it('leaves an answer that comes later than that of a newer build', async () => {
  const { tell, answers, taken, rebuilt } = follow();
  tell('1');
  tell('2');
  await answers[1]!(siteOf('two'));
  await answers[0]!(siteOf('one'));
  expect(taken).toEqual(['two']);
  expect(rebuilt()).toBe(1);
});

it('takes nothing once it is stopped', async () => {
  const { tell, answers, taken, rebuilt, stop } = follow();
  tell('1');
  stop();
  await answers[0]!(siteOf('one'));
  expect(taken).toEqual([]);
  expect(rebuilt()).toBe(0);
});
