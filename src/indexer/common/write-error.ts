/** Nothing was published. The message says why and what to do, and is printed as it is. */
export class PublishError extends Error {
  override readonly name = 'PublishError';

  /** The same for a program of the author's, which names the folder without an option of the command line. */
  forProgram(): PublishError {
    return new PublishError(this.message.replaceAll(WITH_OUT, ''), { cause: this.cause });
  }
}

/** How the command line names the folder of the site, at the end of what an author may do. */
const WITH_OUT = ' with --out';

/** The system's name of what went wrong (`ENOENT`), or an empty text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const OUT = 'name another folder with --out';

/** @param elsewhere what else the author may do, or null */
function wordsOf(code: string, elsewhere: string | null): string | undefined {
  const or = elsewhere === null ? '' : `, or ${elsewhere}`;
  switch (code) {
    case 'EACCES':
      return `permission is denied. Change the permissions${or}`;
    case 'EPERM':
      return `the system does not permit it. Change the permissions${or}`;
    case 'EROFS':
      return `the disk is read-only. Make it writable${or}`;
    default:
      return WORDS.get(code);
  }
}

const WORDS = new Map([
  ['ENOSPC', 'the disk is full. Make room'],
  ['EDQUOT', 'your quota of disk space is used up. Make room'],
  ['EFBIG', 'a file would be larger than the system allows. Raise the limit (ulimit -f)'],
  ['EBUSY', 'the folder is in use or a mount point. Name a folder inside it with --out'],
  ['EXDEV', 'the folder is a mount point. Name a folder inside it with --out'],
  ['EMFILE', 'too many files are open. Raise the limit (ulimit -n)'],
  ['ENFILE', 'too many files are open on this machine. Close some programs'],
  ['ENAMETOOLONG', 'a name is longer than the file system allows. Shorten it'],
  ['ENOTDIR', 'a file stands where a folder is needed. Move it away'],
  ['EEXIST', 'a file stands where a folder is needed. Move it away'],
  ['EIO', 'the disk reports an error. Check it'],
]);

/**
 * A failure of the file system in words, with the file it happened to. A fault of the program stays what it is.
 * @param elsewhere what the author may do but to change the permissions; null where there is nothing else
 */
export function inWords(error: unknown, what: string, elsewhere: string | null = OUT): unknown {
  const code = codeOf(error);
  if (!(error instanceof Error) || code === '') return error;
  const path = 'path' in error ? ` (${String(error.path)})` : '';
  const words = wordsOf(code, elsewhere) ?? `${error.message}. Put that right`;
  return new PublishError(`${what}${path}: ${words}, then build again.`, { cause: error });
}
