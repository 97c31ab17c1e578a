/** Copies formulas as their TeX, which stands in their MathML, and the text around them as it is. */

/** Environments that begin displayed maths by themselves: within dollars LaTeX refuses them. */
const DISPLAYED =
  /^\s*\\begin\{((?:equation|align|alignat|flalign|gather|multline|eqnarray|displaymath|math|subequations)\*?)\}[^]*\\end\{\1\}\s*$/;
const BLOCKS = 'p, li, dt, dd, h1, h2, h3, h4, h5, h6, pre, tr, figcaption, summary, div';

export function copyTex(event: ClipboardEvent): void {
  const selection = getSelection();
  if (event.clipboardData === null || selection === null || selection.rangeCount === 0) return;
  const range = selection.getRangeAt(0).cloneRange();
  if (range.collapsed) return;
  // A part of a formula is the whole of it.
  const first = formulaAt(range.startContainer);
  const last = formulaAt(range.endContainer);
  if (first !== null) range.setStartBefore(first);
  if (last !== null) range.setEndAfter(last);
  const part = range.cloneContents();
  if (part.querySelector('.katex-mathml') === null) return;
  const html = document.createElement('div');
  html.append(part.cloneNode(true));
  event.clipboardData.setData('text/html', html.innerHTML);
  event.clipboardData.setData('text/plain', inTex(part));
  event.preventDefault();
}

function formulaAt(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('.katex-display') ?? element?.closest('.katex') ?? null;
}

/** A displayed formula as a document in LaTeX has it. */
export function displayedTex(tex: string): string {
  return DISPLAYED.test(tex) ? tex.trim() : `$$${tex}$$`;
}

/** The text of a piece of a page, each formula between dollars. */
export function inTex(part: DocumentFragment): string {
  for (const formula of part.querySelectorAll('.katex')) {
    const tex = formula.querySelector('annotation')?.textContent ?? '';
    const display = formula.closest('.katex-display');
    if (display === null) formula.replaceWith(`$${tex}$`);
    else display.replaceWith(`\n${displayedTex(tex)}\n`);
  }
  for (const block of part.querySelectorAll(BLOCKS)) block.append('\n');
  for (const end of part.querySelectorAll('br')) end.replaceWith('\n');
  return (part.textContent ?? '').replace(/\n{3,}/g, '\n\n').trim();
}
