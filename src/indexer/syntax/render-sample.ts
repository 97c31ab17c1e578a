/** Renders a text for tests of one rule: before the sanitiser, as markdown-it writes it. */
import { Positions } from '../common/positions.ts';
import { createEnv } from './env.ts';
import { createMarkdown, type SyntaxSettings } from './index.ts';

const HUGO: SyntaxSettings = { wikilinks: false, dollarMath: false, typographer: true };
const hugo = createMarkdown(HUGO);

/** A note of a Hugo blog; a formula is `⟨m0⟩`. */
export function renderHugo(text: string): string {
  const env = createEnv({ prefix: 'HOLE', positions: new Positions(text) });
  return hugo
    .render(text, env)
    .replace(/HOLE([a-z]\d+)x/g, '⟨$1⟩')
    .trim();
}

/** Without the paragraph around it. */
export function renderHugoLine(text: string): string {
  return renderHugo(text).replace(/^<p>(.*)<\/p>$/s, '$1');
}
