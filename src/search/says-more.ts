/** Whether a query says more than words: fields, phrases, brackets, exclusions, a choice, a tag, an expression. */
export function saysMore(query: string): boolean {
  return /[:"“”„()#]|(?:^|\s)[-/]|\b(?:OR|AND)\b/.test(query);
}
