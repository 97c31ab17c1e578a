/** The whole way of the data, read from top to bottom: read, parse, resolve, derive. Writing and serving are the caller's. */
import path from 'node:path';
import type { Diagnostic, ReportFile } from '../contract/diagnostic.ts';
import { REPORT_VERSION } from '../contract/diagnostic.ts';
import { notePage } from '../contract/page.ts';
import { NOTHING_KEPT, readParsed, writeParsed } from './cache/cache.ts';
import { HeldNotes } from './cache/held-notes.ts';
import { compareDiagnostics } from './common/diagnose.ts';
import { Stages } from './common/stages.ts';
import type { BuildOptions, ParsedNote, Site, Summary, Source } from './common/types.ts';
import { createDeriveMemory, deriveFiles, type DeriveMemory } from './derive-files.ts';
import { createAssetFinder, type FileMemory } from './derive/assets.ts';
import { countOrphans, createGraphMemory, deriveGraph, type GraphMemory } from './derive/derive-graph.ts';
import { insetKeys, Insets } from './insets/insets.ts';
import { positionsFile, readPositions } from './map/positions-file.ts';
import { noNotes } from './no-notes.ts';
import { parseAll } from './parse/parse-pool.ts';
import { parseSettingsOf } from './parse/parse-settings.ts';
import type { ParseOutcome } from './parse/parse.ts';
import { readApp, type AppFiles } from './read/app-files.ts';
import { readFolder, type KnownSources } from './read/source.ts';
import { GitAsker, type GitDates } from './resolve/git-dates.ts';
import { tellUnknown } from './resolve/git-unknown.ts';
import { absentAt, tellLeftOut } from './resolve/left-out.ts';
import { readOtherLanguages } from './resolve/other-languages.ts';
import { readOtherPages, tellOtherNotes, tellOtherPages, type OtherPage } from './resolve/other-pages.ts';
import { sitePath } from './resolve/permalink.ts';
import { publishable } from './resolve/publishable.ts';
import { Resolver } from './resolve/resolve-all.ts';
import { withCascades } from './resolve/with-cascades.ts';
import { withGitDates } from './resolve/with-git-dates.ts';
import { withOutsideDates } from './resolve/with-outside-dates.ts';
import { withTagSpelling } from './resolve/with-tag-spelling.ts';
import { readConfiguration, type Configuration } from './settings/configuration.ts';
import { ofLanguage } from './settings/languages.ts';
import { inputsKey, nextChange } from './write/made-of.ts';

export interface Indexer {
  /** Indexes the folder as it is now. What didn't change since the last run isn't parsed again. */
  readonly run: (changed?: readonly string[]) => Promise<Site>;
}

/**
 * Makes an indexer of one folder, which keeps between runs what saves work.
 * @param sources what was read of the notes just before
 */
export function createIndexer(options: BuildOptions, sources: KnownSources = new Map()): Indexer {
  const memory: Memory = {
    sources,
    parsed: null,
    keeping: Promise.resolve(),
    resolver: new Resolver(options.cache ?? null),
    graph: createGraphMemory(),
    git: new GitAsker(),
    derived: createDeriveMemory(options.cache ?? null),
    held: new HeldNotes(),
    fileMemory: new Map(),
  };
  return { run: (changed = []) => index(options, memory, changed) };
}

interface Memory {
  sources: KnownSources;
  /** Null before the first run. */
  parsed: Parsed | null;
  /** What is being written to the cache while pages are made. */
  keeping: Promise<void>;
  readonly resolver: Resolver;
  readonly graph: GraphMemory;
  readonly git: GitAsker;
  readonly derived: DeriveMemory;
  readonly held: HeldNotes;
  readonly fileMemory: FileMemory;
}

interface Parsed {
  /** By path and hash of the source. */
  readonly outcomes: ReadonlyMap<string, ParseOutcome>;
  readonly insets: Insets;
  /** Whether the cache holds just these. */
  readonly kept: boolean;
}

