import { expect, test } from 'vitest';
import { isAllowedByVite, type ViteHosts } from './serve-host.ts';

/** Each is what the server of Vite 8.3 answers, letter case and a missing name apart. */
const ANSWERS: readonly (readonly [header: string | undefined, settings: ViteHosts, answer: boolean])[] = [
  ['localhost:5173', {}, true],
  ['blog.localhost', {}, true],
  ['127.0.0.1', {}, true],
  ['192.168.1.7:5173', {}, true],
  ['[::1]:5173', {}, true],
  ['blog.test', {}, false],
  [undefined, {}, false],
  ['', { host: '' }, false],
  ['blog.test', { allowedHosts: true }, true],
  ['blog.test', { https: {} }, true],
  ['Blog.test:5173', { allowedHosts: ['blog.test'] }, true],
  ['a.blog.test', { allowedHosts: ['blog.test'] }, false],
  ['a.blog.test', { allowedHosts: ['.blog.test'] }, true],
  ['blog.test', { allowedHosts: ['.blog.test'] }, true],
  ['evilblog.test', { allowedHosts: ['.blog.test'] }, false],
  ['blog.test', { host: 'blog.test' }, true],
  ['blog.test', { host: true }, false],
  ['blog.test', { hmr: { host: 'blog.test' } }, true],
  ['blog.test', { origin: 'https://blog.test:8443' }, true],
];

test.each(ANSWERS)('asked for by %j, a server of Vite with %j answers: %j', (header, settings, answer) => {
  expect(isAllowedByVite(header, settings)).toBe(answer);
});
