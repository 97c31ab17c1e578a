import type { MapGarden } from './map-garden.ts';
import { thousands } from '../../contract/thousands.ts';

/** All that there is on the map, in words. */
export function wholeMap(garden: MapGarden): string {
  const { noteCount, from } = garden.extras?.base ?? garden;
  return `${thousands(noteCount)} notes · ${thousands(from.length)} links`;
}