async function index(options: BuildOptions, memory: Memory, changed: readonly string[]): Promise<Site> {
  const stages = new Stages(options.onProgress);
  const app = readApp(options.app);
  const configuration = readConfiguration(options.folder);
  const folder = await stages.run('Reading notes', 1, () => {
    const known = new Map(memory.sources);
    // A file may be written twice within the clock's step.
    for (const file of changed)
      known.delete(path.relative(configuration.content, file).split(path.sep).join('/'));
    return readFolder(configuration.content, known, configuration);
  });
  memory.sources = new Map(folder.notes.map((source) => [source.path, source]));
  const idle = configuration.exclude.flatMap(({ fits, idle }) => (folder.excluded.some(fits) ? [] : idle));
  const ofFolder = [...configuration.diagnostics, ...idle, ...folder.diagnostics];
  const diagnostics: Diagnostic[] = [...ofFolder];
  const { sources, others: otherLanguages } = ofLanguage(folder.notes, configuration.languages);

  const lastPositions = readPositions(positionsFile(configuration.root), configuration.content, diagnostics);

  const { outcomes, insets } = await parse(sources, configuration, options, memory, stages);
  const read = [...outcomes.values()];
  const { outcomes: parsed, wrong } =
    options.holds === true ? memory.held.hold(sources, read) : { outcomes: read, wrong: [] };
  const settings = { drafts: options.drafts === true, now: options.now ?? new Date(), configuration };
  const readable = parsed.flatMap(({ note }) => note ?? []);
  const gitDates = await askGit(options, configuration, memory, sources, diagnostics, stages);
  const { notes: handed, made } = withCascades(readable, configuration);
  const whole = withOutsideDates(handed, gitDates, sources);
  const filed = configuration.kind === 'hugo' ? readOtherPages(folder.assets, configuration) : [];
  const { published, leftOut, absent } = publishable<ParsedNote | OtherPage>(
    [...whole, ...ofLanguage(filed, configuration.languages).sources],
    settings,
    made,
  );
  const until = nextChange(
    [...whole, ...filed].map(({ frontMatter }) => frontMatter).concat([...made.values()]),
    settings.now,
  );
  const notes = published.filter((page) => 'hash' in page);
  const others = published.filter((page) => 'own' in page);
  // What is left out is left out of the report too: it is public. But where it may be so by mistake, its author is told.
  const kept = new Set(notes.map((note) => note.path));
  for (const { note, diagnostics: found } of parsed) {
    const isTold = note === null || kept.has(note.path);
    // Not spread: a call takes some hundred thousand arguments at most.
    for (const diagnostic of found) if (isTold || isDoubt(diagnostic)) diagnostics.push(diagnostic);
  }
  if (notes.length === 0) {
    const read = parsed.filter(({ note }) => note !== null).length;
    const excluded = folder.excluded.length;
    diagnostics.push(noNotes({ configuration, files: sources.length, read, excluded, otherLanguages }));
  }

  const site = { title: siteTitle(configuration, notes), baseURL: configuration.baseURL };
  const inOtherLanguages = readOtherLanguages(notes, folder.notes, settings);
  const resolution = await stages.run('Resolving references', notes.length, () =>
    memory.resolver.run(notes, configuration, [...folder.assets.keys()], inOtherLanguages.trees, others),
  );
  await memory.resolver.keep();
  const { names } = resolution;
  for (const diagnostic of resolution.diagnostics) diagnostics.push(diagnostic);
  diagnostics.push(...tellOtherPages(others));
  if (configuration.kind === 'plain') diagnostics.push(...tellOtherNotes(folder.assets.keys()));
  const resolved = withGitDates(withTagSpelling(resolution.notes), gitDates);
  const { graph, nodes } = deriveGraph(resolved, site, memory.graph);

  const places = {
    content: configuration.content,
    statics: configuration.statics,
    files: folder.assets,
    base: sitePath(configuration),
  };
  const ownPositions = positionsFile(configuration.root);
  const lookedFor = new Set([ownPositions, ...folder.assets.values(), ...copiedFrom(app)]);
  const told = new Set<Diagnostic>(ofFolder);
  const ownNames = new Map(sources.map(({ path, file = path }) => [path, file]));
  const pages = new Map(resolved.map(({ note, slug }) => [note.path, notePage(slug)]));
  const settled = once(async () => {
    await settle(insets, readable, memory, options.cache ?? null, stages);
    renew();
  });
  const found = once(async () => {
    await settled();
    await memory.keeping;
    const bad = notes.flatMap(insets.bad);
    return [...diagnostics, ...bad].sort(compareDiagnostics);
  });
  const named = (found: Diagnostic): Diagnostic => {
    const page = pages.get(found.file);
    // What is told of a file as such has its name already.
    const file = (told.has(found) ? undefined : ownNames.get(found.file)) ?? found.file;
    return reported(found, file, page);
  };
  const report = once(async (): Promise<ReportFile> => ({
    version: REPORT_VERSION,
    diagnostics: (await found()).map(named),
  }));
  const findings = once(async () => {
    const unread = sources.filter((_, index) => parsed[index]!.note === null);
    const absentNotes = [
      ...[...absent].flatMap(([note, why]) => ('hash' in note ? { note, why } : [])),
      ...folder.excluded.map((path) => absentAt(path, 'excluded')),
      ...unread.map(({ path }) => absentAt(path, 'unreadable')),
    ];
    const all = await found();
    return tellLeftOut(all, absentNotes, resolved, names, configuration).map(named);
  });
  const {
    files,
    positions: text,
    backlinks,
    renew,
  } = await deriveFiles(
    {
      app,
      configuration,
      live: options.live,
      url: options.url ?? null,
      notes: resolved,
      graph,
      nodes,
      gitDates,
      findAsset: createAssetFinder(places, names, lookedFor, memory.fileMemory),
      diagnostics,
      insets,
      settled,
      report,
      stages,
      threaded: options.workers !== 0,
      positions: lastPositions,
      isFreshMap: options.freshMap === true,
    },
    memory.derived,
  );
  const summary: Summary = {
    kind: configuration.kind,
    title: site.title,
    contentFolder: configuration.content,
    notes: notes.length,
    references: graph.references.length,
    unresolved: graph.references.filter(({ to, target }) => to === null && target === undefined).length,
    ghosts: graph.ghosts.length,
    orphans: countOrphans(nodes),
    leftOut,
    excluded: folder.excluded.length,
    otherLanguages,
    stages: stages.all,
  };
  // Nobody asks git, or the settings of another language, to learn that nothing has changed.
  const isKnowable =
    notes.length > 0 &&
    wrong.length === 0 &&
    inOtherLanguages.trees.size === 0 &&
    !asksGit(options, configuration);
  const madeOf = isKnowable
    ? { key: inputsKey(options, app, configuration, folder), files: lookedFor, until }
    : null;
  const positions = { file: ownPositions, text };
  const { root, content, statics } = configuration;
  const readFrom = { root, content, statics, otherContents: inOtherLanguages.contents };
  return { files, graph, report, findings, summary, readFrom, positions, backlinks, held: wrong, madeOf };
}

