import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AttachmentsFile } from '../../../contract/attachments.ts';
import type { Garden } from '../../../contract/map.ts';
import { makeScene } from '../draw/scene.ts';
import { widen, withExtras } from './extras.ts';
import { describeNode, isGhost, neighboursByDegree } from './neighbourhood.ts';
import { ATTACHMENT_HUE, NEUTRAL, TAG_HUE } from './region-hues.ts';
import { sampleGarden } from './sample-garden.ts';

const garden: Garden = {
  ...sampleGarden(
    ['One', 'Two', 'Three', 'Four', 'ghost'],
    [
      [0, 1],
      [1, 2],
      [2, 4],
    ],
    1,
  ),
  tags: ['physics', 'a b'],
  noteTags: [[0], [0, 1], [], []],
};
const attachments: AttachmentsFile = {
  version: 1,
  notes: 4,
  files: ['files/notes/some picture#1.png'],
  users: [[0, 2]],
};
/** Behind four notes and a ghost. */
const [PHYSICS, A_B, PICTURE] = [5, 6, 7];

describe('tags and attachments as nodes', () => {
  const wide = withExtras(garden, true, attachments);

  test('are linked to their notes, and change nothing about notes and ghosts', () => {
    expect(wide.titles.slice(PHYSICS)).toEqual(['#physics', '#a b', 'some picture#1.png']);
    expect(neighboursByDegree(wide, PHYSICS).sort()).toEqual([0, 1]);
    expect(neighboursByDegree(wide, PICTURE).sort()).toEqual([0, 2]);
    for (const key of ['titles', 'x', 'y', 'region', 'inDegree', 'outDegree'] as const) {
      expect([...wide[key].slice(0, garden.nodeCount)], key).toEqual([...garden[key]]);
    }
    const ends = Array.from(wide.from, (from, link) => [from, wide.to[link]!] as const);
    expect(ends.filter(([, to]) => to < PHYSICS)).toEqual(
      Array.from(garden.from, (from, link) => [from, garden.to[link]]),
    );
    expect(ends).toEqual([...ends].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
    expect([3, 4, 5, 6, 7].map((node) => isGhost(wide, node))).toEqual([false, true, false, false, false]);
    expect(withExtras(garden, false, null)).toBe(garden);
  });

  test('say what they are, and where they lead', () => {
    expect(describeNode(wide, PHYSICS)).toBe('#physics, a tag of 2 notes');
    expect(describeNode(wide, A_B)).toBe('#a b, a tag of 1 note');
    expect(describeNode(wide, PICTURE)).toBe('some picture#1.png, an attachment of 2 notes');
    expect(describeNode(wide, 4)).toBe('ghost, not written yet, 1 note wants it');
    const address = wide.extras!.addressOf;
    expect(address(A_B)).toBe('?q=a%20b');
    expect(address(PICTURE)).toBe('files/notes/some%20picture%231.png');
    expect(address(0)).toBeNull();
  });

  test('have colours of their own, however notes are coloured', () => {
    for (const by of ['region', 'links'] as const) {
      const { hue } = makeScene(
        wide,
        by,
        by === 'region' ? null : { hue: new Int8Array(5).fill(3), legend: [] },
      );
      expect([...hue]).toEqual([
        ...Array(5).fill(by === 'region' ? NEUTRAL : 3),
        TAG_HUE,
        TAG_HUE,
        ATTACHMENT_HUE,
      ]);
    }
  });

  test('are on the map with their notes', () => {
    const only = (node: number): Uint8Array =>
      Uint8Array.from(garden.titles, (_, other) => (other === node ? 1 : 0));
    expect([...widen(wide, only(1), null)]).toEqual([0, 1, 0, 0, 0, 1, 1, 0]);
    expect([...widen(wide, only(3), null)]).toEqual([0, 0, 0, 1, 0, 0, 0, 0]);
    // Around note 0, note 1 is the last one: what only it has would be a step farther.
    const mask = Uint8Array.of(1, 1, 0, 0, 0);
    expect([...widen(wide, mask, only(0))]).toEqual([1, 1, 0, 0, 0, 1, 0, 1]);
  });

  test('cover no note and each other not, wherever their notes are', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(39), { maxLength: 6 }), { maxLength: 25 }), (users) => {
        const titles = Array.from({ length: 40 }, (_, id) => String(id));
        const plain = sampleGarden(
          titles,
          Array.from({ length: 30 }, (_, id) => [id, id + 1] as const),
        );
        const files = users.map((_, index) => `files/${index}.png`);
        const made = withExtras(plain, false, {
          version: 1,
          notes: 40,
          files,
          users: users.map((own) => [...new Set(own)]),
        });
        const { radius } = makeScene(made);
        for (let a = 40; a < made.nodeCount; a++) {
          for (let b = 0; b < a; b++) {
            const apart = Math.hypot(made.x[a]! - made.x[b]!, made.y[a]! - made.y[b]!);
            expect(apart).toBeGreaterThan(radius[a]! + radius[b]! - 0.1);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
