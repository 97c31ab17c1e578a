/**
 * What `hearthmap dev` says on the event stream that `site.live` names. Every message is the whole state, so that none
 * can be missed: the first one comes at once, then one for each build.
 */
import { DataError, isRecord } from './site.ts';

export interface LiveMessage {
  /** Changes whenever a published file does: a page that was loaded from another build reads its data anew. */
  readonly build: string;
  /** Pages (`notes/<slug>/`) whose files differ from the build before. */
  readonly pages: readonly string[];
  /** Why the last build failed, in words; the site of `build` is still served. Null where all is well. */
  readonly problem: string | null;
  /** What is wrong with notes that can't be read now and are there as they were read last: `file:line:column message`. */
  readonly held: readonly string[];
}

/** @throws {DataError} where the text is no message of the event stream. */
export function readLiveMessage(text: string): LiveMessage {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (!isRecord(value) || typeof value['build'] !== 'string')
    throw new DataError('The live updates say nothing.');
  const { build, pages, problem, held } = value;
  return {
    build,
    pages: texts(pages),
    problem: typeof problem === 'string' ? problem : null,
    held: texts(held),
  };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}
