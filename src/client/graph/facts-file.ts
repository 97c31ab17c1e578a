/** Fetches the facts about the notes. */
import { readFacts, type Facts } from '../../contract/facts.ts';
import { DataError } from '../../contract/site.ts';

/** @throws {DataError} whose message is for the reader. */
export async function loadFacts(file: URL): Promise<Facts> {
  let response: Response;
  try {
    response = await fetch(file);
  } catch {
    throw new DataError(
      navigator.onLine
        ? 'The site did not answer for the dates of its notes.'
        : 'You are offline, and the dates of the notes have not come yet.',
    );
  }
  if (response.status === 404) {
    throw new DataError('The notes were published anew since this page was opened. Reload the page.');
  }
  if (!response.ok) throw new DataError(`The site answered ${response.status} for the dates of its notes.`);
  let found: unknown;
  try {
    found = await response.json();
  } catch {
    throw new DataError('The dates of the notes are broken off or no data at all.');
  }
  return readFacts(found);
}
