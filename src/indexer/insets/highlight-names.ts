/** What authors call a language, and what highlight.js calls it. */

/** highlight.js's name, then what else stands for it. Chroma, which Hugo uses, takes most of these too. */
export const ALIASES: ReadonlyMap<string, string> = new Map(
  `
  asciidoc: adoc
  bash: sh shell zsh ksh ash dash bats
  c: h
  clojure: clj cljs edn
  coffeescript: coffee cson
  cpp: c++ cc cxx hpp hh hxx h++ cuda cu arduino-cpp
  csharp: cs c# dotnet
  dart: flutter
  diff: patch udiff
  django: jinja jinja2
  dockerfile: docker containerfile
  dos: bat cmd batch
  elixir: ex exs heex
  erlang: erl
  fortran: f f77 f90 f95 f03
  fsharp: fs f#
  go: golang
  graphql: gql
  groovy: gradle-groovy jenkinsfile
  haskell: hs lhs
  haxe: hx
  ini: toml cfg conf dosini desktop editorconfig
  java: jsp
  javascript: js jsx mjs cjs node
  json: jsonc json5 jsonl geojson webmanifest
  julia: jl
  kotlin: kt kts
  latex: tex context
  less: lesscss
  lisp: elisp emacs-lisp common-lisp cl el emacs clisp
  makefile: make mk mak gnumake
  markdown: md mkd mkdown org-md rmd qmd
  mathematica: wl wolfram mma
  matlab: octave
  nginx: nginxconf
  nix: nixos
  objectivec: objc obj-c objective-c mm
  ocaml: ml mli
  perl: pl pm
  pgsql: postgres postgresql plpgsql
  php: php3 php4 php5
  plaintext: text txt plain nil none output example
  powershell: ps1 pwsh posh ps
  processing: pde
  prolog: swipl
  protobuf: proto
  python: py py3 python3 ipython sage sagemath gyp bazel starlark jupyter-python
  r: s splus rscript jupyter-r
  ruby: rb gemspec podspec rake irb
  rust: rs
  scheme: scm racket rkt guile
  scss: sass
  shell: console shellsession sh-session bash-session terminal
  smalltalk: st squeak
  sml: standard-ml
  sql: mysql sqlite sqlite3 tsql mssql plsql
  stylus: styl
  swift: swiftui
  tcl: tk
  typescript: ts tsx mts cts
  vbnet: vb
  verilog: v sv svh systemverilog
  vhdl: vhd
  vim: viml vimscript
  wasm: wat wast
  x86asm: asm nasm assembly x86 gas
  xml: html xhtml htm svg rss atom xsl plist vue svelte mathml
  yaml: yml
  `
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [id, names] = row.split(':');
      return names!
        .trim()
        .split(' ')
        .map((name) => [name, id!.trim()] as const);
    }),
);

const IDS: ReadonlySet<string> = new Set(ALIASES.values());

/** Whether a word names a language: of those with several names, which the most usual ones are. */
export function namesLanguage(word: string): boolean {
  return ALIASES.has(word.toLowerCase()) || IDS.has(word.toLowerCase());
}

/** highlight.js's name of a language, in lower case; null where the author wants none. */
export function languageId(name: string): string | null {
  const id = ALIASES.get(name) ?? name;
  return id === '' || id === 'plaintext' ? null : id;
}

/** Where highlight.js's own name for the language isn't what its users say. */
const LABELS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sage: 'Sage',
    sagemath: 'Sage',
    elisp: 'Emacs Lisp',
    'emacs-lisp': 'Emacs Lisp',
    el: 'Emacs Lisp',
    'common-lisp': 'Common Lisp',
    racket: 'Racket',
    octave: 'Octave',
    cuda: 'CUDA',
    ini: 'INI',
    toml: 'TOML',
    xml: 'XML',
    svg: 'SVG',
    svelte: 'Svelte',
    vue: 'Vue',
    jsx: 'JSX',
    tsx: 'TSX',
    sass: 'Sass',
    asm: 'Assembly',
    assembly: 'Assembly',
    nasm: 'Assembly',
    text: '',
    txt: '',
    plain: '',
    plaintext: '',
    nil: '',
    none: '',
  }),
);

/** The language's name for people: what its users call it, else highlight.js's, else what the author wrote. */
export function languageLabel(written: string, known: string | undefined): string {
  return LABELS.get(written.toLowerCase()) ?? known?.split(',')[0] ?? written;
}
