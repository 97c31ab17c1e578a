/** Fetches what the map asks for when a reader wants to know it. */
import { GONE } from '../../../contract/gone.ts';
import { DataError } from '../../../contract/site.ts';

/**
 * @param what is in the file, such as "dates of its notes"
 * @returns the parsed file, unchecked
 * @throws {DataError} whose message is for the reader.
 */
export async function loadData(file: URL, what: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(file);
  } catch {
    throw new DataError(
      navigator.onLine
        ? `The site did not answer for the ${what}.`
        : `You are offline, and the ${what} have not come yet.`,
    );
  }
  if (response.status === 404) {
    dispatchEvent(new Event(GONE));
    throw new DataError('The notes were published anew since this page was opened. Reload the page.');
  }
  if (!response.ok) throw new DataError(`The site answered ${response.status} for the ${what}.`);
  try {
    return await response.json();
  } catch {
    throw new DataError(`The ${what} are broken off or no data at all.`);
  }
}
