import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const FOLDER = 'src/layout';

/** Exact on every machine by IEEE 754, or working on whole numbers. */
const EXACT = new Set(['abs', 'ceil', 'clz32', 'floor', 'imul', 'max', 'min', 'sqrt']);

it('positions are computed by + − × ÷ √ alone, so that every machine finds the same', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const source = readFileSync(`${FOLDER}/${file}`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    const used = [...source.matchAll(/Math\.(\w+)/g)].map(([, name]) => name!);
    expect({ file, inexact: used.filter((name) => !EXACT.has(name)) }).toEqual({ file, inexact: [] });
    expect({ file, power: /\*\*/.test(source) }).toEqual({ file, power: false });
    expect({ file, clock: /\b(?:Date|performance)\b|localeCompare|Intl/.test(source) }).toEqual({
      file,
      clock: false,
    });
  }
});
