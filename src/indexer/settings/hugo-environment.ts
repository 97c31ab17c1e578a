/** What the environment says over a Hugo site's files. */
import { isRecord } from '../../contract/site.ts';
import type { Settings } from './settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The folder in `config/` that stands over `_default`. */
export function environmentName(environment: Environment): string {
  return environment['HUGO_ENVIRONMENT'] || environment['HUGO_ENV'] || 'production';
}

/**
 * The settings with the variables over them, as Hugo takes them: the character behind `HUGO` parts the keys, so that
 * `HUGO_PARAMS_COLOUR` and `HUGOxPARAMSxMY_COLOUR` both have a meaning. A value is read as what stands there already: a
 * text, `true` or `false`, a number, else JSON; what can't be read so is left out.
 * Source: https://gohugo.io/getting-started/configuration/#configure-with-environment-variables
 */
export function withEnvironment(settings: Settings, environment: Environment): Settings {
  let result = settings;
  for (const name of Object.keys(environment).sort()) {
    const [, separator, rest] = /^HUGO([^])([^]+)$/.exec(name) ?? [];
    const text = environment[name];
    if (separator === undefined || text === undefined) continue;
    const keys = rest!.toLowerCase().split(separator.toLowerCase());
    if (keys.includes('')) continue;
    const value = valueOf(
      text,
      keys
        .slice(0, -1)
        .reduce((at, key) => at.inner(key), result)
        .value(keys.at(-1)!),
    );
    if (value !== undefined)
      result = result.with(keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value));
  }
  return result;
}

/** Undefined where it can't be read as what stands there. */
function valueOf(text: string, before: unknown): unknown {
  if (typeof before === 'string') return text;
  if (before === undefined || typeof before === 'boolean') {
    if (/^(?:true|1|t)$/i.test(text)) return true;
    if (/^(?:false|0|f)$/i.test(text)) return false;
    if (before !== undefined) return undefined;
    return /^[[{]/.test(text.trim()) ? (json(text) ?? text) : text;
  }
  if (typeof before === 'number') return text.trim() === '' || isNaN(Number(text)) ? undefined : Number(text);
  const value = json(text);
  return Array.isArray(before) === Array.isArray(value) && isRecord(before) === isRecord(value)
    ? value
    : undefined;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
