/** What the page and the search worker say to each other. */
import type { Answer, Asked, Having, IndexSource, Wanted } from '../../search/engine.ts';

export type Request =
  | { readonly kind: 'open'; readonly source: IndexSource; readonly file: ArrayBuffer }
  | { readonly kind: 'ask'; readonly number: number; readonly asked: Asked }
  | { readonly kind: 'find'; readonly number: number; readonly wanted: Wanted };

export type Reply =
  | { readonly kind: 'open'; readonly texts: string }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'answer'; readonly number: number; readonly answer: Answer }
  | { readonly kind: 'found'; readonly number: number; readonly having: Having };
