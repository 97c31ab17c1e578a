/** A day or a moment that the author named on the command line; null where there is no such one, as the 31st of February. */
export function momentOf(text: string): Date | null {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:T\S+)?$/.exec(text) ?? [];
  const date = new Date(text);
  if (day === undefined || Number.isNaN(date.getTime())) return null;
  const midnight = new Date(`${day}T00:00:00Z`);
  return midnight.toISOString().startsWith(day) ? date : null;
}
