import type { Locator } from '@playwright/test';

/** The most frequent colour of what a canvas shows by Canvas 2D, as CSS has it, and how many colours it shows. */
export function coloursOf(canvas: Locator): Promise<{ ground: string; count: number }> {
  return canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const { data } = (element as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
    const counts = new Map<string, number>();
    for (let i = 0; i < data.length; i += 4) {
      const colour = `rgb(${data.slice(i, i + 3).join(', ')})`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    const [ground] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one));
    return { ground, count: counts.size };
  });
}
