/** Drafts, future and expired notes are left out of everything, as Hugo leaves them out. */
import { noteName } from '../common/note-name.ts';
import type { FrontMatter, ParsedNote, Summary } from '../common/types.ts';
import type { Configuration } from '../settings/configuration.ts';
import { parentOf } from './permalink.ts';

export type LeftOut = keyof Summary['leftOut'];

export interface PublishSettings {
  readonly drafts: boolean;
  readonly now: Date;
  readonly configuration: Pick<Configuration, 'kind' | 'buildDrafts' | 'buildFuture' | 'buildExpired'>;
}

/**
 * The notes to publish, in their order, how many are left out why, and why each of these is.
 * @param made front matter of sections that Hugo makes without a file, by folder
 */
export function publishable<Note extends Pick<ParsedNote, 'path' | 'frontMatter'>>(
  notes: readonly Note[],
  settings: PublishSettings,
  made: ReadonlyMap<string, FrontMatter> = new Map(),
): { published: Note[]; leftOut: Record<LeftOut, number>; absent: ReadonlyMap<Note, LeftOut> } {
  const own = notes.map((note) => leftOutAs(note.frontMatter, settings));
  // In Hugo a section or bundle takes with it all that stands below it, and so does the home page.
  const folders = new Map<string, LeftOut>();
  if (settings.configuration.kind === 'hugo') {
    notes.forEach((note, index) => {
      const { folder, role } = noteName(note.path);
      const reason = own[index]!;
      const isAround = role === 'section' || (role === 'bundle' && folder !== '');
      if (isAround && reason !== null) folders.set(folder, reason);
    });
    for (const [folder, fields] of made) {
      const reason = leftOutAs(fields, settings);
      if (reason !== null) folders.set(folder, reason);
    }
  }
  const around = (notePath: string): LeftOut | null => {
    if (folders.size === 0) return null;
    for (let { folder } = noteName(notePath); ; folder = parentOf(folder)) {
      const reason = folders.get(folder);
      if (reason !== undefined) return reason;
      if (folder === '') return null;
    }
  };
  const leftOut = { drafts: 0, future: 0, expired: 0 };
  const absent = new Map<Note, LeftOut>();
  const published = notes.filter((note, index) => {
    const reason = own[index] ?? around(note.path);
    if (reason === null) return true;
    leftOut[reason]++;
    absent.set(note, reason);
    return false;
  });
  return { published, leftOut, absent };
}

/** Why a note is left out, or null. */
export function leftOutAs(fields: FrontMatter, settings: PublishSettings): LeftOut | null {
  const { drafts, now, configuration } = settings;
  if (drafts) return null;
  const isHugo = configuration.kind === 'hugo';
  const isDraft = fields.draft === (isHugo ? 'in-hugo' : 'in-vault') || fields.draft === true;
  if (isDraft && !configuration.buildDrafts) return 'drafts';
  const published = fields.publishDate ?? fields.date;
  if (published !== null && !configuration.buildFuture && Date.parse(published) > now.getTime())
    return 'future';
  const { expiryDate } = fields;
  if (expiryDate !== null && !configuration.buildExpired && Date.parse(expiryDate) < now.getTime())
    return 'expired';
  return null;
}
