/** A button on each block of code that copies it. */
import { PAGE_CLASS } from '../../contract/page-class.ts';

const BOX = 'hm-code-box';
const BUTTON = 'hm-copy';
/** Milliseconds until a button offers itself again. */
const TOLD = 1_600;
const LABEL = 'Copy the code';

export function addCopyButtons(root: HTMLElement, signal: AbortSignal): void {
  const status = document.createElement('p');
  status.className = 'hm-unseen';
  status.setAttribute('role', 'status');
  status.dataset['hmAdded'] = '';
  root.append(status);
  signal.addEventListener('abort', () => status.remove());

  for (const code of root.querySelectorAll(`pre.${PAGE_CLASS.code}`)) {
    if (code.parentElement?.classList.contains(BOX)) continue;
    const box = document.createElement('div');
    box.className = BOX;
    code.replaceWith(box);
    box.append(code, copyButton());
  }
  root.addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest(`.${BUTTON}`) : null;
      const code = button?.previousElementSibling;
      if (!(button instanceof HTMLElement) || !(code instanceof HTMLElement)) return;
      void copy(code).then((words) => {
        status.textContent = words;
        label(button, words);
        button.toggleAttribute('data-done', true);
        setTimeout(() => {
          status.textContent = '';
          label(button, LABEL);
          button.removeAttribute('data-done');
        }, TOLD);
      });
    },
    { signal },
  );
}

function copyButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = BUTTON;
  button.dataset['hmAdded'] = '';
  label(button, LABEL);
  return button;
}

function label(button: HTMLElement, words: string): void {
  button.setAttribute('aria-label', words);
  button.title = words;
}

/** Says what became of it: where the browser lets nobody write, the code is selected at least. */
async function copy(code: HTMLElement): Promise<string> {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return 'Copied';
  } catch {
    getSelection()?.selectAllChildren(code);
    return 'Selected; copy it by key';
  }
}
