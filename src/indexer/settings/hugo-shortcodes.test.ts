import { describe, expect, test } from 'vitest';
import { sampleFolder } from '../sample-folder.ts';
import { enclosedIn, readOwnShortcodes } from './hugo-shortcodes.ts';

test.each([
  ['<b>{{ .Get 0 }}</b>', null],
  ['{{/* shows .Inner */}}<hr>', null],
  ['<div class="note">{{ .Inner }}</div>', 'text'],
  ['<div>{{ .Inner | markdownify }}</div><pre>{{ .Inner }}</pre>', 'text'],
  ['<div>{{ .Page.RenderString .Inner }}</div>', 'text'],
  ['<div class="highlight">{{ .Inner }}</div>', 'text'],
  ['<pre>{{ .Get 0 }}</pre><p>{{ .Inner }}</p>', 'text'],
  ['{{ highlight (trim .Inner "\\n") (.Get "lang") "" }}', 'code'],
  ['{{ $inner := .Inner }}\n{{- transform.Highlight $inner "go" -}}', 'code'],
  ['<pre class="x"><code>{{- .Inner | string -}}</code></pre>', 'code'],
  ['<div class="mermaid">{{ safeHTML .Inner }}</div>', 'code'],
  ['<PRE class=mermaid>{{ .InnerDeindent }}</PRE>', 'code'],
])('of a template %j, what it encloses is %j', (template, expected) =>
  expect(enclosedIn(template)).toBe(expected),
);

describe('the shortcodes of a site', () => {
  test('are its own before those of its modules and themes', () => {
    const root = sampleFolder({
      'layouts/shortcodes/box.html': '{{ .Inner }}',
      'layouts/shortcodes/in/box.html': '<pre>{{ .Inner }}</pre>',
      'layouts/shortcodes/line.html': '<hr>',
      'layouts/shortcodes/notes.md': '<pre>{{ .Inner }}</pre>',
      'themes/t/layouts/shortcodes/box.html': '<pre>{{ .Inner }}</pre>',
      'themes/t/layouts/shortcodes/shell.html': '<pre>{{ .Inner }}</pre>',
      '_vendor/example.org/a/theme/layouts/shortcodes/shell.html': '{{ .Inner }}',
      '_vendor/example.org/a/theme/layouts/shortcodes/diagram.html':
        '<pre class="mermaid">{{ .Inner }}</pre>',
    });
    expect(readOwnShortcodes(root)).toEqual([
      ['box', 'text'],
      ['diagram', 'code'],
      ['in/box', 'code'],
      ['shell', 'text'],
    ]);
  });

  test('are none where there are no templates', () => expect(readOwnShortcodes(sampleFolder())).toEqual([]));
});
