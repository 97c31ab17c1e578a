/** Whether a folder of notes may be read, before any of it is. */
import { accessSync, constants } from 'node:fs';
import { unreadableAdvice } from './unreadable.ts';
import { codeOf } from './write-error.ts';

/**
 * @param access asks the system; tests answer in its place
 * @throws {Error} in words
 */
export function mustBeReadable(folder: string, access: typeof accessSync = accessSync): void {
  try {
    access(folder, constants.R_OK | constants.X_OK);
  } catch (error) {
    const reason = codeOf(error);
    throw new Error(`The folder "${folder}" can't be read (${reason}). ${unreadableAdvice(reason)}`, {
      cause: error,
    });
  }
}
