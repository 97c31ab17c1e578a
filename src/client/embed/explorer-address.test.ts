import { expect, it } from 'vitest';
import { explorerAddress } from './explorer-address.ts';
import { readRequest } from './request.ts';

const ROOT = new URL('https://garden.example/map/');

it.each([
  ['view=warm', null, './?embed=1&map=warm&theme=dark'],
  ['query=tag:x%20y&depth=3', 'a/ö', './notes/a/%C3%B6/?embed=1&q=tag%3Ax+y&theme=dark'],
  [
    'query=x&view=local&depth=3&direction=in',
    'a',
    './notes/a/?embed=1&q=x&view=local&depth=3&follow=in&theme=dark',
  ],
])('the explorer’s address for "%s" around %s has all that was asked for', (asked, slug, address) => {
  const request = readRequest(new URLSearchParams(asked), 'https://garden.example');
  expect(explorerAddress(request, slug, 'dark', ROOT).href).toBe(new URL(address, ROOT).href);
});
