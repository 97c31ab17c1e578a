import { expect, test } from 'vitest';
import { inOtherNumber, singular } from './word-number.ts';

test.each([
  ['map', 'maps'],
  ['class', 'classes'],
  ['box', 'boxes'],
  ['proof', 'proofs'],
  ['probability', 'probabilities'],
  ['day', 'days'],
  ['matrix', 'matrices'],
  ['vertex', 'vertices'],
  ['base', 'bases'],
  ['mdp', 'mdps'],
])('%s and %s are one word in two numbers', (one, many) => {
  expect(inOtherNumber(one)).toContain(many);
  expect(inOtherNumber(many)).toContain(one);
  expect(singular(many)).toBe(singular(one));
});

test.each(['analysis', 'calculus', 'class', 'gas', '熱力学', ''])('%s is no plural', (word) => {
  expect(singular(word)).toBe(word);
});

test.each(['as', '', 'is', 'gas', 'class', 'calculus'])('%s is the plural of nothing', (word) => {
  expect(inOtherNumber(word).filter((form) => form.length < word.length)).toEqual([]);
});
