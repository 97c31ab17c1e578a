/** Cosine and sine of the golden angle, π (3 - √5); written out because machines may compute them differently. */
const COS = -0.7373688780783197;
const SIN = 0.6754902942615238;

/** Points on a sunflower's spiral, evenly dense, `spacing` apart: where a piece starts when nothing is known. */
export function sunflower(count: number, spacing: number): { x: Float64Array; y: Float64Array } {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  let dx = 1;
  let dy = 0;
  for (let i = 0; i < count; i++) {
    const radius = spacing * Math.sqrt(0.5 + i);
    x[i] = radius * dx;
    y[i] = radius * dy;
    const turned = dx * COS - dy * SIN;
    dy = dx * SIN + dy * COS;
    dx = turned;
    // Keeps the direction's length at 1 in spite of rounding.
    const length = Math.sqrt(dx * dx + dy * dy);
    dx /= length;
    dy /= length;
  }
  return { x, y };
}
