/**
 * Queries of which it is known what they should find: a note is drawn, and something of it is asked for as a reader would who
 * half remembers it. The same seed gives the same queries.
 *
 * @typedef {{ path: string, title: string, text: string }} Document
 * @typedef {{ kind: string, query: string, path: string }} Item
 */

export const KINDS = [
  'title',
  'typo',
  'prefix',
  'two rare words',
  'phrase',
  'acronym',
  'diacritics',
  'TeX word',
  'CJK word',
  'CJK run',
];

const MOST_TRIES = 20_000;
const CJK = /[\u3400-\u9fff]{2,}/g;

/**
 * @param {readonly Document[]} documents
 * @param {number} each how many queries of each kind, at most: few notes have few acronyms
 * @param {number} seed
 * @returns {Item[]}
 */
export function knownItems(documents, each, seed) {
  const random = seeded(seed);
  /** @type {<T>(list: readonly T[]) => T} */
  const pick = (list) => /** @type {any} */ (list[Math.floor(random() * list.length)]);
  const frequencies = new Map();
  /** @type {string[][]} */
  const words = documents.map(({ title, text }) => `${title}\n${text}`.match(/[\p{L}\p{N}]+/gu) ?? []);
  for (const own of words) {
    for (const word of new Set(own.map((one) => one.toLowerCase())))
      frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  }
  const rarity = (/** @type {string} */ word) => frequencies.get(word.toLowerCase()) ?? 0;
  const titles = new Map();
  for (const { title } of documents)
    titles.set(title.toLowerCase(), (titles.get(title.toLowerCase()) ?? 0) + 1);
  const isAlone = (/** @type {string} */ title) => titles.get(title.toLowerCase()) === 1;
  const inOne = (/** @type {string} */ part) =>
    documents.filter(({ text }) => text.includes(part)).length === 1;

  /** @type {Record<string, (document: Document, words: readonly string[]) => string | null>} */
  const makers = {
    title: ({ title }) => (isAlone(title) && /[\p{L}]{3}/u.test(title) ? title : null),
    typo: ({ title }) => {
      const long = (title.match(/[A-Za-z]{5,}/g) ?? []).sort((a, b) => b.length - a.length)[0];
      if (!isAlone(title) || long === undefined) return null;
      const at = 1 + Math.floor(random() * (long.length - 2));
      const letter = pick([...'abcdefghijklmnopqrstuvwxyz']);
      const wrong = pick([
        long.slice(0, at) + long.slice(at + 1),
        long.slice(0, at) + letter + long.slice(at),
        long.slice(0, at) + letter + long.slice(at + 1),
        long.slice(0, at) + (long[at + 1] ?? '') + (long[at] ?? '') + long.slice(at + 2),
      ]);
      return wrong === long ? null : title.replace(long, wrong);
    },
    prefix: ({ title }) => {
      const cut = title.replace(/[\p{L}\p{N}]{3,}\P{L}*$/u, (last) =>
        last.slice(0, Math.max(3, Math.ceil(last.length * 0.6))),
      );
      return isAlone(title) && cut !== title && /\s/.test(title) ? cut : null;
    },
    'two rare words': ({ path }, own) => {
      /** @type {string[]} */
      const rare = [...new Set(own)].filter((word) => /^[a-z]{4,}$/i.test(word) && rarity(word) <= 4);
      const [one, other] = [pick(rare), pick(rare)];
      if (one === undefined || other === undefined || one === other) return null;
      const both = documents.filter((_, id) => words[id]?.includes(one) && words[id]?.includes(other));
      return both.length === 1 && both[0]?.path === path ? `${one} ${other}` : null;
    },
    phrase: ({ text }) => {
      const line = pick(text.split('\n').filter((one) => /^[\p{L} ,']+/u.test(one) && one.length > 40));
      const run = line?.match(/[A-Za-z']+(?: [A-Za-z']+){4}/)?.[0];
      return run !== undefined && inOne(run) ? run : null;
    },
    acronym: ({ title }) => {
      const found = title.match(/\b[A-Z]{2,6}\b/)?.[0];
      const also = documents.filter(
        (one) => found !== undefined && new RegExp(`\\b${found}\\b`).test(one.title),
      );
      return found !== undefined && also.length === 1 ? found.toLowerCase() : null;
    },
    diacritics: (_, own) => {
      const word = pick(own.filter((one) => /[À-ÖØ-öø-ž]/.test(one) && one.length > 3 && rarity(one) === 1));
      return word === undefined ? null : word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    },
    'TeX word': ({ text }) => {
      const commands = [...new Set(text.match(/\\[A-Za-z]{4,}/g) ?? [])].map((one) => one.slice(1));
      const command = pick(commands.filter((one) => rarity(one) <= 2));
      return command === undefined || documents.filter((one) => one.text.includes(`\\${command}`)).length > 1
        ? null
        : command;
    },
    'CJK word': ({ title }) => {
      const run = pick(title.match(CJK) ?? []);
      return run !== undefined &&
        isAlone(title) &&
        documents.filter((one) => one.title.includes(run)).length === 1
        ? run
        : null;
    },
    'CJK run': ({ text }) => {
      const run = pick((text.match(CJK) ?? []).filter((one) => one.length >= 5));
      if (run === undefined) return null;
      const at = Math.floor(random() * (run.length - 4));
      const part = run.slice(at, at + 4 + Math.floor(random() * 2));
      return inOne(part) ? part : null;
    },
  };

  return KINDS.flatMap((kind) => {
    /** @type {Map<string, Item>} */
    const found = new Map();
    for (let tries = 0; tries < MOST_TRIES && found.size < each; tries++) {
      const id = Math.floor(random() * documents.length);
      const document = /** @type {Document} */ (documents[id]);
      const query = makers[kind]?.(document, words[id] ?? []) ?? null;
      if (query !== null) found.set(query, { kind, query, path: document.path });
      // Some kinds are in a few notes only: then each of those was drawn long since.
      if (tries > 40 * documents.length && found.size === 0) break;
    }
    return [...found.values()];
  });
}

/** Notes in Chinese that nobody has written: words of two to four signs in sentences. */
export function chineseNotes(/** @type {number} */ count, /** @type {number} */ seed) {
  const random = seeded(seed);
  const sign = () => String.fromCharCode(0x4e00 + Math.floor(random() ** 2 * 3000));
  const word = () => Array.from({ length: 2 + Math.floor(random() * 3) }, sign).join('');
  const common = Array.from({ length: 400 }, word);
  const say = () => (random() < 0.6 ? (common[Math.floor(random() * common.length)] ?? '') : word());
  const sentence = () => `${Array.from({ length: 3 + Math.floor(random() * 6) }, say).join('')}。`;
  return Array.from({ length: count }, (_, index) => ({
    name: `note-${index}.md`,
    text: `---\ntitle: ${word()}${word()}\n---\n\n${Array.from({ length: 12 }, sentence).join('')}\n`,
  }));
}

/** Mulberry32, public domain: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function seeded(/** @type {number} */ seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
