/** What all that shows hits is given: from the pane to the list. */
export interface HitProps {
  readonly selected: number | null;
  readonly hover: number | null;
  /** Colour of a node's region, or -1. */
  readonly hueOf: (node: number) => number;
  readonly hrefOf: (node: number, heading: string | null) => string;
  readonly onopen: (node: number, heading: string | null) => void;
  readonly onhover: (node: number | null) => void;
}
