/** What commands of TeX are in plain text: signs, and what stands around what they take. */

export const RAISED = new Map([
  ...Array.from('0123456789+-=()n', (sign, index) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'[index]!] as const),
  ['∘', '°'],
  ['T', 'ᵀ'],
]);

export const DOUBLE = new Map(
  Array.from('CFHNPQRZ', (letter, index) => [letter, [...'ℂ𝔽ℍℕℙℚℝℤ'][index]!] as const),
);

export const ACCENTS = new Map(
  Object.entries({
    vu: '\u0302',
    va: '\u20d7',
    hat: '\u0302',
    widehat: '\u0302',
    tilde: '\u0303',
    widetilde: '\u0303',
    bar: '\u0304',
  })
    .concat(Object.entries({ overline: '\u0304', dot: '\u0307', ddot: '\u0308', vec: '\u20d7' }))
    .concat(Object.entries({ underline: '\u0332' })),
);

/** Accents that stand over more than one letter too. */
export const LINES = new Set(['overline', 'bar']);

/** Signs that part what stands before from what stands behind. */
export const RELATIONS = /^[≤≥≠≪≫≈∼≃≅≡∝∈∉∋⊂⊆⊃⊇∪∩→←↔⇒⇐⇔⟹⟺↦⊨⊢∣∥⊥∧∨×÷±∓⊕⊗]$/;

/** Before, between and behind what these take; `null` where they take one thing only. */
export const AROUND = new Map<string, readonly [string, string | null, string]>([
  ['norm', ['‖', null, '‖']],
  ['abs', ['|', null, '|']],
  ['ket', ['|', null, '⟩']],
  ['bra', ['⟨', null, '|']],
  ['braket', ['⟨', '|', '⟩']],
  ['ip', ['⟨', '|', '⟩']],
  ['ev', ['⟨', null, '⟩']],
  ['expval', ['⟨', null, '⟩']],
  ['comm', ['[', ', ', ']']],
  ['acomm', ['{', ', ', '}']],
  ['order', ['O(', null, ')']],
  ['pmod', ['(mod ', null, ')']],
  ['eval', ['', null, '|']],
]);

/** Commands that begin something to multiply by. */
export const FACTORS = new Set([
  'frac',
  'dfrac',
  'tfrac',
  'sqrt',
  'left',
  'qty',
  'norm',
  'abs',
  'log',
  'ln',
  'exp',
  'sin',
  'cos',
  'mathbb',
  'hat',
  'bar',
  'vec',
]);

/** What these take is read as it stands. */
export const PLAIN = new Set(
  (
    'text textbf textit textrm textsf texttt textnormal emph mbox hbox operatorname mathrm mathbf mathsf mathtt mathit ' +
    'mathcal mathscr mathfrak mathnormal boldsymbol bold bm vb vectorbold overbrace underbrace boxed cancel substack'
  ).split(' '),
);

export const SILENT = new Set(
  (
    'left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr displaystyle textstyle scriptstyle limits ' +
    'nolimits nonumber notag dmat imat admat smqty vmqty pmat dmatrix qty pqty bqty mqty pmqty bmqty mathstrut strut hline'
  ).split(' '),
);

export const SPACES = new Set(['quad', 'qquad', 'enspace', 'thinspace', 'hspace', 'newline', 'par']);

export const SIGNS = new Map(
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
    ...{
      succ: '≻',
      succeq: '⪰',
      prec: '≺',
      preceq: '⪯',
      odot: '⊙',
      Upsilon: 'Υ',
      blacksquare: '■',
      qedsymbol: '■',
      Box: '□',
      grad: '∇',
      curl: '∇×',
      laplacian: '∇²',
      cross: '×',
      vdot: '·',
      lt: '<',
      gt: '>',
    },
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
