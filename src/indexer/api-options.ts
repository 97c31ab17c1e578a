/** What a program says, checked: not every program is typed, and a wrong date would let in what isn't to be published. */
import type { PublishOptions } from '../contract/api.ts';

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

const KINDS = new Map<string, readonly [takes: string, is: (value: unknown) => boolean]>(
  Object.entries({
    drafts: ['true or false', isBoolean],
    now: [
      'a Date, such as new Date("2026-12-24")',
      (value) => value instanceof Date && !Number.isNaN(value.getTime()),
    ],
    gitDates: ['true or false', isBoolean],
    cache: ['the path of a folder', isText],
    onProgress: ['a function', (value) => typeof value === 'function'],
    url: ['an address as text', isText],
    freshMap: ['true or false', isBoolean],
  } satisfies Record<keyof PublishOptions, readonly [string, (value: unknown) => boolean]>),
);

/** @throws {TypeError} in words, where an option isn't known or is of another kind than it takes */
export function checkOptions(options: PublishOptions): void {
  for (const [name, value] of Object.entries(options)) {
    const kind = KINDS.get(name);
    if (kind === undefined) {
      throw new TypeError(`There is no option "${name}". There are ${[...KINDS.keys()].join(', ')}.`);
    }
    const [takes, is] = kind;
    if (value !== undefined && !is(value)) {
      const found = value instanceof Date ? 'a date that isn’t one' : JSON.stringify(value);
      throw new TypeError(`The option "${name}" takes ${takes}, and is ${found ?? typeof value}.`);
    }
  }
}
