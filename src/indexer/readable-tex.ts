/** Formulas where there is room for plain text only, such as in a snippet or a sentence: signs instead of commands. */

/** Stands before and behind each formula in the plain text of a note. Authors' own are taken out. */
export const FORMULA_MARK = '\u007f';

const MARKED = new RegExp(`${FORMULA_MARK}([^${FORMULA_MARK}]*)(?:${FORMULA_MARK}|$)`, 'g');

/** The text with its formulas as one would read them. */
export function readableText(text: string): string {
  return text.includes(FORMULA_MARK) ? text.replace(MARKED, (_, tex: string) => readableTex(tex)) : text;
}

/** The same of a text in which something stands, such as a link: what is before it, it, and what is behind it, each by itself. */
export function readableAround(
  text: string,
  start: number,
  end: number,
): { readonly text: string; readonly start: number; readonly end: number } {
  if (!text.includes(FORMULA_MARK)) return { text, start, end };
  const before = readableText(text.slice(0, start));
  const within = readableText(text.slice(start, end));
  return {
    text: before + within + readableText(text.slice(end)),
    start: before.length,
    end: before.length + within.length,
  };
}

/** A text of the author's, in which the mark would be taken for ours. */
export function withoutMarks(text: string): string {
  return text.includes(FORMULA_MARK) ? text.replaceAll(FORMULA_MARK, '') : text;
}

/** Formulas whose reading is kept: many stand in a note again and again. */
const MOST_KNOWN = 20_000;
const known = new Map<string, string>();

/** One line: `\frac{a+b}{2} \leq \lambda^2` is `(a+b)/2 ≤ λ²`. What has no sign is called by its name. */
export function readableTex(tex: string): string {
  let read = known.get(tex);
  if (read === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    read = new Reader(tex).read();
    known.set(tex, read);
  }
  return read;
}

const DEEPEST = 60;
const SPECIAL = /[\\{}^_&~]/g;
const NAME = /[a-zA-Z]+\*?/y;

class Reader {
  readonly #tex: string;
  #at = 0;
  #depth = 0;

  constructor(tex: string) {
    this.#tex = tex;
  }

