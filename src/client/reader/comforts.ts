/**
 * What makes a text handier where the app is: code is copied by a button, formulas as their TeX, footnotes open in
 * place, and only what really scrolls takes the focus.
 */
import './comforts.css';
import { addCopyButtons } from './copy-code.ts';
import { copyTex } from './copy-tex.ts';
import { openFootnotes } from './footnote-peek.ts';
import { reachScrolling } from './reach-scrolling.ts';

/** A text that comes again keeps its buttons. Returns what undoes the listening. */
export function addComforts(root: HTMLElement): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  addCopyButtons(root, signal);
  openFootnotes(root, signal);
  root.addEventListener('copy', copyTex, { signal });
  reachScrolling(root, signal);
  return () => listening.abort();
}
