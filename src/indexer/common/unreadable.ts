/** What the author can do where the system doesn't let a file be read. */
const ADVICE = new Map([
  ['EACCES', 'Check its permissions.'],
  ['EPERM', 'Check its permissions.'],
  ['ENOENT', 'If it is a link, it leads to nothing: mend it, or delete it.'],
  ['ELOOP', 'Links lead in a circle: let one of them name the file itself.'],
  ['EIO', 'The disk failed: look at it, and at your backup.'],
]);

/** @param reason the system's name of what went wrong */
export function unreadableAdvice(reason: string): string {
  return ADVICE.get(reason) ?? 'Look whether other programs can read it.';
}
