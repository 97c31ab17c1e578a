/** For which Hugo a site is written, as far as it says so itself: readers of a blog have what its author's Hugo makes. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readSettings, Settings } from './settings.ts';

/** Since then, Hugo has other ways with paths. */
export const REWRITTEN = 123;
/** Settings that only newer versions know, the outer before the inner. */
const KNOWN_SINCE: readonly (readonly [keys: readonly string[], minor: number])[] = [
  [['capitalizelisttitles'], 123],
  [['markup', 'goldmark', 'renderhooks'], 123],
  [['segments'], 124],
  [['markup', 'goldmark', 'extensions', 'extras'], 126],
  [['httpcache'], 127],
  [['pagination'], 128],
  [['disabledefaultlanguageredirect'], 140],
  [['contenttypes'], 144],
  [['locale'], 158],
];
/** Where templates stand since 0.146. */
const NEW_LAYOUTS = ['_markup', '_partials', '_shortcodes'].map((name) => path.join('layouts', name));
const NEW_LAYOUTS_SINCE = 146;
const FILES = [
  'theme.toml',
  ...['toml', 'yaml', 'yml', 'json'].flatMap((kind) => [`hugo.${kind}`, `config.${kind}`]),
];

/**
 * The least version that the site, a theme of its own folders, one of its settings or the place of its templates asks for: 128 for 0.128; 0 where none does.
 * @param root absolute path of the site
 */
export function leastHugo(settings: Settings, root: string): number {
  const themes = path.resolve(root, settings.text('themesdir') ?? 'themes');
  const imports = settings.inner('module').list('imports');
  const names = [
    ...settings.texts('theme', []),
    ...imports.flatMap((entry) => new Settings(entry).text('path') ?? []),
  ];
  const folders = names.map((name) => path.join(themes, name));
  const ofThemes = folders.flatMap((folder) =>
    FILES.map((file) => asked(new Settings(readSettings(folder, file, [])))),
  );
  const ofKeys = KNOWN_SINCE.map(([keys, minor]) => (hasInner(settings, keys) ? minor : 0));
  const ofLayouts = [root, ...folders].map((folder) => (hasNewLayouts(folder) ? NEW_LAYOUTS_SINCE : 0));
  return Math.max(asked(settings), ...ofThemes, ...ofKeys, ...ofLayouts);
}

function hasInner(settings: Settings, [key = '', ...inner]: readonly string[]): boolean {
  return inner.length === 0 ? settings.has(key) : hasInner(settings.inner(key), inner);
}

function hasNewLayouts(folder: string): boolean {
  return NEW_LAYOUTS.some((name) => existsSync(path.join(folder, name)));
}

function asked(settings: Settings): number {
  const versions = [settings.inner('module').inner('hugoversion').text('min'), settings.text('min_version')];
  return Math.max(...versions.map((version) => Number(/^v?0\.(\d{1,4})\b/.exec(version ?? '')?.[1] ?? 0)));
}
