/** What the reader's hand and keys do on the map. Loaded once the map is drawn: its first picture does without. */
import { Hand } from './hand/hand.svelte.ts';
import { mapChip } from './map-chip.ts';
import { MapKeys } from './map-keys.svelte.ts';
import type { MapProps, Placed } from './map-props.ts';
import type { MapView } from './map-view.ts';

export interface MapTools {
  readonly hand: Hand;
  readonly keys: MapKeys;
  /** What the map shows, in words. */
  readonly chip: typeof mapChip;
  /** Whether there is something to show of them. */
  readonly isBusy: boolean;
}

/** The map on which they work, as it is at each moment. */
export interface MapHost {
  readonly props: MapProps;
  readonly view: () => MapView | null;
  readonly placed: () => Placed | null;
  /** The hand takes over: nothing else may move nodes. */
  readonly onGrab: () => void;
  readonly onOpen: (node: number) => void;
}

export function mapTools({ props, view, placed, onGrab, onOpen }: MapHost): MapTools {
  const local = (): boolean => placed()?.local === true;
  const shared = { garden: () => props.garden, selected: () => props.selected };
  const hand = new Hand({
    ...shared,
    local,
    standing: () => placed()?.shown ?? null,
    places: () => view()?.placement ?? props.garden,
    pins: () => props.pins,
    onPins: (pins) => props.onpins(pins),
    onPlaces: (places) => view()?.setPlaces(places),
    onGrab,
    onRest: () => view()?.settlePlaces(),
  });
  return {
    hand,
    keys: new MapKeys({
      ...shared,
      hand,
      view,
      shown: () => props.shown,
      asked: () => props.asked,
      picks: () => props.picks,
      canPick: () => !props.shy,
      withWork: (act) => props.withWork(act),
      onhover: (node) => props.onhover(node),
      onopen: onOpen,
      onask: () => props.onask,
    }),
    chip: mapChip,
    get isBusy() {
      return (hand.moved.length > 0 && !local()) || (props.work?.moving ?? null) !== null;
    },
  };
}
