/** Puts formulas and blocks of code, which are bytes, into the text of a page. */
import { randomUUID } from 'node:crypto';
import { hole, replaceHoles } from '../common/holes.ts';

/** Other notes' titles stand in a page too, and could hold this note's holes. Nobody can know this word; no file has it. */
const SLOT = `HM${randomUUID().replaceAll('-', '')}m`;
const SLOTS = new RegExp(`${SLOT}(\\d+)x`);

/**
 * Marks the holes of formulas and code in a note's own HTML, before anything foreign is put around or into it.
 * @param slotOf the slot of a formula (`m`) or block of code (`c`), by its index in the note
 */
export function openSlots(
  html: string,
  prefix: string,
  slotOf: (kind: 'm' | 'c', index: number) => number,
): string {
  return replaceHoles(html, prefix, ({ kind, index }) =>
    kind === 'm' || kind === 'c' ? `${SLOT}${slotOf(kind, index)}x` : hole(prefix, kind, index),
  );
}

/** Whether a part of a page has a formula or code in it. */
export function hasSlot(html: string): boolean {
  return html.includes(SLOT);
}

/** @param inset the UTF-8 of what stands in a slot */
export function fillSlots(page: string, inset: (slot: number) => Uint8Array): (string | Uint8Array)[] {
  return page.split(SLOTS).map((part, i) => (i % 2 === 0 ? part : inset(Number(part))));
}
