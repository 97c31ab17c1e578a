/** Formulas where there is room for plain text only, such as in a snippet or a sentence: signs instead of commands. */
import {
  ACCENTS,
  AROUND,
  DOUBLE,
  FACTORS,
  LINES,
  PLAIN,
  RAISED,
  RELATIONS,
  SIGNS,
  SILENT,
  SPACES,
} from './tex-signs.ts';

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
      else if (sign === '^') text += this.#apart(raised(this.#argument()));
      else if (sign === '_') text += this.#apart(lowered(this.#argument()));
      else if (sign !== '}') text += ' ';
    }
  }

  /** `x^i` and `x_i` don't run into what follows. */
  #apart(script: string): string {
    const next = this.#tex[this.#at] ?? '';
    return /^[_^].*[\p{L}\p{N}]$/u.test(script) && /[\p{L}\d\\]/u.test(next) ? `${script} ` : script;
  }

  /** Whether something is multiplied by what stands before. */
  #isFactorNext(): boolean {
    const [, sign = '', name = ''] =
      /^\s*(\\?)([a-zA-Z]+|[\d({]?)/.exec(this.#tex.slice(this.#at, this.#at + 40)) ?? [];
    if (sign === '') return name !== '';
    const shown = SIGNS.get(name) ?? '';
    return /^[\p{L}∑∏∫√∂∇]/u.test(shown) || PLAIN.has(name) || FACTORS.has(name);
  }

  /** What stands in brackets, such as `[2]`; empty where there are none. */
  #option(): string {
    if (this.#tex[this.#at] !== '[') return '';
    this.#at++;
    return this.#deeper(']').trim();
  }

  /** A group, where one follows. */
  #group(): string | null {
    return this.#tex[this.#at] === '{' ? this.#argument() : null;
  }

  /** `\\dv[n]{f}{x}`, `\\pdv{f}{x}{y}`, and without the function. */
  #derivative(d: string): string {
    const order = this.#option();
    const [f = '', x, y] = [this.#argument(), this.#group(), d === '∂' ? this.#group() : null];
    const n = order === '' ? (y === null ? '' : '²') : raised(order);
    return x === null ? `${d}${n}/${d}${f}${n}` : `${d}${n}${f}/${d}${x}${y === null ? n : d + y}`;
  }

  #fraction(): string {
    if (this.#at >= this.#tex.length) return 'frac';
    const read = `${over(this.#argument())}/${under(this.#argument())}`;
    return this.#isFactorNext() ? `(${read})` : read;
  }

  /** The sign that follows, struck out. */
  #not(): string {
    const sign = this.#argument().trim();
    return /^.$/u.test(sign) ? ` ${(sign + '\u0338').normalize('NFC')} ` : `not ${sign}`;
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
    if (sign !== undefined) return RELATIONS.test(sign) ? ` ${sign} ` : sign;
    if (SILENT.has(name)) {
      // `\right.` is no full stop.
      if (/^(?:left|right)$/.test(name) && this.#tex[this.#at] === '.') this.#at++;
      return '';
    }
    if (SPACES.has(name)) return ' ';
    if (PLAIN.has(name)) return this.#argument();
    const accent = ACCENTS.get(name);
    if (accent !== undefined) {
      const letters = this.#argument();
      if (/^\p{L}\p{M}*$/u.test(letters)) return letters + accent;
      return LINES.has(name) ? letters.replace(/[\p{L}\p{N}]/gu, '$&\u0305') : letters;
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
      case 'flatfrac':
        return this.#fraction();
      case 'not':
        return this.#not();
      case 'dv':
        return this.#derivative('d');
      case 'pdv':
        return this.#derivative('∂');
      case 'dd':
        return `d${raised(this.#option())}${this.#group() ?? ''}`;
      case 'underset':
      case 'overset':
      case 'stackrel': {
        const script = this.#argument();
        return this.#argument() + (name === 'underset' ? lowered(script) : raised(script));
      }
      case 'xrightarrow':
      case 'xleftarrow': {
        const told = this.#argument();
        return name === 'xrightarrow' ? ` –${told}→ ` : ` ←${told}– `;
      }
      case 'binom':
        return `(${this.#argument()} over ${this.#argument()})`;
      case 'sqrt': {
        const root = raised(this.#option());
        return `${root}√${under(this.#argument())}`;
      }
      case 'mathbb':
        return this.#argument().replace(/[A-Z]/g, (letter) => DOUBLE.get(letter) ?? letter);
      default: {
        const around = AROUND.get(name);
        if (around !== undefined) {
          const [before, between, behind] = around;
          const first = this.#argument();
          return before + first + (between === null ? '' : between + (this.#group() ?? '')) + behind;
        }
        return /[{\\\d]/.test(this.#tex[this.#at] ?? '') ? `${name} ` : name;
      }
    }
  }
}

const SCRIPTS = '[⁰¹²³⁴-⁹⁺⁻ᵀⁿ₀-₉′*]*';
const ONE = new RegExp(
  `^(?:[d∂]?${SCRIPTS}\\p{L}\\p{M}*|[\\d.]+|\\p{S})?${SCRIPTS}$|^\\([^()]*\\)$|^.$`,
  'u',
);

/** Below a line of fraction: in brackets, where it is more than a letter or a number. */
function under(text: string): string {
  return ONE.test(text) || isHeld(text) ? text : `(${text})`;
}

/** Whether brackets stand around all of it. */
function isHeld(text: string): boolean {
  if (!/^\(.*\)$/.test(text)) return false;
  let depth = 0;
  for (let at = 0; at < text.length - 1; at++) {
    depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0;
    if (depth === 0) return false;
  }
  return true;
}

/** Above it a product may stand by itself. */
function over(text: string): string {
  return ONE.test(text) || /^[^\s+\-−±·,;:=/<>]+$/.test(text) ? text : `(${text})`;
}

function raised(text: string): string {
  if (text === '') return '';
  if (/^[*′'⁰¹²³⁴-⁹⁺⁻ᵀⁿ]+$/.test(text)) return text.replaceAll("'", '′');
  return [...text].every((sign) => RAISED.has(sign))
    ? [...text].map((sign) => RAISED.get(sign)!).join('')
    : `^${under(text)}`;
}

function lowered(text: string): string {
  if (text === '') return '';
  return /^\d+$/.test(text)
    ? text.replace(/\d/g, (digit) => String.fromCodePoint(0x2080 + Number(digit)))
    : `_${/^[\p{L}\p{N}\p{M}]+$/u.test(text) ? text : under(text)}`;
}
