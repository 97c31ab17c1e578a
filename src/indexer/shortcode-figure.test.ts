import { expect, test } from 'vitest';
import { sampleHugo } from './sample-parse.ts';

test.each([
  ['A *b* [c](https://d.org) `e` <b>x</b>', 'A b c e x'],
  ['1 < 2 & \\"q\\"', '1 &lt; 2 &amp; “q”'],
  ['\\\\\\\\(x^2\\\\\\\\)', 'x²'],
])('a figure without an alt is told by the plain text of its caption: %s', (caption, alt) =>
  expect(sampleHugo(`{{< figure src="a.png" caption="${caption}" >}}`).html).toContain(` alt="${alt}" `),
);

test('its own alt has the first word', () =>
  expect(sampleHugo('{{< figure src="a.png" alt="*own*" caption="other" >}}').html).toContain(
    ' alt="*own*" ',
  ));

test('no caption breaks out of it', () =>
  expect(sampleHugo('{{< figure src="a.png" caption="\\"><script>x</script>" >}}').html).not.toMatch(
    /alt="[^"]*[<>]|<script/,
  ));
