import { expect, it } from 'vitest';
import { displayedTex } from './copy-tex.ts';

it.each([
  'equation',
  'equation*',
  'align',
  'align*',
  'alignat*',
  'flalign',
  'gather*',
  'multline',
  'eqnarray',
  'displaymath',
  'subequations',
])('an environment %s, which begins displayed maths itself, is copied without dollars', (name) => {
  const tex = `\\begin{${name}}\na &= b \\\\\nc &= d\n\\end{${name}}`;
  expect(displayedTex(`\n${tex}\n`)).toBe(tex);
});

it.each([
  'a = b',
  '\\begin{aligned}a &= b\\end{aligned}',
  '\\begin{cases}a\\end{cases}',
  '\\begin{pmatrix*}a\\end{pmatrix*}',
  'x = \\begin{align}a\\end{align}',
  '\\begin{align}a\\end{align} + b',
  '\\begin{align}a',
])('%s is copied between dollars', (tex) => {
  expect(displayedTex(tex)).toBe(`$$${tex}$$`);
});
