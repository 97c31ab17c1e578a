/**
 * Lines of code that the author marked or wants numbered, in Hugo's words:
 *
 *     ```go {linenos=table, hl_lines=[2, "4-5"], linenostart=10}
 *     {{< highlight go "linenos=table,hl_lines=2 4-5" >}}
 */

/** In the text of the language, behind its name: what all else of a block doesn't tell. */
const OPTIONS = / \{(?:from (\d+))?;([\d -]*)\}$/;
const MAX_RANGES = 100;

/**
 * What is said of lines, to stand behind the language's name; mostly nothing.
 * @param written the options as the author wrote them
 * @param isNumbered whether lines have numbers where nothing is said of them
 */
export function lineOptions(written: string, isNumbered = false): string {
  if (!isNumbered && !/hl_lines|linenos/i.test(written)) return '';
  const said = /\blinenos\s*=\s*["']?(\w+)/i.exec(written)?.[1];
  const numbers = said === undefined ? isNumbered : /^(?:table|inline|true)$/i.test(said);
  const start = /\blinenostart\s*=\s*["']?(\d{1,6})/i.exec(written)?.[1] ?? '1';
  const marked = /\bhl_lines\s*=\s*(\[[^[\]]*\]|"[^"]*"|'[^']*'|[\d\s-]+)/i.exec(written)?.[1] ?? '';
  const ranges = (marked.match(/\d{1,6}(?:-\d{1,6})?/g) ?? []).slice(0, MAX_RANGES);
  if (!numbers && ranges.length === 0) return '';
  return ` {${numbers ? `from ${start}` : ''};${ranges.join(' ')}}`;
}

export function withoutLineOptions(language: string): string {
  return language.replace(OPTIONS, '');
}

/** Marks and numbers the lines; the text stays as it is. @param html of one block of code, its elements closed */
export function withLines(html: string, language: string): string {
  const options = OPTIONS.exec(language);
  if (options === null) return html;
  const from = options[1] === undefined ? null : Number(options[1]);
  const ranges = options[2]!.split(' ').map((range) => range.split('-').map(Number));
  const isMarked = (line: number): boolean =>
    ranges.some(([first = 0, last = first]) => first <= line && line <= last);
  const end = html.endsWith('\n') ? '\n' : '';
  const lines = closedLines(end === '' ? html : html.slice(0, -1));
  return (
    lines
      .map((line, index) => {
        const marked = isMarked(index + 1);
        if (from === null && !marked) return line;
        const number = from === null ? '' : ` data-line="${from + index}"`;
        return `<span class="hm-line${marked ? ' hm-line-marked' : ''}"${number}>${line}</span>`;
      })
      .join('\n') + end
  );
}

/** Lines whose elements are closed within each. */
function closedLines(html: string): string[] {
  const open: string[] = [];
  return html.split('\n').map((line) => {
    const before = open.join('');
    for (const [tag] of line.matchAll(/<[^>]*>/g)) {
      if (tag.startsWith('</')) open.pop();
      else open.push(tag);
    }
    return before + line + '</span>'.repeat(open.length);
  });
}
