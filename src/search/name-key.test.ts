import { expect, test } from 'vitest';
import { tokenize } from '../contract/search.ts';
import { isNamed, namesAskedFor } from './name-key.ts';

function asksFor(query: string, name: string): boolean {
  return namesAskedFor(query).some((asked) => isNamed(tokenize(name), asked));
}

test.each([
  ['vector spaces', 'Vector space'],
  ['the new deal', 'New Deal'],
  ['what is a turing machine', 'turing machine'],
  ['How do classes work', 'Class work'],
  ['covariance matrices', 'Covariance matrix'],
  ['vertices and indexes', 'Vertex and index'],
  ['probabilities', 'Probability'],
  ['expectations of random variables', 'Expectation of a random variable'],
  ['what is what', 'What is what'],
  ['bases', 'Base'],
])('%j asks for what is called %j', (query, name) => {
  expect(asksFor(query, name)).toBe(true);
});

test.each([
  ['talking', 'Who is talking'],
  ['to do list', 'List'],
  ['gas', 'Ga'],
  ['vector', 'Vector space'],
  ['vector space', 'Vector'],
  ['space vector', 'Vector space'],
  ['?!', '--'],
  ['', ''],
])('%j does not ask for what is called %j', (query, name) => {
  expect(asksFor(query, name)).toBe(false);
});
