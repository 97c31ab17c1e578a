/**
 * A finding's message as it stands before its suggestion, a space apart: one that is a sentence of its own follows as one.
 */
export function beforeSuggestion(message: string, suggestion: string): string {
  return `${message.replace(/[.;]$/, '')}${/^\p{Lu}/u.test(suggestion) ? '.' : ';'}`;
}