async function parse(
  sources: readonly Source[],
  configuration: Configuration,
  options: BuildOptions,
  memory: Memory,
  stages: Stages,
): Promise<Parsed> {
  const settings = parseSettingsOf(configuration);
  const settingsKey = JSON.stringify(settings);
  const keyOf = ({ path, file = '', hash }: Source): string => `${hash} ${path} ${file} ${settingsKey}`;
  const { workers, cache = null } = options;
  const isFirst = memory.parsed === null;
  memory.parsed ??= recall(cache, workers !== 0);
  const { outcomes: known, insets } = memory.parsed;
  const fresh = sources.filter((source) => !known.has(keyOf(source)));
  const found = await stages.run('Parsing notes', fresh.length, (tell) =>
    parseAll({
      sources: fresh,
      settings,
      onParsed: (note) => insets.want(note),
      onProgress: tell,
      ...(workers === undefined ? {} : { workers }),
    }),
  );
  const freshOutcomes = new Map(fresh.map((source, i) => [keyOf(source), found[i]!]));
  const outcomes = new Map(
    sources.map(keyOf).map((key) => [key, freshOutcomes.get(key) ?? known.get(key)!] as const),
  );
  // A server that stays has them in memory; it writes them down once.
  const kept = !isFirst || (fresh.length === 0 && known.size === outcomes.size);
  return (memory.parsed = { outcomes, insets, kept });
}

