/** Red, green and blue from 0 to 1. */
export type Rgb = readonly [number, number, number];

/**
 * Reads any colour that CSS knows. What it doesn't know is black. It is a canvas that knows, but nothing is drawn on it and looked
 * at: browsers that guard their reader from being told from others make up the pixels that a page gets to see.
 */
export function colourReader(): (colour: string) => Rgb {
  const context = document.createElement('canvas').getContext('2d');
  return (colour) => {
    if (context === null) return [0, 0, 0];
    context.fillStyle = '#0000';
    // Written as rgba(…) up to 255, or as color(…) up to 1; opaque, it could be #rrggbb too.
    context.fillStyle = `rgb(from ${colour} r g b/.9)`;
    const { fillStyle } = context;
    const most = fillStyle.startsWith('c') ? 1 : 255;
    const [red, green, blue] = fillStyle.match(/[\d.e-]+/g)!;
    return [+red! / most, +green! / most, +blue! / most];
  };
}
