/**
 * Where a field's name stands in a block of front matter of any form, in UTF-16 units; the beginning where it isn't found.
 * Looked for only where something is wrong with the field.
 * @param name in lower case
 */
export function fieldOffset(block: string, name: string): number {
  const key = name.replace(/[^\w]/g, '\\$&');
  // A field of its own line, a table in TOML, and last a field amid others in JSON or YAML's braces.
  const patterns = [
    `^[ \\t]*(["']?)${key}\\1[ \\t]*[:=.]`,
    `^[ \\t]*\\[{1,2}[ \\t]*(["']?)${key}\\1[ \\t]*[.\\]]`,
    `[{,]\\s*(["']?)${key}\\1\\s*:`,
  ];
  for (const pattern of patterns) {
    const match = new RegExp(pattern, 'im').exec(block);
    if (match !== null) return match.index + match[0].search(/[^\s{,]/);
  }
  return 0;
}
