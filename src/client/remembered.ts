/** What this browser remembers of its reader's choices. Where storage is forbidden, nothing, and nobody is told. */
const PREFIX = 'hearthmap:';

export function remembered(key: string): unknown {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Full or forbidden: the choice holds for this visit.
  }
}
