/** The map of `<hearth-map mode="inline">`, which stands in the page itself: loaded by `embed.js` where it is asked for. */
export { openInline } from './client/embed/inline.ts';
