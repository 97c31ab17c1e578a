import { expect, test } from 'vitest';
import { keysOfName, keysOfQuestion } from './name-key.ts';

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
  const keys = new Set(keysOfName(name));
  expect(keysOfQuestion(query).some((key) => keys.has(key))).toBe(true);
});

test.each([
  ['talking', 'Who is talking'],
  ['to do list', 'List'],
  ['gas', 'Ga'],
  ['?!', '--'],
  ['', ''],
])('%j does not ask for what is called %j', (query, name) => {
  const keys = new Set(keysOfName(name));
  expect(keysOfQuestion(query).some((key) => keys.has(key))).toBe(false);
});
