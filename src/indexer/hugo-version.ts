/** For which Hugo a site is written, as far as it says so itself: readers of a blog have what its author's Hugo makes. */
import path from 'node:path';
import { readSettings, Settings } from './settings.ts';

/** Settings that only newer versions know. */
const KNOWN_SINCE: readonly (readonly [key: string, minor: number])[] = [
  ['pagination', 128],
  ['locale', 158],
];
const FILES = [
  'theme.toml',
  ...['toml', 'yaml', 'yml', 'json'].flatMap((kind) => [`hugo.${kind}`, `config.${kind}`]),
];

/**
 * The least version that the site, a theme of its own folders or one of its settings asks for: 128 for 0.128; 0 where none does.
 * @param root absolute path of the site
 */
export function leastHugo(settings: Settings, root: string): number {
  const themes = path.resolve(root, settings.text('themesdir') ?? 'themes');
  const imports = settings.inner('module').list('imports');
  const names = [
    ...settings.texts('theme', []),
    ...imports.flatMap((entry) => new Settings(entry).text('path') ?? []),
  ];
  const ofThemes = names.flatMap((name) =>
    FILES.map((file) => asked(new Settings(readSettings(path.join(themes, name), file, [])))),
  );
  const ofKeys = KNOWN_SINCE.map(([key, minor]) => (settings.has(key) ? minor : 0));
  return Math.max(asked(settings), ...ofThemes, ...ofKeys);
}

function asked(settings: Settings): number {
  const versions = [settings.inner('module').inner('hugoversion').text('min'), settings.text('min_version')];
  return Math.max(...versions.map((version) => Number(/^v?0\.(\d{1,4})\b/.exec(version ?? '')?.[1] ?? 0)));
}
