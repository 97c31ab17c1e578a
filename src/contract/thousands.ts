/** A whole number as English writes it: `12,345`. The browser's own way first loads its data for languages, which takes as long as a map. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