/** Who asks on the command line or in Hearthmap's settings is told where git has no answer; a Hugo site asks for what Hugo takes from it. */
async function askGit(
  options: BuildOptions,
  configuration: Configuration,
  memory: Memory,
  sources: readonly Source[],
  diagnostics: Diagnostic[],
  stages: Stages,
): Promise<GitDates> {
  if (!asksGit(options, configuration)) return new Map();
  const isAsked = options.gitDates === true || configuration.dates === 'git';
  const severity = isAsked ? 'warning' : 'info';
  const answer = await stages.run('Asking git', 1, () =>
    memory.git.ask(configuration.content, options.cache ?? null, severity),
  );
  const files = sources.map(({ path, file = path }) => file);
  diagnostics.push(
    ...(answer.diagnostic === null
      ? tellUnknown(configuration.content, files, answer.dates, severity)
      : [answer.diagnostic]),
  );
  return answer.dates;
}

function asksGit({ gitDates }: BuildOptions, { gitInfo, dates }: Configuration): boolean {
  return gitDates === true || dates === 'git' || gitInfo;
}

function copiedFrom({ files }: AppFiles): string[] {
  return [...files.values()].flatMap((content) => (content.kind === 'copy' ? content.from : []));
}

function recall(cache: string | null, threaded: boolean): Parsed {
  const { outcomes, insets } = cache === null ? NOTHING_KEPT : readParsed(cache);
  return { outcomes, insets: new Insets(insets, threaded), kept: true };
}

/** Waits for formulas and code; then all is there that is kept for the next build, and begins to be written. */
async function settle(
  insets: Insets,
  notes: readonly ParsedNote[],
  memory: Memory,
  cache: string | null,
  stages: Stages,
): Promise<void> {
  insets.wantLost(notes);
  if (insets.open > 0)
    await stages.run('Setting formulas and code', insets.open, (tell) => insets.settle(tell));
  insets.forgetAllBut(notes);
  const { outcomes, kept } = memory.parsed!;
  if (cache === null || kept) return;
  memory.keeping = stages.run('Keeping what was parsed', 1, () => {
    const used = new Set(
      [...outcomes.values()].flatMap(({ note }) => (note === null ? [] : insetKeys(note))),
    );
    return writeParsed(cache, {
      outcomes,
      insets: new Map([...used].map((key) => [key, insets.get(key)])),
    });
  });
}

/** Whether it says that nobody knows whether the note is a draft. */
function isDoubt({ code, severity }: Diagnostic): boolean {
  return code === 'bad-front-matter' && severity === 'error';
}

const lastReported = new WeakMap<Diagnostic, ReportFile['diagnostics'][number]>();

/** The same object again for what was told before: it is sooner seen that it isn't new. */
function reported(found: Diagnostic, file: string, page: string | undefined): Diagnostic {
  const before = lastReported.get(found);
  if (before?.file === file && before.page === page) return before;
  const now = page === undefined ? { ...found, file } : { ...found, file, page };
  lastReported.set(found, now);
  return now;
}

function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => (result ??= work());
}

function siteTitle(configuration: Configuration, notes: readonly ParsedNote[]): string {
  const home = notes.find((note) => note.path === '_index.md' || note.path === 'index.md');
  return configuration.title ?? home?.title ?? path.basename(configuration.root);
}
