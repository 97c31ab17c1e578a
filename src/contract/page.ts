/**
 * What a note's own page and the app agree on. The page is complete without the app; the app moves the page's
 * `<main>` into its reader. Ids of the app carry `hm-`; a note's own ids stay as its author's links need them.
 */

/** The page's `<main>`: article, then what links here. */
export const MAIN_ID = 'hm-main';

/** Wraps all that stands in the page before the app takes over; the app removes it. */
export const STATIC_ID = 'hm-static';

/** Slug of the author's own first page, the `_index.md` or `index.md` of the content folder. */
export const HOME_SLUG = 'index';

/** Address of a note's page, from the site's root. */
export function notePage(slug: string): string {
  // Most need no escapes, and a large site names a hundred thousand.
  const path = /^[\w./-]*$/.test(slug) ? slug : slug.split('/').map(encodeURIComponent).join('/');
  return `notes/${path}/`;
}
