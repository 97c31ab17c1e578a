import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from './highlight-languages.ts';
import { ALIASES } from './highlight-names.ts';
import { highlight, MAX_CODE_LENGTH } from './highlight.ts';

describe('highlight', () => {
  test('marks the parts of a language', () => {
    expect(highlight('def f(x): return 1 < x', 'python')).toEqual({
      html:
        '<span class="hljs-keyword">def</span> <span class="hljs-title function_">f</span>(' +
        '<span class="hljs-params">x</span>): <span class="hljs-keyword">return</span> ' +
        '<span class="hljs-number">1</span> &lt; x',
      language: 'python',
      label: 'Python',
    });
  });

  test.each([
    ['c++', 'cpp', 'C++'],
    ['C++', 'cpp', 'C++'],
    ['C', 'c', 'C'],
    ['sh', 'bash', 'Bash'],
    ['shell', 'bash', 'Bash'],
    ['elisp', 'lisp', 'Emacs Lisp'],
    ['sage', 'python', 'Sage'],
    ['js', 'javascript', 'JavaScript'],
    ['html', 'xml', 'HTML'],
    ['toml', 'ini', 'TOML'],
    ['asm', 'x86asm', 'Assembly'],
    ['console', 'shell', 'Shell Session'],
    ['python {linenos=true}', 'python', 'Python'],
    [' rust,ignore', 'rust', 'Rust'],
    ['py:main.py', 'python', 'Python'],
  ])('%j is read as %s and called %s', (written, language, label) => {
    expect(highlight('x', written)).toMatchObject({ language, label });
  });

  test.each([
    ['', ''],
    ['text', ''],
    ['nil', ''],
    ['brainfudge', 'brainfudge'],
    ['Dot', 'Dot'],
    ['../../core', '../../core'],
    ['__proto__', '__proto__'],
    ['constructor', 'constructor'],
    ['x'.repeat(1_000), 'x'.repeat(1_000)],
  ])('code in %j stays plain', (written, label) => {
    expect(highlight('a < "b" & c', written)).toEqual({
      html: 'a &lt; &quot;b&quot; &amp; c',
      language: null,
      label,
    });
  });

  test.each([...LANGUAGES.keys()])('%s loads, with the languages it embeds', (name) => {
    const code = '<p>"a"</p> {{ b }} <script>c("d")</script> # 1\n\n```\n2\n```';
    const { html, language } = highlight(code, name);
    // A fence that says "shell" holds commands, seldom a session.
    expect(language).toBe(name === 'shell' ? 'bash' : name);
    expect(textOf(html)).toBe(code);
  });

  test('knows every language that has another name', () => {
    const unknown = [...new Set(ALIASES.values())].filter((id) => !LANGUAGES.has(id));
    expect(unknown).toEqual(['plaintext']);
  });

  test.each([
    ['long code', 'a b\n'.repeat(MAX_CODE_LENGTH / 4 + 1), 'python'],
    ['a long line', 'a '.repeat(300), 'python'],
    ['a long word', 'a'.repeat(200), 'c'],
    ['a long gap', `a${'\n'.repeat(300)}b`, 'nix'],
    ['much C#', 'a b\n'.repeat(1_500), 'csharp'],
  ])('%s stays plain, and keeps its name', (_, code, name) => {
    const { html, language, label } = highlight(code, name);
    expect(html).toBe(code);
    expect(language).toBeNull();
    expect(label).not.toBe('');
  });

  test('takes no longer than half a second for what is slowest to read', () => {
    for (const [line, name] of [
      ['a'.repeat(199), 'cpp'],
      ['a('.repeat(240), 'wren'],
      ['a '.repeat(30), 'csharp'],
      [' '.repeat(299), 'nix'],
    ] as const) {
      const code = `${line}\n`.repeat(MAX_CODE_LENGTH / (line.length + 1));
      const start = process.cpuUsage();
      highlight(code, name);
      // Twice and more of what it takes alone: other tests run beside this one.
      expect(process.cpuUsage(start).user).toBeLessThan(3_000_000);
    }
  });

  test('leaves every character of the code and adds nothing but marks', () => {
    const word = fc.constantFrom(
      ...[
        '<',
        '>',
        '&',
        '"',
        "'",
        '/*',
        '*/',
        '//',
        '#',
        '`',
        '${',
        '}',
        '\n',
        ' ',
        'if',
        'class',
        '</script>',
      ],
      ...[
        '<script>',
        '<img src=x onerror=alert(1)>',
        '&lt;',
        '\\',
        '1',
        'x',
        '(',
        ')',
        '\u2028',
        '😀',
        '--',
        '{{',
      ],
    );
    const name = fc.constantFrom(
      'python',
      'cpp',
      'html',
      'js',
      'bash',
      'haskell',
      'markdown',
      'php',
      'latex',
      'text',
      'x',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), name, (words, language) => {
        const code = words.join('');
        const { html } = highlight(code, language);
        expect(html.replace(/<\/?span(?: class="[\w -]+")?>/g, '')).not.toMatch(/[<>]/);
        expect(textOf(html)).toBe(code);
      }),
      { numRuns: 400 },
    );
  });
});

/** The text that a browser would show. */
function textOf(html: string): string {
  interface Node {
    readonly value?: string;
    readonly childNodes?: readonly Node[];
  }
  const text = (node: Node): string => node.value ?? (node.childNodes ?? []).map(text).join('');
  return text(parseFragment(html) as Node);
}
