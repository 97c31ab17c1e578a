/** Code blocks leave a hole: their HTML is made after the sanitiser, which would take its markup apart. */
import type { MarkdownIt } from 'markdown-it';
import { withoutHoles } from '../common/holes.ts';
import { lineOptions } from './code-lines.ts';
import { noteEnv } from './env.ts';
import type { SyntaxSettings } from './index.ts';

export function code(md: MarkdownIt, { lineNumbers = false }: SyntaxSettings): void {
  const leaveHole = (env: unknown, content: string, language: string): string => {
    const { prefix, codes } = noteEnv(env);
    return `${prefix}c${codes.push({ code: content, language }) - 1}x\n`;
  };
  md.renderer.rules['fence'] = (tokens, index, _options, env) => {
    const { content, info } = tokens[index]!;
    const plain = md.utils.unescapeAll(withoutHoles(info, noteEnv(env).prefix)).trim();
    // Options alone name no language.
    const name = /^\{?\.?([^\s{}]*)/.exec(plain)?.[1] ?? '';
    const language = name.includes('=') ? '' : name;
    return leaveHole(env, content, language + lineOptions(plain, lineNumbers && language !== ''));
  };
  md.renderer.rules['code_block'] = (tokens, index, _options, env) =>
    leaveHole(env, tokens[index]!.content, '');
}
