/** What is on the map, as files for other programs. Everything that comes from notes is escaped for the format. */
import { notePage } from '../../../contract/page.ts';
import type { MapGarden } from '../garden/map-garden.ts';
import { isGhost } from '../garden/neighbourhood.ts';
import type { Places } from '../place/dragging.ts';

/** The nodes to take: all of them where null. */
export type Shown = Uint8Array | null;

interface Part {
  readonly nodes: readonly number[];
  /** Indices into `from` and `to`, of links with both ends among the nodes. */
  readonly links: readonly number[];
}

export function visiblePart(garden: MapGarden, shown: Shown): Part {
  const isIn = (node: number): boolean => shown === null || shown[node] === 1;
  return {
    nodes: [...garden.titles.keys()].filter(isIn),
    links: [...garden.from.keys()].filter((link) => isIn(garden.from[link]!) && isIn(garden.to[link]!)),
  };
}

/** The page of a note, the file of an attachment, the search for a tag; ghosts have none. */
function addressOf(garden: MapGarden, node: number, root: URL): string | null {
  if (isGhost(garden, node)) return null;
  return new URL(garden.extras?.addressOf(node) ?? notePage(garden.slugs[node]!), root).href;
}

function kindOf(garden: MapGarden, node: number): 'note' | 'ghost' | 'tag' | 'attachment' {
  return garden.extras?.kindOf(node) ?? (isGhost(garden, node) ? 'ghost' : 'note');
}

/** `{ nodes, links }`; links name their ends by the nodes' ids. Positions in layout units, x to the right, y down. */
export function toJson(garden: MapGarden, shown: Shown, root: URL, places: Places = garden): string {
  const { nodes, links } = visiblePart(garden, shown);
  const file = {
    nodes: nodes.map((node) => ({
      id: node,
      title: garden.titles[node],
      kind: kindOf(garden, node),
      url: addressOf(garden, node, root),
      tags: (garden.noteTags[node] ?? []).map((tag) => garden.tags[tag]),
      region: garden.regions[garden.region[node]!]?.name ?? null,
      x: round(places.x[node]!),
      y: round(places.y[node]!),
    })),
    links: links.map((link) => ({ from: garden.from[link], to: garden.to[link] })),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** GraphML (http://graphml.graphdrawing.org/specification.html), as Gephi, yEd, Cytoscape and networkx read it. */
export function toGraphml(garden: MapGarden, shown: Shown, root: URL, places: Places = garden): string {
  const { nodes, links } = visiblePart(garden, shown);
  const keys = ['title', 'url', 'kind', 'tags', 'region'].map(
    (name) =>
      `<key id="${name}" for="node" attr.name="${name === 'title' ? 'label' : name}" attr.type="string"/>`,
  );
  const axes = ['x', 'y'].map(
    (name) => `<key id="${name}" for="node" attr.name="${name}" attr.type="double"/>`,
  );
  const data = (key: string, value: string | number | null | undefined): string =>
    value === null || value === undefined || value === ''
      ? ''
      : `<data key="${key}">${escapeXml(String(value))}</data>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    ...axes,
    '<graph edgedefault="directed">',
    ...nodes.map((node) => {
      const tags = (garden.noteTags[node] ?? []).map((tag) => garden.tags[tag]).join(', ');
      return [
        `<node id="n${node}">`,
        data('title', garden.titles[node]),
        data('url', addressOf(garden, node, root)),
        data('kind', kindOf(garden, node)),
        data('tags', tags),
        data('region', garden.regions[garden.region[node]!]?.name),
        data('x', round(places.x[node]!)),
        data('y', round(places.y[node]!)),
        '</node>',
      ].join('');
    }),
    ...links.map((link) => `<edge source="n${garden.from[link]}" target="n${garden.to[link]}"/>`),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');
}

export function escapeXml(text: string): string {
  return (
    text
      .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
      // XML 1.0 can't hold these, however they are written.
      .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
