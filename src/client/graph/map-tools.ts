/** What the reader's hand and keys do on the map. Loaded once the map is drawn: its first picture does without. */
import { Hand, type HandOptions } from './hand.svelte.ts';
import { mapChip } from './map-chip.ts';
import { MapKeys, type MapKeysOptions } from './map-keys.svelte.ts';

export interface MapTools {
  readonly hand: Hand;
  readonly keys: MapKeys;
  /** What the map shows, in words. */
  readonly chip: typeof mapChip;
  /** Whether there is something to show of them. */
  readonly isBusy: boolean;
}

export type MapToolOptions = Omit<HandOptions & MapKeysOptions, 'hand'>;

export function mapTools(options: MapToolOptions): MapTools {
  const hand = new Hand(options);
  return {
    hand,
    keys: new MapKeys({ ...options, hand }),
    chip: mapChip,
    get isBusy() {
      return (hand.moved.length > 0 && !options.local()) || (options.work()?.moving ?? null) !== null;
    },
  };
}
