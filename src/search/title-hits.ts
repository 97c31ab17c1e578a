/** What the names of notes alone can answer, before the index has come and where it can't. */
import type { Garden } from '../contract/map.ts';
import { MAX_QUERY_LENGTH } from '../contract/query-length.ts';
import { fold, tokenize } from '../contract/search.ts';
import { isFormula } from './is-formula.ts';
import { isNamed, namesAskedFor } from './name-key.ts';
import { saysMore } from './says-more.ts';
import { SMALL_WORDS } from './small-words.ts';
import type { Answer, Hit } from './engine.ts';

export type NamedGarden = Pick<Garden, 'titles' | 'noteCount' | 'aliases' | 'aliasOf'>;

/** Hits of which the best may be called just so. */
const MOST_EXACT = 50;
/** Letters that may be the initials of a title: a word of two is one too often. */
const INITIALS = /^[\p{L}\p{N}]{3,6}$/u;

interface Name {
  readonly id: number;
  readonly name: string;
}

export class TitleSearch {
  /** Titles first, then aliases. */
  readonly #names: readonly Name[];
  readonly #titles: readonly string[];
  readonly #aliases = new Map<number, string[]>();
  #words: readonly (readonly string[])[] | null = null;
  /** Notes by the initials of their names. */
  #initials: Map<string, Hit[]> | null = null;

  /** @param withGhosts whether what nobody has written is looked for too */
  constructor({ titles, noteCount, aliases, aliasOf }: NamedGarden, withGhosts = false) {
    this.#titles = titles;
    aliasOf.forEach((id, index) =>
      this.#aliases.set(id, [...(this.#aliases.get(id) ?? []), aliases[index]!]),
    );
    this.#names = [
      ...(withGhosts ? titles : titles.slice(0, noteCount)).map((name, id) => ({ id, name })),
      ...aliases.map((name, index) => ({ id: aliasOf[index]!, name })),
    ];
  }

  /** Notes of which a name has all words, the last one perhaps not typed to its end. The shortest names first. */
  answer(query: string): Answer {
    const asked = query.slice(0, MAX_QUERY_LENGTH);
    const words = tokenize(asked);
    if (words.length === 0) return { match: 'all', hits: this.#withSigns(fold(asked).trim()) };
    const goesOn = !isFormula(asked);
    const best = new Map<number, Hit & { readonly length: number }>();
    this.#nameWords().forEach((own, index) => {
      const { id } = this.#names[index]!;
      if (own.length >= (best.get(id)?.length ?? Infinity)) return;
      const terms: string[] = [];
      const has = words.every((word, place) => {
        const last = goesOn && place === words.length - 1;
        const found = own.filter((term) => (last ? term.startsWith(word) : term === word));
        terms.push(...found);
        return found.length > 0;
      });
      if (has) best.set(id, { id, terms, length: own.length });
    });
    const hits = [...best.values()].sort((a, b) => a.length - b.length || a.id - b.id);
    return { match: 'all', hits: hits.map(({ id, terms }) => ({ id, terms })) };
  }

  /** Notes of which a name has signs that are no words, such as an emoji. */
  #withSigns(signs: string): Hit[] {
    if (!/[^\p{P}\s]/u.test(signs)) return [];
    const found = this.#names.filter(({ name }) => fold(name).includes(signs));
    return [...new Set(found.map(({ id }) => id))].map((id) => ({ id, terms: [] }));
  }

  /** Notes whose title begins its words with just these letters: `mdp` is a Markov Decision Process. */
  #byInitials(letters: string): readonly Hit[] {
    if (!INITIALS.test(letters)) return [];
    if (this.#initials === null) {
      this.#initials = new Map();
      for (const [index, words] of this.#nameWords().entries()) {
        const all = words.map((word) => word[0]).join('');
        const telling = words.flatMap((word) => (SMALL_WORDS.has(word) ? [] : [word[0]])).join('');
        for (const own of new Set([all, telling])) {
          const hit = { id: this.#names[index]!.id, terms: words };
          const known = this.#initials.get(own);
          if (known === undefined) this.#initials.set(own, [hit]);
          else known.push(hit);
        }
      }
    }
    return this.#initials.get(letters) ?? [];
  }

  /** Notes whose name is what is asked for, but for small words and the plural. */
  #alikeTo(query: string): readonly Hit[] {
    if (isFormula(query) || saysMore(query)) return [];
    const asked = namesAskedFor(query);
    const found: Hit[] = [];
    for (const [index, words] of this.#nameWords().entries()) {
      if (found.length === MOST_EXACT) break;
      if (asked.some((name) => isNamed(words, name)))
        found.push({ id: this.#names[index]!.id, terms: words });
    }
    return found;
  }

  #nameWords(): readonly (readonly string[])[] {
    return (this.#words ??= this.#names.map(({ name }) => tokenize(name)));
  }

  /**
   * The same hits; those first whose whole title is the query, then those with such an alias, then those with such a name but for
   * small words and the plural, then those whose initials it is. The last two need not have been among the hits.
   */
  exactFirst(answer: Answer, query: string): Answer {
    const wanted = fold(query.trim());
    const best = answer.hits.slice(0, MOST_EXACT);
    const isCalled = (name: string | undefined): boolean => fold(name ?? '') === wanted;
    // By id: a note may be meant in several ways.
    const exact = new Map<number, Hit>();
    const add = (hit: Hit): void => void (exact.has(hit.id) || exact.set(hit.id, hit));
    best.filter(({ id }) => isCalled(this.#titles[id])).forEach(add);
    best.filter(({ id }) => this.#aliases.get(id)?.some(isCalled)).forEach(add);
    for (const { id, terms } of this.#alikeTo(query.slice(0, MAX_QUERY_LENGTH)))
      add(answer.hits.find((hit) => hit.id === id) ?? { id, terms });
    const meant = answer.match === 'any' ? [] : this.#byInitials(wanted).filter(({ id }) => !exact.has(id));
    if (meant.length > 0) {
      // A title that has the letters themselves is as likely meant.
      const first = answer.hits.find(({ id }) => !exact.has(id));
      if (first !== undefined && tokenize(this.#titles[first.id] ?? '').includes(wanted)) add(first);
      meant.forEach(add);
    }
    // A sign that is no word is in no index.
    if (answer.hits.length === 0 && tokenize(wanted).length === 0) this.#withSigns(wanted).forEach(add);
    if (exact.size === 0) return answer;
    const { further = 0 } = answer;
    const moved = answer.hits.slice(answer.hits.length - further).filter(({ id }) => exact.has(id)).length;
    return {
      ...answer,
      ...(further === 0 ? {} : { further: further - moved }),
      hits: [...exact.values(), ...answer.hits.filter(({ id }) => !exact.has(id))],
    };
  }
}
