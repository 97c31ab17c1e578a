/** Tags and attachments as nodes: each stands amid its notes, which stay where they are. Loaded when they are asked for. */
import type { AttachmentsFile } from '../../../contract/attachments.ts';
import { adjacency, type Garden } from '../../../contract/map.ts';
import { thousands } from '../../../contract/thousands.ts';
import { DISC_GAP } from '../../../layout/map-forces.ts';
import { nodeRadius } from '../../../layout/radius.ts';
import { separate } from '../../../layout/separate.ts';
import type { Extras, MapGarden } from './map-garden.ts';
import { degree } from './neighbourhood.ts';
import { ATTACHMENT_HUE, TAG_HUE } from './region-hues.ts';

/** Layout units from a note to what it alone has. */
const ASIDE = 18;
/** Layout units from the middle of several notes, so that none is held between discs that stand in a row. */
const ASTRAY = 2;
/** Radians from one of these to the next, so that those of one note stand around it: the golden angle. */
const TURN = Math.PI * (3 - Math.sqrt(5));

interface Extra {
  readonly kind: 'tag' | 'attachment';
  readonly title: string;
  readonly address: string;
  readonly notes: readonly number[];
}

/**
 * @param tags whether they are wanted
 * @param attachments null where they aren't wanted, or not known
 * @returns the garden itself where nothing is added
 */
export function withExtras(garden: Garden, tags: boolean, attachments: AttachmentsFile | null): MapGarden {
  const added = [...(tags ? tagsOf(garden) : []), ...(attachments === null ? [] : filesOf(attachments))];
  if (added.length === 0) return garden;
  const { nodeCount: base } = garden;
  const nodeCount = base + added.length;
  const links = linksWith(garden, added);
  const { offsets, neighbours, inDegree, outDegree } = adjacency(nodeCount, links.from, links.to);
  // Discs of notes stay as large as they were, and none becomes larger than the largest of them.
  inDegree.set(garden.inDegree);
  outDegree.set(garden.outDegree);
  let most = 1;
  for (let node = 0; node < base; node++) most = Math.max(most, degree(garden, node));
  for (let node = base; node < nodeCount; node++) inDegree[node] = Math.min(most, inDegree[node]!);
  const region = new Int16Array(nodeCount).fill(-1);
  region.set(garden.region);
  return {
    ...garden,
    nodeCount,
    titles: [...garden.titles, ...added.map(({ title }) => title)],
    ...placed(garden, added, inDegree),
    region,
    ...links,
    offsets,
    neighbours,
    inDegree,
    outDegree,
    extras: extrasOf(garden, added),
  };
}

/**
 * The mask with all tags and attachments of the notes that `mask` marks: a bit for each node of the garden.
 * @param leading the notes that bring theirs, where those aren't all that are marked
 */
export function widen(garden: MapGarden, mask: Uint8Array, leading: Uint8Array | null): Uint8Array {
  const { extras, from, to, nodeCount } = garden;
  if (extras === undefined || mask.length === nodeCount) return mask;
  const wide = new Uint8Array(nodeCount);
  wide.set(mask);
  for (let link = 0; link < from.length; link++) {
    const note = from[link]!;
    if (to[link]! >= mask.length && mask[note] === 1 && leading?.[note] !== 0) wide[to[link]!] = 1;
  }
  return wide;
}

function tagsOf({ tags, noteTags }: Garden): Extra[] {
  const notes = tags.map((): number[] => []);
  noteTags.forEach((own, note) => own.forEach((tag) => notes[tag]!.push(note)));
  return tags.map((tag, index) => ({
    kind: 'tag',
    title: `#${tag}`,
    address: `?q=${encodeURIComponent(tag)}`,
    notes: notes[index]!,
  }));
}

function filesOf({ files, users }: AttachmentsFile): Extra[] {
  return files.map((path, index) => ({
    kind: 'attachment',
    title: path.slice(path.lastIndexOf('/') + 1),
    address: path.split('/').map(encodeURIComponent).join('/'),
    notes: users[index]!,
  }));
}

function extrasOf(base: Garden, added: readonly Extra[]): Extras {
  const of = (node: number): Extra | undefined => added[node - base.nodeCount];
  return {
    base,
    hues(own) {
      const hues = new Int8Array(base.nodeCount + added.length);
      hues.set(own);
      added.forEach(({ kind }, index) => {
        hues[base.nodeCount + index] = kind === 'tag' ? TAG_HUE : ATTACHMENT_HUE;
      });
      return hues;
    },
    kindOf: (node) => of(node)?.kind ?? null,
    describe(node) {
      const extra = of(node);
      if (extra === undefined) return null;
      const { title, kind, notes } = extra;
      const count = `${thousands(notes.length)} ${notes.length === 1 ? 'note' : 'notes'}`;
      return `${title}, ${kind === 'tag' ? 'a tag' : 'an attachment'} of ${count}`;
    },
    addressOf: (node) => of(node)?.address ?? null,
  };
}

/** In the middle of their notes, those without a link aside where there are others; of one note, beside it. */
function placed(
  garden: Garden,
  added: readonly Extra[],
  inDegree: Uint32Array,
): { x: Float32Array; y: Float32Array } {
  const { nodeCount: base } = garden;
  const nodeCount = base + added.length;
  const x = new Float64Array(nodeCount);
  const y = new Float64Array(nodeCount);
  x.set(garden.x);
  y.set(garden.y);
  const radius = Float64Array.from({ length: nodeCount }, (_, node) =>
    nodeRadius(node < base ? degree(garden, node) : inDegree[node]!),
  );
  added.forEach(({ notes }, index) => {
    const node = base + index;
    const linked = notes.filter((note) => degree(garden, note) > 0);
    const own = linked.length > 0 ? linked : notes;
    const angle = index * TURN;
    const aside = own.length === 1 ? radius[own[0]!]! + ASIDE : ASTRAY;
    x[node] = mean(own, garden.x) + aside * Math.cos(angle);
    y[node] = mean(own, garden.y) + aside * Math.sin(angle);
  });
  const held = Uint8Array.from({ length: nodeCount }, (_, node) => (node < base ? 1 : 0));
  const apart = separate({ x, y }, radius, DISC_GAP, held);
  return { x: Float32Array.from(apart.x), y: Float32Array.from(apart.y) };
}

function mean(nodes: readonly number[], axis: Float32Array): number {
  return nodes.reduce((sum, node) => sum + axis[node]!, 0) / Math.max(1, nodes.length);
}

/** Ascending by their ends, as those of the garden are. */
function linksWith(
  { nodeCount, from, to }: Garden,
  added: readonly Extra[],
): { from: Uint32Array; to: Uint32Array } {
  const byNote = new Map<number, number[]>();
  let count = from.length;
  added.forEach(({ notes }, index) => {
    for (const note of notes) {
      const own = byNote.get(note);
      if (own === undefined) byNote.set(note, [nodeCount + index]);
      else own.push(nodeCount + index);
      count += 1;
    }
  });
  const all = { from: new Uint32Array(count), to: new Uint32Array(count) };
  let [link, end] = [0, 0];
  const push = (one: number, other: number): void => {
    all.from[end] = one;
    all.to[end++] = other;
  };
  for (let node = 0; node < nodeCount; node++) {
    for (; link < from.length && from[link] === node; link++) push(node, to[link]!);
    for (const other of byNote.get(node) ?? []) push(node, other);
  }
  return all;
}
