import type { Box } from './draw/labels.ts';

/**
 * Tells which parts of the map its controls cover, whenever one of them or the map changes its size. Controls carry
 * `data-over-map`. Returns how to stop.
 */
export function watchCovered(map: HTMLElement, onChange: (boxes: Box[]) => void): () => void {
  const controls = (): Element[] => [...map.querySelectorAll('[data-over-map]')];
  const observer = new ResizeObserver(() => {
    const { left, top } = map.getBoundingClientRect();
    // Some come later; with them the line changes that says what the map shows.
    const boxes = controls()
      .map((control) => control.getBoundingClientRect())
      .filter((box) => box.width > 0);
    onChange(
      boxes.map((box) => ({
        left: box.left - left,
        top: box.top - top,
        right: box.right - left,
        bottom: box.bottom - top,
      })),
    );
  });
  for (const element of [map, ...controls()]) observer.observe(element);
  return () => observer.disconnect();
}
