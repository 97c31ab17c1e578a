/** The files that notes show or link to. */
import type { Diagnostic } from '../../contract/diagnostic.ts';
import { diagnose } from '../common/diagnose.ts';
import { noteName } from '../common/note-name.ts';
import type { Position } from '../common/positions.ts';
import type { SiteContent } from '../common/types.ts';
import type { ResolvedNote } from '../resolve/resolved-note.ts';
import type { AssetAnswer } from './assets.ts';

export interface AssetsInput {
  readonly notes: readonly ResolvedNote[];
  readonly findAsset: (argument: string, folder: string) => AssetAnswer;
  /** Takes what is found missing. */
  readonly diagnostics: Diagnostic[];
}

/** What stands where a note shows or links to a file. */
export interface NoteFiles {
  /** One for each of its assets, in their order. */
  readonly assets: readonly AssetAnswer[];
  /** By index of those references that lead to a file. */
  readonly references: Readonly<Record<number, AssetAnswer>>;
}

/**
 * Answers by note; what is found is copied, what isn't is told.
 * @param attached takes by note the addresses of what is copied for it
 */
export function findAssets(
  { notes, findAsset, diagnostics }: AssetsInput,
  files: Map<string, SiteContent>,
  attached: readonly Set<string>[],
): NoteFiles[] {
  return notes.map(({ note, resolutions }, id) => {
    const copy = (answer: AssetAnswer): void => {
      if (answer.kind !== 'file') return;
      files.set(answer.address, { kind: 'copy', from: answer.source });
      attached[id]!.add(answer.address);
    };
    const references: Record<number, AssetAnswer> = {};
    resolutions.forEach((resolution, index) => {
      if (resolution.kind !== 'asset' || resolution.path === '') return;
      const answer = findAsset(`/${resolution.path}`, '');
      references[index] = answer;
      copy(answer);
      if (answer.kind === 'missing') {
        diagnostics.push(missingAsset(note.path, note.references[index]!, answer));
      }
    });
    const { folder } = noteName(note.path);
    const assets = note.assets.map((asset) => {
      const answer = findAsset(asset.argument, folder);
      copy(answer);
      if (answer.kind === 'missing') {
        diagnostics.push(missingAsset(note.path, asset, answer));
      }
      return answer;
    });
    return { assets, references };
  });
}

const lastMissing = new WeakMap<Position, Diagnostic>();

/** The same object again for what is missing still. */
function missingAsset(
  file: string,
  place: Position,
  { reason, advice }: { reason: string; advice: string },
): Diagnostic {
  const before = lastMissing.get(place);
  if (before?.message === reason) return before;
  const now = diagnose('missing-asset', file, place, reason, advice);
  lastMissing.set(place, now);
  return now;
}
