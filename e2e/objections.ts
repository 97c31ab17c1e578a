import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

export interface Where {
  /** A selector: only what lies within is looked at. */
  readonly within?: string;
  /** Pixels of the window; the one that it has, if none is given. */
  readonly widths?: readonly number[];
  /** Waits until the page is ready at a width. */
  readonly ready?: () => Promise<void>;
}

/** Rules that colours decide; nothing else differs in the dark. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
/** Of a frame that doesn't answer by then, nothing would be told. In milliseconds. */
const PATIENCE = 20_000;

/**
 * What axe objects to in the page as it stands, in light and dark, in the widths given, each as the rule, where and in
 * which HTML. It is left as it was found.
 */
export async function objections(page: Page, { within, widths, ready }: Where = {}): Promise<string[]> {
  const found: string[] = [];
  const before = page.viewportSize()!;
  for (const width of widths ?? [before.width]) {
    if (width !== page.viewportSize()?.width) await page.setViewportSize({ width, height: 844 });
    for (const colorScheme of ['light', 'dark'] as const) {
      // Colours that are still on their way would be measured halfway.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await ready?.();
      const violations = await violationsOf(page, within, {
        resultTypes: ['violations'],
        pingWaitTime: PATIENCE,
        ...(colorScheme === 'dark' ? { runOnly: { type: 'rule', values: COLOURS } } : {}),
      });
      const where = `${colorScheme}, ${width} pixels wide`;
      found.push(
        ...violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      );
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  if (widths !== undefined) await page.setViewportSize(before);
  return found;
}

/** Axe comes into each document once, as to read it takes as long as a look. */
async function violationsOf(
  page: Page,
  within: string | undefined,
  options: RunOptions,
): Promise<AxeResults['violations']> {
  for (const frame of page.frames())
    if (!(await frame.evaluate('"axe" in window'))) await frame.evaluate(AXE);
  return page.evaluate(
    async ([context, asked]) => {
      type Axe = { run: (context: ElementContext, options: RunOptions) => Promise<AxeResults> };
      const { axe } = window as unknown as { axe: Axe };
      return (await axe.run(context ?? document, asked)).violations;
    },
    [within, options] as const,
  );
}

/** Fails with all that axe objects to. */
export async function expectNoObjections(page: Page, where: Where = {}): Promise<void> {
  expect(await objections(page, where)).toEqual([]);
}
