/** The harness with nobody who draws. */
import { runPage } from './page.mjs';

export const bench = runPage(() => ({ move() {}, look() {}, pan() {} }));
