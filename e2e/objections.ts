import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

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
      const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
      // Without frames, nothing must be put together in a page of its own, which takes as long again.
      if (page.frames().length === 1) axe.setLegacyMode(true);
      if (within !== undefined) axe.include(within);
      if (colorScheme === 'dark') axe.withRules(COLOURS);
      const { violations } = await axe.analyze();
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

/** Fails with all that axe objects to. */
export async function expectNoObjections(page: Page, where: Where = {}): Promise<void> {
  expect(await objections(page, where)).toEqual([]);
}
