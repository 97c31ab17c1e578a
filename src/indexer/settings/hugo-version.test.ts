import { afterAll, expect, test } from 'vitest';
import { removeSampleFolders, sampleFolder } from '../sample-folder.ts';
import { leastHugo } from './hugo-version.ts';
import { readSettings, Settings } from './settings.ts';

afterAll(removeSampleFolders);

const THEMES = {
  'themes/old/theme.toml': 'min_version = "0.41"',
  'themes/new/theme.toml': 'name = "New"\nmin_version = "0.146.0"',
  'themes/set/hugo.yaml': 'module: { hugoVersion: { extended: true, min: "0.128.0" } }',
  'themes/broken/theme.toml': 'min_version = [',
  'themes/laid/layouts/_partials/head.html': '',
  'themes/laid-before/layouts/_default/_markup/render-link.html': '',
  'other/new/theme.toml': 'min_version = "v0.150"',
};

test.each([
  ['', 0],
  ['module.hugoVersion.min = "0.123.0"', 123],
  ['module.hugoVersion.min = "newest"', 0],
  ['theme = "old"', 41],
  ['theme = ["old", "new"]', 146],
  ['theme = "set"', 128],
  ['theme = ["broken", "gone"]', 0],
  ['[[module.imports]]\npath = "new"\n[[module.imports]]\npath = "github.com/a/b"', 146],
  ['theme = "new"\nthemesDir = "other"', 150],
  ['[pagination]\npagerSize = 5', 128],
  ['[markup.goldmark.extensions.extras.mark]\nenable = true', 126],
  ['[markup.goldmark.extensions]\nextras_ = 1', 0],
  ['theme = "laid"', 146],
  ['theme = "laid-before"', 0],
  ['locale = "de"\ntheme = "new"', 158],
])('the least Hugo of %j is %i', (settings, minor) => {
  const root = sampleFolder({ ...THEMES, 'hugo.toml': settings });
  expect(leastHugo(new Settings(readSettings(root, 'hugo.toml', [])), root)).toBe(minor);
});
