import { expect, test } from 'vitest';
import { beforeSuggestion } from './before-suggestion.ts';

test.each([
  ['no note "b"', 'did you mean "bee"?', 'no note "b";'],
  ['a formula can’t be set', 'Its source is shown.', 'a formula can’t be set.'],
  ['there is no such file.', 'Put it there.', 'there is no such file.'],
  ['it is too large;', 'did you mean less?', 'it is too large;'],
])('a message leads on to its suggestion: %s %s', (message, suggestion, expected) =>
  expect(beforeSuggestion(message, suggestion)).toBe(expected),
);
