import { describe, expect, test } from 'vitest';
import { pairShortcodes } from './shortcode-pairs.ts';
import { scanShortcodes } from './shortcode.ts';

/** Places of those that stand alone. */
function alone(text: string): number[] {
  return [...pairShortcodes(scanShortcodes(text).shortcodes).alone].map(({ start }) => start);
}

describe('pairShortcodes', () => {
  // At each of these Hugo stops the build.
  test.each([
    ['a {{< /x >}} b', [2]],
    ['a {{% /x %}} b {{< x >}}', [2]],
    ['{{< x >}} {{< /y >}} {{< /x >}}', [10]],
    ['{{< x >}}{{< /x >}} {{< /x >}} {{< /x >}}', [20, 31]],
    ['{{< x />}} {{< /x >}}', [11]],
    ['{{< x >}} {{< /X >}}', [10]],
    ['{{< highlight go >}} {{< /x >}} {{< /highlight >}}', [21]],
    ['a {{< highlight go >}} b', [2]],
    ['{{< details >}}{{< details >}}{{< /details >}}', [0]],
  ])('tells of %j what stands alone', (text, places) => expect(alone(text)).toEqual(places));

  test.each([
    '{{< x >}} a {{< /x >}}',
    '{{< x >}} a {{% /x %}}',
    '{{< x >}} {{< y >}} {{< /x >}}',
    '{{< x >}} {{< x >}} {{< /x >}} {{< /x >}}',
    '{{< x >}} a {{< x >}}',
    // The name of another one that was open once closes what has to be closed.
    '{{< x >}}{{< /x >}} {{< highlight >}} a {{< /x >}}',
    '{{< x >}}{{< /x >}} {{< details >}}{{< y >}} a {{< /x >}}',
    '{{< highlight go />}}',
    '{{</* /x */>}}',
  ])('finds %j in order', (text) => expect(alone(text)).toEqual([]));
});
