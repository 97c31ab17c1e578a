/** How large and how wide texts are set, as this reader likes it. */
import { remember, remembered } from './remembered.ts';

export interface TextLook {
  /** Step away from the usual size. */
  readonly size: number;
  readonly width: 'narrow' | 'usual' | 'wide';
}

export const USUAL: TextLook = { size: 0, width: 'usual' };
export const SMALLEST = -2;
export const LARGEST = 5;

const WIDTHS = { narrow: '34rem', usual: '', wide: '62rem' } as const;
const KEY = 'text';

export function readLook(found: unknown): TextLook {
  const { size, width } = (found ?? {}) as { size?: unknown; width?: unknown };
  return {
    size:
      typeof size === 'number' && Number.isFinite(size)
        ? Math.max(SMALLEST, Math.min(LARGEST, Math.round(size)))
        : 0,
    width: width === 'narrow' || width === 'wide' ? width : 'usual',
  };
}

/** What was chosen before, in force from now on. */
export function restoreLook(): TextLook {
  const look = readLook(remembered(KEY));
  if (look.size !== 0 || look.width !== 'usual') wear(look);
  return look;
}

export function chooseLook(look: TextLook): void {
  remember(KEY, look.size === 0 && look.width === 'usual' ? null : look);
  wear(look);
}

function wear({ size, width }: TextLook): void {
  const { style } = document.documentElement;
  style.setProperty('--hm-text-zoom', size === 0 ? '' : String(1 + size * 0.1));
  style.setProperty('--hm-text-width', WIDTHS[width]);
}
