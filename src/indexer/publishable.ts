/** Drafts, future and expired notes are left out of everything, as Hugo leaves them out. */
import type { Configuration } from './configuration.ts';
import type { FrontMatter, Summary } from './types.ts';

export type LeftOut = keyof Summary['leftOut'];

export interface PublishSettings {
  readonly drafts: boolean;
  readonly now: Date;
  readonly configuration: Pick<Configuration, 'buildDrafts' | 'buildFuture' | 'buildExpired'>;
}

/** Why a note is left out, or null. */
export function leftOutAs(fields: FrontMatter, settings: PublishSettings): LeftOut | null {
  const { drafts, now, configuration } = settings;
  if (drafts) return null;
  if (fields.draft && !configuration.buildDrafts) return 'drafts';
  const published = fields.publishDate ?? fields.date;
  if (published !== null && !configuration.buildFuture && Date.parse(published) > now.getTime())
    return 'future';
  const { expiryDate } = fields;
  if (expiryDate !== null && !configuration.buildExpired && Date.parse(expiryDate) < now.getTime())
    return 'expired';
  return null;
}
