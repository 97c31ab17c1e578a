import type { LayoutOrder } from './layout-worker.ts';

export interface LayoutWorker extends Omit<Worker, 'postMessage'> {
  postMessage(order: LayoutOrder): void;
}

/** Null where the browser starts none: the map then does without. */
export function startLayoutWorker(): LayoutWorker | null {
  try {
    return new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}
