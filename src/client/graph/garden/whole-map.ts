import { thousands } from '../../../contract/thousands.ts';
import type { MapGarden } from './map-garden.ts';

/** All that there is on the map, in words. */
export function wholeMap(garden: MapGarden): string {
  const { noteCount, from } = garden.extras?.base ?? garden;
  return `${thousands(noteCount)} notes · ${thousands(from.length)} links`;
}
