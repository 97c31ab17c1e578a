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

/**
 * A folder within what another program builds, without slashes around.
 * @throws {Error} in words where it is none, or lies elsewhere
 */
export function placeWithin(value: unknown, option: string): string {
  const place = typeof value === 'string' ? value.replace(/^\/+|\/+$/g, '') : '';
  if (place !== '' && !place.split(/[/\\]/).some((name) => name === '' || /^\.+$/.test(name))) return place;
  throw new Error(
    `The option "${option}" is a folder within what is built, such as "map/", and not ${JSON.stringify(value) ?? typeof value}.`,
  );
}
