/**
 * The author's commands for formulas: `macros` of Hearthmap's settings, written as in MathJax's configuration, so that it can be
 * copied from there. Source: https://docs.mathjax.org/en/v3.2/input/tex/macros.html#defining-tex-macros
 */
import { isRecord } from '../../contract/site.ts';
import { definitionsIn } from '../math/note-definitions.ts';
import type { Remarks } from './own-settings.ts';

/** TeX that defines a command, by the command's name with its backslash. */
export type OwnMacros = readonly (readonly [name: string, definition: string])[];

/** @param value `{ RR: "\\mathbb{R}", norm: ["\\lVert#1\\rVert", 1], half: ["\\frac{#1}{2}", 1, "x"] }` */
export function readMacros(value: unknown, remarks: Remarks): OwnMacros {
  if (value === undefined) return [];
  const suggestion =
    "Write [macros] with lines such as RR = '\\mathbb{R}' or norm = ['\\lVert #1\\rVert', 1].";
  if (!isRecord(value)) {
    remarks.tell(['macros'], 'has "macros" that are no table', suggestion);
    return [];
  }
  return Object.entries(value).flatMap(([key, entry]) => {
    const name = `\\${key.replace(/^\\/, '')}`;
    const definition = definitionOf(name, entry);
    // Whatever stands there, it must be one definition and nothing behind it.
    if (definition !== null && definitionsIn(definition).get(name) === definition)
      return [[name, definition] as const];
    remarks.tell(['macros', key], `has the macro "${key}", which is no TeX that can be used`, suggestion);
    return [];
  });
}

function definitionOf(name: string, entry: unknown): string | null {
  if (typeof entry === 'string') return `\\newcommand{${name}}{${entry}}`;
  if (!Array.isArray(entry)) return null;
  const [body, count = 0, fallback] = entry as unknown[];
  if (typeof body !== 'string' || !Number.isInteger(count)) return null;
  if (fallback !== undefined && typeof fallback !== 'string') return null;
  const option = fallback === undefined ? '' : `[${fallback}]`;
  return `\\newcommand{${name}}[${String(count)}]${option}{${body}}`;
}
