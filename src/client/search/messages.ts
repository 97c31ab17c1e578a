/** What the page and the search worker say to each other. */
import type { Answer } from './engine.ts';

export type Request =
  | { readonly kind: 'open'; readonly url: string }
  | { readonly kind: 'ask'; readonly number: number; readonly query: string };

export type Reply =
  | { readonly kind: 'open'; readonly texts: string }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'answer'; readonly number: number; readonly answer: Answer };
