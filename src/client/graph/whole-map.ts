import type { MapGarden } from './map-garden.ts';

/** All that there is on the map, in words. */
export function wholeMap(garden: MapGarden): string {
  const { noteCount, from } = garden.extras?.base ?? garden;
  return `${told(noteCount)} notes · ${told(from.length)} links`;
}

export function told(count: number): string {
  return count.toLocaleString('en');
}
