import { expect, test } from 'vitest';
import { inWords } from './write-error.ts';

const refused = (code: string): Error => Object.assign(new Error(code), { code, path: '/notes/a' });

test.each([
  ['EACCES', 'permission is denied. Change the permissions'],
  ['EPERM', 'the system does not permit it. Change the permissions'],
  ['EROFS', 'the disk is read-only. Make it writable'],
])('%s of a file beside the site names no other folder for the site', (code, words) => {
  const [own, other] = [null, 'name another file with --backlinks'].map((elsewhere) =>
    inWords(refused(code), 'It could not be kept', elsewhere),
  );
  expect(own).toMatchObject({ message: `It could not be kept (/notes/a): ${words}, then build again.` });
  expect(other).toMatchObject({
    message: `It could not be kept (/notes/a): ${words}, or name another file with --backlinks, then build again.`,
  });
  expect(inWords(refused(code), 'Not written')).toMatchObject({
    message: `Not written (/notes/a): ${words}, or name another folder with --out, then build again.`,
  });
});
