/** The prebuilt app of the package: which of its files each page links to. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isRecord } from '../../contract/site.ts';
import type { SiteContent } from '../common/types.ts';

export interface AppFiles {
  /** Path from the site's root → where it is copied from. */
  readonly files: ReadonlyMap<string, SiteContent>;
  /** From the site's root. */
  readonly script: string;
  readonly preload: readonly string[];
  readonly styles: readonly string[];
  /** The font of titles and texts, and those of nearly every formula: texts set without them move when they come. */
  readonly textFonts: readonly string[];
  readonly mathFonts: readonly string[];
  /** Of formulas, and of callouts and embeds: only pages that have some link it. */
  readonly mathStyle: string;
  readonly asideStyle: string;
  /** Of every page on paper. */
  readonly printStyle: string;
  /** Of the page in the frame of `<hearth-map>`. */
  readonly embedScript: string;
  /** What that script loads in any case. */
  readonly embedPreload: readonly string[];
  readonly embedStyles: readonly string[];
}

/** The page in the frame is built by itself, so that it shares no file with the app. */
const EMBED_MANIFEST = 'embed-manifest.json';

/**
 * Reads the app's folder and the manifest that its build left there.
 * @throws {Error} in words, where the app isn't built
 */
export function readApp(folder: string): AppFiles {
  const manifestFile = path.join(folder, 'manifest.json');
  if (!existsSync(manifestFile)) {
    throw new Error(
      `The app is not built: "${manifestFile}" is missing. Run "npm run build", or install hearthmap again.`,
    );
  }
  const manifest: unknown = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const embedFile = path.join(folder, EMBED_MANIFEST);
  const embedManifest: unknown = existsSync(embedFile)
    ? JSON.parse(readFileSync(embedFile, 'utf8'))
    : manifest;
  const embed = chunk(embedManifest, 'src/embed-page.ts');
  const page = chunk(manifest, 'index.html');
  const imports = list(page, 'imports').map((key) => chunk(manifest, key));
  const files = new Map<string, SiteContent>();
  const walk = (prefix: string): void => {
    for (const name of readdirSync(path.join(folder, prefix)).sort()) {
      const relative = prefix + name;
      const source = path.join(folder, relative);
      if (statSync(source).isDirectory()) walk(`${relative}/`);
      else if (!['manifest.json', EMBED_MANIFEST, 'index.html'].includes(relative)) {
        files.set(relative, { kind: 'copy', from: source });
      }
    }
  };
  walk('');
  return {
    files,
    script: text(page, 'file'),
    preload: imports.map((one) => text(one, 'file')),
    styles: [...imports, page].flatMap((one) => list(one, 'css')),
    textFonts: fontsOf([...imports, page], /-latin-wght-normal-/),
    mathFonts: fontsOf(
      [chunk(manifest, 'src/client/reader/math.css')],
      /KaTeX_(?:Main-Regular|Math-Italic)-/,
    ),
    mathStyle: text(chunk(manifest, 'src/client/reader/math.css'), 'file'),
    asideStyle: text(chunk(manifest, 'src/client/reader/asides.css'), 'file'),
    printStyle: text(chunk(manifest, 'src/client/reader/print.css'), 'file'),
    embedScript: text(embed, 'file'),
    embedPreload: list(embed, 'dynamicImports').map((key) => text(chunk(embedManifest, key), 'file')),
    embedStyles: list(embed, 'css'),
  };
}

function chunk(manifest: unknown, key: string): Record<string, unknown> {
  const found = isRecord(manifest) && Object.hasOwn(manifest, key) ? manifest[key] : undefined;
  if (!isRecord(found))
    throw new Error(`The app's manifest lacks "${key}". Build or install hearthmap again.`);
  return found;
}

function fontsOf(chunks: readonly Record<string, unknown>[], wanted: RegExp): string[] {
  return chunks.flatMap((one) => list(one, 'assets')).filter((file) => wanted.test(file));
}

function text(record: Record<string, unknown>, key: string): string {
  return String(record[key]);
}

function list(record: Record<string, unknown>, key: string): string[] {
  const value = record[key];
  return Array.isArray(value) ? value.map(String) : [];
}
