import { describe, expect, test } from 'vitest';
import type { FrontMatter } from '../common/types.ts';
import { leftOutAs, publishable, type PublishSettings } from './publishable.ts';
import { sampleNote } from './sample-notes.ts';

const HUGO: PublishSettings = {
  drafts: false,
  now: new Date('2024-06-01T12:00:00Z'),
  configuration: { kind: 'hugo', buildDrafts: false, buildFuture: false, buildExpired: false },
};

const reason = (fields: Partial<FrontMatter>, settings: Partial<PublishSettings> = {}): string | null =>
  leftOutAs(sampleNote('a.md', fields).frontMatter, { ...HUGO, ...settings });

describe('leftOutAs', () => {
  test.each([
    [{}, null],
    [{ draft: true }, 'drafts'],
    [{ date: '2024-06-01' }, null],
    [{ date: '2024-06-02' }, 'future'],
    [{ date: '2024-06-01T14:00:00+02:00' }, null],
    [{ date: '2024-06-01T14:00:01+02:00' }, 'future'],
    [{ date: '2999-01-01', publishDate: '2024-01-01' }, null],
    [{ date: '2024-01-01', publishDate: '2999-01-01' }, 'future'],
    [{ expiryDate: '2024-06-01T11:59:59Z' }, 'expired'],
    [{ expiryDate: '2024-06-01T12:00:01Z' }, null],
    [{ draft: true, date: '2999-01-01', expiryDate: '2000-01-01' }, 'drafts'],
  ])('of %j is %s', (fields, expected) => expect(reason(fields)).toBe(expected));

  test('takes an empty `published` for a no in Hugo alone, where it is one', () => {
    const vault = { configuration: { ...HUGO.configuration, kind: 'obsidian' } } as const;
    expect(reason({ draft: 'in-hugo' })).toBe('drafts');
    expect(reason({ draft: 'in-hugo' }, vault)).toBeNull();
    expect(reason({ draft: 'in-vault' }, vault)).toBe('drafts');
    expect(reason({ draft: 'in-vault' })).toBeNull();
    expect(reason({ draft: true }, vault)).toBe('drafts');
  });

  test('heeds what the site’s configuration lets in', () => {
    const configuration = { kind: 'hugo', buildDrafts: true, buildFuture: true, buildExpired: true } as const;
    for (const fields of [{ draft: true }, { date: '2999-01-01' }, { expiryDate: '2000-01-01' }]) {
      expect(reason(fields, { configuration })).toBeNull();
      expect(reason(fields, { drafts: true })).toBeNull();
      expect(reason(fields)).not.toBeNull();
    }
  });
});

describe('publishable', () => {
  const notes = [
    sampleNote('_index.md'),
    sampleNote('a.md'),
    sampleNote('bundle/index.md', { expiryDate: '2000-01-01' }),
    sampleNote('bundle/part.md'),
    sampleNote('bundle/deep/part.md'),
    sampleNote('section/_index.md', { draft: true }),
    sampleNote('section/a.md'),
    sampleNote('section/sub/_index.md'),
    sampleNote('section/sub/a.md', { date: '2999-01-01' }),
    sampleNote('section2/a.md'),
    sampleNote('z.md', { draft: true }),
  ];
  const paths = (settings: PublishSettings): string[] =>
    publishable(notes, settings).published.map((note) => note.path);

  test('leaves out with a section or bundle what stands below it, as Hugo does', () => {
    expect(paths(HUGO)).toEqual(['_index.md', 'a.md', 'section2/a.md']);
    expect(publishable(notes, HUGO).leftOut).toEqual({ drafts: 4, future: 1, expired: 3 });
  });

  test('publishes nothing below a home page that is left out, as Hugo does', () => {
    const home = sampleNote('_index.md', { draft: true });
    expect(publishable([home, ...notes.slice(1)], HUGO).published).toEqual([]);
    const bundle = sampleNote('index.md', { draft: true });
    expect(publishable([bundle, ...notes.slice(1)], HUGO).published).toHaveLength(2);
  });

  test('heeds what is said of a section without a file', () => {
    const made = new Map([['section2', sampleNote('', { draft: true }).frontMatter]]);
    const { published } = publishable(notes, HUGO, made);
    expect(published.map((note) => note.path)).toEqual(['_index.md', 'a.md']);
  });

  test('outside of Hugo leaves out the note alone', () => {
    const settings = { ...HUGO, configuration: { ...HUGO.configuration, kind: 'obsidian' as const } };
    expect(paths(settings)).toEqual([
      '_index.md',
      'a.md',
      'bundle/part.md',
      'bundle/deep/part.md',
      'section/a.md',
      'section/sub/_index.md',
      'section2/a.md',
    ]);
  });

  test('keeps all where drafts are asked for', () => {
    expect(paths({ ...HUGO, drafts: true })).toHaveLength(notes.length);
  });
});
