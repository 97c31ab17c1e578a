import { describe, expect, it } from 'vitest';
import { readRequest } from './request.ts';

const read = (text: string) => readRequest(new URLSearchParams(text), 'https://garden.example');

describe('an address', () => {
  it('without anything asks for a note’s neighbours', () => {
    expect(read('')).toEqual({
      origin: 'https://garden.example',
      note: null,
      about: null,
      pages: [],
      host: null,
      depth: 1,
      direction: 'both',
      view: null,
      named: null,
      query: '',
      open: 'blog',
      scheme: null,
    });
  });

  it('asks for what is written in it', () => {
    expect(read('note=/a/b/&depth=3&direction=in&view=whole&query=x&open=event&scheme=dark')).toMatchObject({
      note: 'a/b',
      depth: 3,
      direction: 'in',
      view: 'whole',
      query: 'x',
      open: 'event',
      scheme: 'dark',
    });
    expect(read('view=late-notes')).toMatchObject({ view: null, named: 'late-notes' });
  });

  it('with nonsense asks for the usual', () => {
    expect(
      read('depth=NaN&direction=up&open=_top&scheme=url(x)&page=javascript:alert(1)&page=x&note='),
    ).toEqual(read(''));
    expect(read('depth=99').depth).toBe(5);
    expect(read('depth=-1').depth).toBe(1);
  });
});
