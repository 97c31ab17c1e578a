import { expect, test } from 'vitest';
import { siteUrl } from './site-url.ts';

test('a site’s address has one slash at its end, whoever wrote it', () => {
  for (const text of ['https://a.example/map', 'https://a.example/map/', 'https://a.example/map//'])
    expect(siteUrl(text)).toBe('https://a.example/map/');
});

test.each(['a.example/map', 'ftp://a.example/', 'https://a.example/?x', 'https://a.example/#x', ''])(
  '%j is none, in words',
  (text) => expect(() => siteUrl(text)).toThrow(`"${text}" is no address of a site.`),
);
