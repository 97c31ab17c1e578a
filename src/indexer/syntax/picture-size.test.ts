import { describe, expect, test } from 'vitest';
import { sampleHugo, sampleVault } from '../parse/sample-parse.ts';

const picture = (alt: string, size: string): string =>
  `<p><img src="[a0]" alt="${alt}"${size} loading="lazy"></p>`;

describe('sizes of pictures', () => {
  test.each([
    ['![a lamp|300](p.png)', picture('a lamp', ' width="300"')],
    ['![a|300x200](p.png)', picture('a', ' width="300" height="200"')],
    ['![300](p.png)', picture('', ' width="300"')],
    ['![page 3](p.png)', picture('page 3', '')],
    ['![a|b](p.png)', picture('a|b', '')],
    ['![*a* 300](p.png)', picture('a 300', '')],
    ['![*a*|300](p.png)', picture('a', ' width="300"')],
    ['![a|99999](p.png)', picture('a|99999', '')],
  ])('%s becomes %s', (text, html) => expect(sampleVault(text).html).toBe(html));

  test('are text in a blog', () => expect(sampleHugo('![a|300](p.png)').html).toBe(picture('a|300', '')));
});
