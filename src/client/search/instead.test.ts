import { describe, expect, it } from 'vitest';
import { insteadOf } from './instead.ts';

const tags = ['index', 'Physics', 'writing/poems'];
const queries = (text: string): string[] => insteadOf(text, { tags }).map(({ query }) => query);

describe('insteadOf', () => {
  it('takes away what narrows the words', () => {
    expect(queries('title:gausian')).toEqual(['gausian']);
    expect(queries('"gausian distribution" -draft')).toEqual(['gausian distribution']);
    expect(queries('section:proof has:math (a OR b)')).toEqual(['proof a b']);
  });

  it('names a tag that is like the one that no note has', () => {
    expect(queries('tag:indx')).toEqual(['tag:index']);
    expect(queries('wave #phisics')).toEqual(['wave #Physics', 'wave']);
    expect(queries('phisicss #phisics "x phisics"')[0]).toBe('phisicss #Physics "x phisics"');
    expect(queries('title:phisics tag:#phisics')[0]).toBe('title:phisics tag:#Physics');
    expect(queries('tag:"phisics" indx')[0]).toBe('tag:"Physics" indx');
    expect(queries('tag:index')).toEqual([]);
    expect(queries('tag:zebra')).toEqual([]);
  });

  it('has nothing for words that are only words', () => {
    expect(queries('gausian')).toEqual([]);
    expect(queries('')).toEqual([]);
    expect(queries('is:orphan')).toEqual([]);
  });
});
