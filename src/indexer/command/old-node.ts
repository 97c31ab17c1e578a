/**
 * What to say where Node is too old to run a command; null where it isn't.
 * @param version such as `20.19.0`
 * @param needed as `engines` of package.json has it: `>=20.19`
 */
export function oldNode(version: string, needed: string): string | null {
  const least = needed.replace('>=', '');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return null;
  return `this is Node ${version}, and it takes ${least} or newer. Newer ones are at https://nodejs.org.`;
}
