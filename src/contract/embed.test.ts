import { describe, expect, it } from 'vitest';
import { readFrameMessage, readHostMessage, sealed, type FrameMessage } from './embed.ts';

const NOTE = { note: 'a/b', title: 'B', blog: null, explorer: 'https://x.example/notes/a/b/' };

describe('a message of the frame', () => {
  it.each<FrameMessage>([
    { kind: 'hello' },
    { kind: 'ready', note: null, notes: 3 },
    { kind: 'ready', note: NOTE, notes: 3 },
    { kind: 'select', note: NOTE },
    { kind: 'hover', note: null },
    { kind: 'error', message: 'no' },
  ])('is read as it was sent: %o', (message) => {
    expect(readFrameMessage(structuredClone(sealed(message)))).toMatchObject(message);
  });

  it.each([
    ['of nobody', { kind: 'hello' }],
    ['of another version', { hearthmap: 2, kind: 'hello' }],
    ['of an unknown kind', { hearthmap: 1, kind: 'navigate', href: 'https://x.example/' }],
    ['without its note', { hearthmap: 1, kind: 'select' }],
    ['with a note that is none', { hearthmap: 1, kind: 'select', note: { ...NOTE, blog: { href: 'x' } } }],
    ['with a note without a title', { hearthmap: 1, kind: 'hover', note: { ...NOTE, title: 1 } }],
    ['with a count that is none', { hearthmap: 1, kind: 'ready', note: null, notes: '3' }],
    ['that is a text', '{"hearthmap":1,"kind":"hello"}'],
    ['that is nothing', null],
    ['that is a list', [1, 'hello']],
  ])('%s is ignored', (_, data) => {
    expect(readFrameMessage(data)).toBeNull();
  });
});

describe('a message of the element', () => {
  it('is read as it was sent', () => {
    const message = { kind: 'host', scheme: 'dark', look: { accent: 'red' } } as const;
    expect(readHostMessage(structuredClone(sealed(message)))).toMatchObject(message);
  });

  it.each([
    ['without a scheme', { hearthmap: 1, kind: 'host', look: {} }],
    ['with a scheme that is none', { hearthmap: 1, kind: 'host', scheme: 'sepia', look: {} }],
    ['with looks that are none', { hearthmap: 1, kind: 'host', scheme: 'dark', look: null }],
    ['of a frame', { hearthmap: 1, kind: 'hello' }],
  ])('%s is ignored', (_, data) => {
    expect(readHostMessage(data)).toBeNull();
  });
});
