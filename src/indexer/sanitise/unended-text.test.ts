import { expect, test } from 'vitest';
import { sanitiseHtml } from './sanitise.ts';
import { showUnended } from './unended-text.ts';

test.each([
  'script',
  'style',
  'title',
  'textarea',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'plaintext',
  'option',
  'TITLE',
])('a <%s> that never ends is shown, and hides nothing of what follows', (name) => {
  const html = `<p>as a <${name}> tag.</p>\n<h2 id="after">After</h2>`;
  expect(sanitiseHtml(html)).toBe(`<p>as a &lt;${name}&gt; tag.</p>\n<h2 id="after">After</h2>`);
});

test.each([
  '<script>a</script>b',
  '<textarea>a</TextArea >b',
  '<titles>a',
  '<style-guide>a',
  '<p title="a">b',
  '&lt;title> &lt;script>',
])('%j stays as it is', (html) => expect(showUnended(html)).toBe(html));

test('what ends is hidden, and what is opened behind the last end is shown', () => {
  expect(sanitiseHtml('a<script>b</script>c<script src="x">d')).toBe('ac&lt;script src="x"&gt;d');
  expect(sanitiseHtml('<plaintext>a</plaintext>b')).toBe('&lt;plaintext&gt;ab');
});
