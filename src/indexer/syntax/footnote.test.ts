import { expect, test } from 'vitest';
import { sampleVault } from '../parse/sample-parse.ts';

test('footnotes stand at the end, each with its ways back', () => {
  const { html } = sampleVault('a[^x] b[^x] c^[inline *note*]\n\n[^x]: text\n\n    more');
  expect(html).toMatch(/<p>a<sup[^]*b<sup[^]*c<sup[^]*<\/p>/);
  expect(html.match(/<li id="fn[^"]*"/g)).toHaveLength(2);
  expect(html).toContain('<em>note</em>');
  expect(html.indexOf('<p>text')).toBeGreaterThan(html.indexOf('<li id'));
});

test('references in a footnote count, used or not', () => {
  const { references } = sampleVault('a[^x]\n\n[^x]: see [[b]]\n\n[^y]: see [[c]]');
  expect(references).toEqual(['wikilink b 3:11', 'wikilink c 5:11']);
});

test('many footnotes take linear time', () => {
  // Quadratic joining of this would outlast the test's time limit.
  const { note } = sampleVault(`${'^[a] '.repeat(8_000)}`);
  expect(note.html.match(/<li /g)).toHaveLength(8_000);
});
