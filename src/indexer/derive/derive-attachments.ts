/** Which files notes show or link to, for the map. */
import { ATTACHMENTS_VERSION, type AttachmentsFile } from '../../contract/attachments.ts';

/**
 * @param addresses by note: the files that it shows or links to, from the site's root; repeated ones count once
 * @returns files in the order of their addresses; null where no note has any
 */
export function deriveAttachments(addresses: readonly Iterable<string>[]): AttachmentsFile | null {
  const users = new Map<string, number[]>();
  addresses.forEach((own, note) => {
    for (const address of new Set(own)) {
      const known = users.get(address);
      if (known === undefined) users.set(address, [note]);
      else known.push(note);
    }
  });
  if (users.size === 0) return null;
  const files = [...users.keys()].sort();
  return {
    version: ATTACHMENTS_VERSION,
    notes: addresses.length,
    files,
    users: files.map((file) => users.get(file)!),
  };
}
