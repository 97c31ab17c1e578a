/**
 * A path that a program gives.
 * @param meaning such as "the folder of your notes"
 * @throws {Error} in words
 */
export function folderPath(value: unknown, meaning: string): string {
  if (typeof value === 'string' && value !== '') return value;
  const seen =
    value instanceof URL ? `the address ${value.href}` : value === '' ? 'an empty text' : `${typeof value}`;
  const help = value instanceof URL ? ' fileURLToPath() of node:url makes one of an address.' : '';
  throw new Error(`The path of ${meaning} is to be a text, such as "content", and not ${seen}.${help}`);
}
