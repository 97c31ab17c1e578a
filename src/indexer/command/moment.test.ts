import { describe, expect, test } from 'vitest';
import { momentOf } from './moment.ts';

describe('momentOf', () => {
  test.each([
    ['2026-12-24', '2026-12-24T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2026-12-24T18:00:00Z', '2026-12-24T18:00:00.000Z'],
    ['2026-12-24T00:30:00+02:00', '2026-12-23T22:30:00.000Z'],
  ])('reads %s', (text, moment) => expect(momentOf(text)?.toISOString()).toBe(moment));

  test.each([
    '2026-02-31',
    '2026-02-29',
    '2026-04-31T10:00:00Z',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-12-24T25:00:00Z',
    '2026-12',
    '24.12.2026',
    'today',
    '',
  ])('refuses %j', (text) => expect(momentOf(text)).toBeNull());
});
