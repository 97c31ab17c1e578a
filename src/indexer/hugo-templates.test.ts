import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const LAYOUTS = 'integrations/hugo/layouts';

const templates = readdirSync(LAYOUTS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .map((name) => ({ name, text: readFileSync(join(LAYOUTS, name), 'utf8') }));

/** What newer Hugo warns of, and stops at some versions later; that which is here asks for the version first. */
describe('templates for Hugo', () => {
  it.each(templates)('$name asks for nothing that Hugo is about to lose', ({ text }) => {
    const lines = text.split('\n').filter((line) => !/ge hugo\.Version/.test(line));
    expect(lines.join('\n').match(/\.Scratch|site\.Data|\.Language\.\w+|\.Sites\b/gi) ?? []).toEqual([]);
  });
});
