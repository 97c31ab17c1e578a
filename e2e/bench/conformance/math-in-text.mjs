/** Finds formulas in a text as MathJax does: between `\(` and `\)`, `\[` and `\]`, `$$` and `$$`, and as environments. */

const OPENING = /\\\(|\\\[|\$\$|\\begin\{([^}]*)\}/g;
const CLOSING = new Map([
  ['\\(', '\\)'],
  ['\\[', '\\]'],
  ['$$', '$$'],
]);

/**
 * @param {string} run text of one block
 * @returns {{ text: string, math: string[] }} the text with `￼` for each formula, and their TeX
 */
export function cutMath(run) {
  const math = [];
  let text = '';
  let last = 0;
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(run); match !== null; match = OPENING.exec(run)) {
    const close = match[1] === undefined ? (CLOSING.get(match[0]) ?? '') : `\\end{${match[1]}}`;
    const inner = match.index + match[0].length;
    const end = closingAt(run, inner, close);
    if (end < 0) continue;
    text += `${run.slice(last, match.index)}￼`;
    last = end + close.length;
    math.push(match[1] === undefined ? run.slice(inner, end) : run.slice(match.index, last));
    OPENING.lastIndex = last;
  }
  return { text: text + run.slice(last), math };
}

/**
 * @param {string} run
 * @param {number} from
 * @param {string} close
 */
function closingAt(run, from, close) {
  let braces = 0;
  for (let at = from; at < run.length; at++) {
    if (braces === 0 && run.startsWith(close, at)) return at;
    if (run[at] === '\\') at++;
    else if (run[at] === '{') braces++;
    else if (run[at] === '}' && braces > 0) braces--;
  }
  return -1;
}
