import type { Site } from './types.ts';
import { writeBeside } from './write-beside.ts';

/** @throws {PublishError} in words. @returns whether it has changed */
export function writeBacklinks(site: Pick<Site, 'backlinks'>, file: string): boolean {
  return writeBeside(
    file,
    site.backlinks(),
    'The site is there, but who links to each note could not be written',
  );
}