  read(): string {
    let text = '';
    while (this.#at < this.#tex.length) text += this.#until('}');
    return text
      .replace(/\s+/g, ' ')
      .replace(/ ([,.;:!?)\]])/g, '$1')
      .trim();
  }

  /** What stands before the sign, which is passed by. */
  #until(end: string): string {
    let text = '';
    for (;;) {
      SPECIAL.lastIndex = this.#at;
      const next = end === ']' ? this.#indexOf(end) : (SPECIAL.exec(this.#tex)?.index ?? this.#tex.length);
      text += this.#tex.slice(this.#at, next);
      this.#at = next + 1;
      const sign = this.#tex[next];
      if (sign === undefined || sign === end) return text;
      if (sign === '\\') text += this.#command();
      else if (sign === '{') text += this.#deeper('}');
      else if (sign === '^') text += raised(this.#argument());
      else if (sign === '_') text += lowered(this.#argument());
      else if (sign !== '}') text += ' ';
    }
  }

  #indexOf(sign: string): number {
    const found = this.#tex.indexOf(sign, this.#at);
    return found < 0 ? this.#tex.length : found;
  }

  /** Beyond some depth brackets are passed over. */
  #deeper(end: string): string {
    if (this.#depth >= DEEPEST) return '';
    this.#depth++;
    const text = this.#until(end);
    this.#depth--;
    return text;
  }

  /** A group, a command or a single sign. */
  #argument(): string {
    while (this.#tex[this.#at] === ' ') this.#at++;
    const code = this.#tex.codePointAt(this.#at);
    if (code === undefined) return '';
    const sign = String.fromCodePoint(code);
    this.#at += sign.length;
    if (sign === '{') return this.#deeper('}').trim();
    if (sign !== '\\') return sign;
    if (this.#depth >= DEEPEST) return '';
    this.#depth++;
    const text = this.#command();
    this.#depth--;
    return text;
  }

  /** Behind the backslash. */
  #command(): string {
    NAME.lastIndex = this.#at;
    const word = NAME.exec(this.#tex)?.[0];
    if (word === undefined) {
      const sign = this.#tex[this.#at++] ?? '';
      if (sign === '\\') return '; ';
      if (/[,;: \n]/.test(sign)) return ' ';
      return sign === '!' ? '' : sign === '|' ? '‖' : sign;
    }
    this.#at += word.length;
    const name = word.replace('*', '');
    const sign = SIGNS.get(name);
    if (sign !== undefined) return sign;
    if (SILENT.has(name)) {
      // `\right.` is no full stop.
      if (/^(?:left|right)$/.test(name) && this.#tex[this.#at] === '.') this.#at++;
      return '';
    }
    if (SPACES.has(name)) return ' ';
    if (PLAIN.has(name)) return this.#argument();
    const accent = ACCENTS.get(name);
    if (accent !== undefined) {
      const letter = this.#argument();
      return [...letter].length === 1 ? letter + accent : letter;
    }
    switch (name) {
      case 'begin':
      case 'end':
        this.#argument();
        // The columns of an array.
        if (name === 'begin' && this.#tex[this.#at] === '{') this.#argument();
        return ' ';
      case 'label':
      case 'tag':
      case 'color':
        this.#argument();
        return '';
      case 'frac':
      case 'dfrac':
      case 'tfrac':
      case 'cfrac':
        return this.#at < this.#tex.length ? `${held(this.#argument())}/${held(this.#argument())}` : name;
      case 'dv':
      case 'pdv': {
        const d = name === 'dv' ? 'd' : '∂';
        const first = this.#argument();
        return this.#tex[this.#at] === '{' ? `${d}${first}/${d}${this.#argument()}` : `${d}/${d}${first}`;
      }
      case 'binom':
        return `(${this.#argument()} over ${this.#argument()})`;
      case 'sqrt': {
        const isRoot = this.#tex[this.#at] === '[';
        if (isRoot) this.#at++;
        const root = isRoot ? raised(this.#deeper(']')) : '';
        return `${root}√${held(this.#argument())}`;
      }
      case 'mathbb':
        return this.#argument().replace(/[A-Z]/g, (letter) => DOUBLE.get(letter) ?? letter);
      default:
        return /[{\\\d]/.test(this.#tex[this.#at] ?? '') ? `${name} ` : name;
    }
  }
}

/** In brackets, where it is more than a word or a number. */
function held(text: string): string {
  return /^(?:[\p{L}\p{M}]*|[\d.]*|.|\([^()]*\))$/u.test(text) ? text : `(${text})`;
}

function raised(text: string): string {
  if (text === '') return '';
  if (/^[*′']+$/.test(text)) return text.replaceAll("'", '′');
  return [...text].every((sign) => RAISED.has(sign))
    ? [...text].map((sign) => RAISED.get(sign)!).join('')
    : `^${held(text)}`;
}

function lowered(text: string): string {
  if (text === '') return '';
  return /^\d+$/.test(text)
    ? text.replace(/\d/g, (digit) => String.fromCodePoint(0x2080 + Number(digit)))
    : `_${held(text)}`;
}

const RAISED = new Map([
  ...Array.from('0123456789+-=()n', (sign, index) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'[index]!] as const),
  ['∘', '°'],
  ['T', 'ᵀ'],
]);

const DOUBLE = new Map(Array.from('CFHNPQRZ', (letter, index) => [letter, [...'ℂ𝔽ℍℕℙℚℝℤ'][index]!] as const));

const ACCENTS = new Map(
  Object.entries({ hat: '\u0302', widehat: '\u0302', tilde: '\u0303', widetilde: '\u0303', bar: '\u0304' })
    .concat(Object.entries({ overline: '\u0304', dot: '\u0307', ddot: '\u0308', vec: '\u20d7' }))
    .concat(Object.entries({ underline: '\u0332' })),
);

/** What these take is read as it stands. */
const PLAIN = new Set(
  (
    'text textbf textit textrm textsf texttt textnormal emph mbox hbox operatorname mathrm mathbf mathsf mathtt mathit ' +
    'mathcal mathscr mathfrak mathnormal boldsymbol bm vb va overbrace underbrace boxed cancel'
  ).split(' '),
);

const SILENT = new Set(
  (
    'left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr displaystyle textstyle scriptstyle limits ' +
    'nolimits nonumber notag qty pqty bqty mqty pmqty bmqty mathstrut strut hline'
  ).split(' '),
);

const SPACES = new Set(['quad', 'qquad', 'enspace', 'thinspace', 'hspace', 'newline', 'par']);

const SIGNS = new Map(
  Object.entries({
    ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', varepsilon: 'ε', zeta: 'ζ', eta: 'η' },
    ...{ theta: 'θ', vartheta: 'θ', iota: 'ι', kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν', xi: 'ξ', pi: 'π' },
    ...{
      rho: 'ρ',
      varrho: 'ρ',
      sigma: 'σ',
      tau: 'τ',
      upsilon: 'υ',
      phi: 'φ',
      varphi: 'φ',
      chi: 'χ',
      psi: 'ψ',
    },
    ...{
      omega: 'ω',
      Gamma: 'Γ',
      Delta: 'Δ',
      Theta: 'Θ',
      Lambda: 'Λ',
      Xi: 'Ξ',
      Pi: 'Π',
      Sigma: 'Σ',
      Phi: 'Φ',
    },
    ...{ Psi: 'Ψ', Omega: 'Ω', ell: 'ℓ', hbar: 'ℏ', partial: '∂', nabla: '∇', infty: '∞', emptyset: '∅' },
    ...{ varnothing: '∅', aleph: 'ℵ', sum: '∑', prod: '∏', int: '∫', iint: '∬', iiint: '∭', oint: '∮' },
    ...{ leq: '≤', le: '≤', geq: '≥', ge: '≥', neq: '≠', ne: '≠', ll: '≪', gg: '≫', approx: '≈', sim: '∼' },
    ...{ simeq: '≃', cong: '≅', equiv: '≡', propto: '∝', in: '∈', notin: '∉', ni: '∋', subset: '⊂' },
    ...{ subseteq: '⊆', supset: '⊃', supseteq: '⊇', cup: '∪', cap: '∩', bigcup: '⋃', bigcap: '⋂' },
    ...{
      setminus: '∖',
      backslash: '∖',
      forall: '∀',
      exists: '∃',
      neg: '¬',
      lnot: '¬',
      land: '∧',
      wedge: '∧',
    },
    ...{
      lor: '∨',
      vee: '∨',
      cdot: '·',
      times: '×',
      div: '÷',
      pm: '±',
      mp: '∓',
      circ: '∘',
      star: '⋆',
      ast: '∗',
    },
    ...{
      oplus: '⊕',
      otimes: '⊗',
      perp: '⊥',
      bot: '⊥',
      top: '⊤',
      parallel: '∥',
      mid: '∣',
      vert: '|',
      Vert: '‖',
    },
    ...{ to: '→', rightarrow: '→', leftarrow: '←', gets: '←', leftrightarrow: '↔', Rightarrow: '⇒' },
    ...{ Leftarrow: '⇐', Leftrightarrow: '⇔', implies: '⟹', iff: '⟺', mapsto: '↦', uparrow: '↑' },
    ...{
      downarrow: '↓',
      rightharpoonup: '⇀',
      langle: '⟨',
      rangle: '⟩',
      lfloor: '⌊',
      rfloor: '⌋',
      lceil: '⌈',
    },
    ...{ rceil: '⌉', lbrace: '{', rbrace: '}', dots: '…', ldots: '…', cdots: '⋯', vdots: '⋮', ddots: '⋱' },
    ...{
      colon: ':',
      prime: '′',
      dagger: '†',
      angle: '∠',
      triangle: '△',
      square: '□',
      models: '⊨',
      vdash: '⊢',
    },
  }),
);
