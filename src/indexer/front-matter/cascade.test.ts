import { describe, expect, test } from 'vitest';
import { readCascades } from './cascade.ts';
import type { FieldProblem } from './front-matter-fields.ts';

function problemsOf(value: unknown): string[] {
  const problems: FieldProblem[] = [];
  readCascades(value, (problem) => problems.push(problem));
  return problems.map(({ field, severity, message }) => `${field} ${severity} ${message}`);
}

describe('readCascades', () => {
  test('keeps what is handed on, and to whom', () => {
    const read = readCascades(
      [
        { Draft: 'yes', tags: [], colour: 'red', _target: { Path: '/A/**', kind: 'Page', other: 1 } },
        { x: 1 },
      ],
      (problem) => expect.fail(problem.message),
    );
    expect(read).toEqual([
      { target: { path: '/a/**', kind: 'page' }, fields: { draft: true, given: ['tags', 'draft'] } },
    ]);
  });

  test.each([
    ['x', 'cascade warning "cascade" is neither a table nor a list of tables'],
    [['x'], 'cascade warning "cascade" holds something that is no table'],
    [{ date: 'soon' }, 'cascade warning in "cascade", "date" is "soon", which is no date here'],
    [{ draft: 'maybe' }, 'cascade error in "cascade", "draft" is "maybe", which is neither true nor false'],
    [[{ draft: true, _target: 'x' }], 'cascade error the target in "cascade" is no table'],
    [[{ draft: true, target: { kind: 'x' } }], 'cascade error the target in "cascade" has "x" for its kind'],
    [[{ draft: true, target: { path: '[' } }], 'cascade error the target in "cascade" has "[" for its path'],
  ])('says what it can’t take of %j', (value, problem) => expect(problemsOf(value)).toEqual([problem]));

  test.each([undefined, null, [], {}, { draft: true, _target: null }])(
    'has nothing to say about %j',
    (value) => expect(problemsOf(value)).toEqual([]),
  );
});
