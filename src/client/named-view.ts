/** Views of the map that the site's author named: which one an address means, and when a change leaves it. */
import { NO_VIEW, type NamedView } from '../contract/site.ts';
import { mapPart, type Address } from './address.ts';
import { writeChoice } from './map-choice.ts';

/** The address with all that its view chooses. One that chooses nothing means the first view, if there is one. */
export function withView(address: Address, views: readonly NamedView[]): Address {
  const view = views.find(({ id, first }) =>
    address.named === null ? first === true && choosesNothing(address) : id === address.named,
  );
  if (view === undefined) return address;
  return { ...address, named: view.id, ...mapPart(new URLSearchParams(view.address)) };
}

/** Whoever changes what a view chose is no longer in it. */
export function leaving(change: Partial<Address>, views: readonly NamedView[]): Partial<Address> {
  if ('named' in change || !('choice' in change || 'view' in change || 'depth' in change)) return change;
  return { ...change, named: noView(views) };
}

/** What an address says so that it means none of the views. */
export function noView(views: readonly NamedView[]): string | null {
  return views.some(({ first }) => first) ? NO_VIEW : null;
}

function choosesNothing({ view, choice }: Address): boolean {
  const query = new URLSearchParams();
  writeChoice(choice, query);
  return view === 'whole' && query.toString() === '';
}
