import { expect, test } from 'vitest';
import { readColumns } from '../contract/map.ts';
import { evaluate } from './evaluate.ts';
import { parse } from './parse.ts';

const TITLES = ['사관학교', 'कल', 'कुल', 'パパ', 'ばば', 'ปี', 'Мои', 'Мой', 'Việt Nam', 'Ёлка', 'किताब'];
const FORMS = ['NFC', 'NFD'] as const;

function found(query: string, form: (typeof FORMS)[number]): string[] {
  const count = TITLES.length;
  const garden = readColumns({
    titles: TITLES.map((title) => title.normalize(form)),
    slugs: TITLES.map((_, id) => `n${id}`),
    unit: 1,
    x: TITLES.map(() => 0),
    y: TITLES.map(() => 0),
    region: TITLES.map(() => -1),
    regions: [],
    from: [0],
    to: [count - 1],
    tags: [...TITLES],
    noteTags: TITLES.map((_, id) => [id]),
    aliases: [],
    aliasOf: [],
  });
  const { mask } = evaluate(parse(query).query, garden);
  return TITLES.filter((_, id) => mask?.[id] === 1);
}

test.each([
  ['title:"사과"', []],
  ['title:사관', ['사관학교']],
  ['title:"कुल"', ['कुल']],
  ['title:कल', ['कल']],
  ['title:"ハハ"', []],
  ['title:"はは"', []],
  ['title:"ばば"', ['ばば']],
  ['title:"ปู"', []],
  ['title:мой', ['Мой']],
  ['title:елка', ['Ёлка']],
  ['title:"viet nam"', ['Việt Nam']],
  ['title:किता', ['किताब']],
  ['title:"त"', []],
  ['tag:कुल', ['कुल']],
  ['title:/^мо[ий]$/', ['Мои', 'Мой']],
  ['title:/^мо.$/', ['Мои', 'Мой']],
  ['title:/^ﾊﾟ/', ['パパ']],
  ['title:/^가/', []],
])('%s finds %j, however query and titles are composed', (query, titles) => {
  for (const form of FORMS) {
    for (const typed of FORMS) expect(found(query.normalize(typed), form)).toEqual(titles);
  }
});
