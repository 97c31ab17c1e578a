/** Red, green and blue from 0 to 1. */
export type Rgb = readonly [number, number, number];

/** Reads any colour that CSS knows, by drawing it. What it doesn't know is black. */
export function colourReader(): (colour: string) => Rgb {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (colour) => {
    if (context === null) return [0, 0, 0];
    context.fillStyle = '#000';
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red / 255, green / 255, blue / 255];
  };
}
