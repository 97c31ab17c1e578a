/**
 * `data/attachments.<hash>.json`: which files notes show or link to. Asked for when a reader wants them on the map.
 */
import { DataError, isRecord } from './site.ts';

export const ATTACHMENTS_VERSION = 1;

/** All attachments are below this folder of the site. */
export const ATTACHMENTS_FOLDER = 'files/';

export interface AttachmentsFile {
  readonly version: typeof ATTACHMENTS_VERSION;
  /** How many notes the map has. */
  readonly notes: number;
  /** Paths from the site's root, as the files are called; in an address they must be encoded. */
  readonly files: readonly string[];
  /** By file: the notes that show it or link to it, ascending. */
  readonly users: readonly (readonly number[])[];
}

/**
 * Checks an unknown value once.
 * @throws {DataError} in words, where the value is no file of this version or contradicts itself.
 */
export function readAttachments(value: unknown): AttachmentsFile {
  if (!isRecord(value)) throw new DataError('The file of attachments holds none.');
  const { version, notes, files, users } = value;
  if (version !== ATTACHMENTS_VERSION) {
    throw new DataError(
      `The file of attachments has version ${String(version)}; this page reads version ${ATTACHMENTS_VERSION}. Reload the page.`,
    );
  }
  if (typeof notes !== 'number' || !Number.isInteger(notes) || notes < 0)
    throw new DataError('The file of attachments does not say of how many notes.');
  if (!Array.isArray(files) || !files.every(isAttachment))
    throw new DataError('The file of attachments names what is no attachment.');
  const isNote = (note: unknown): boolean =>
    typeof note === 'number' && Number.isInteger(note) && note >= 0 && note < notes;
  const isUsers = (list: unknown): boolean => Array.isArray(list) && list.every(isNote);
  if (!Array.isArray(users) || users.length !== files.length || !users.every(isUsers))
    throw new DataError('The file of attachments does not say whose they are.');
  return { version, notes, files, users: users as number[][] };
}

function isAttachment(path: unknown): path is string {
  return typeof path === 'string' && path.startsWith(ATTACHMENTS_FOLDER) && !path.split('/').includes('..');
}
