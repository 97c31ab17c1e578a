import { describe, expect, test } from 'vitest';
import type { PublishOptions } from '../contract/api.ts';
import { checkOptions } from './api-options.ts';
import { indexFolder } from './publish.ts';
import { removeSampleFolders, sampleFolder } from './sample-folder.ts';
import { sampleApp } from './sample-site.ts';

const app = sampleApp();

describe('options of a program', () => {
  test.each<[unknown, RegExp]>([
    [{ now: new Date('x') }, /"now" takes a Date.*a date that isn’t one/],
    [{ now: '2024-01-01' }, /"now" takes a Date.*"2024-01-01"/],
    [{ drafts: 'no' }, /"drafts" takes true or false, and is "no"/],
    [{ cache: 5 }, /"cache" takes the path of a folder, and is 5/],
    [{ cache: '' }, /"cache" takes the path of a folder/],
    [{ onProgress: 5 }, /"onProgress" takes a function/],
    [{ url: {} }, /"url" takes an address/],
    [{ gitDates: () => 1 }, /"gitDates" takes true or false, and is function/],
    [{ draft: true }, /no option "draft"\. There are drafts, now,/],
    [{ __proto__: null, constructor: 1 }, /no option "constructor"/],
  ])('%j are refused in words', (options, words) =>
    expect(() => checkOptions(options as PublishOptions)).toThrow(words),
  );

  test('that are right or left open are taken', () => {
    const options = { drafts: true, now: new Date(), cache: 'x', onProgress: () => {}, gitDates: false };
    expect(() => checkOptions({ ...options, url: 'https://example.org/', freshMap: true })).not.toThrow();
    expect(() =>
      checkOptions({ now: undefined, cache: undefined } as unknown as PublishOptions),
    ).not.toThrow();
  });

  test('with a date that isn’t one, nothing of the future is indexed', async () => {
    const folder = sampleFolder({ 'a.md': '---\ndate: 2099-01-01\n---\n' });
    await expect(indexFolder(folder, app, { now: new Date('') })).rejects.toThrow(/"now"/);
    removeSampleFolders();
  });
});
