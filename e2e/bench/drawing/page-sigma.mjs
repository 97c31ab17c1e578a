/** The same map by sigma and graphology, as their handbook has it. */
import { runPage } from './page.mjs';

/**
 * @typedef {object} SigmaGraph
 * @property {(id: string, attributes: object) => void} addNode
 * @property {(from: string, to: string) => void} addEdge
 * @property {(change: (id: string, attributes: { index: number, x: number, y: number }) => object, hints: object) => void} updateEachNodeAttributes
 *
 * @typedef {object} SigmaCamera
 * @property {() => { x: number, y: number, ratio: number }} getState
 * @property {(state: object) => void} setState
 *
 * @typedef {object} Packages
 * @property {new (graph: SigmaGraph, box: HTMLElement) => { getCamera: () => SigmaCamera }} Sigma
 * @property {new (options: object) => SigmaGraph} Graph
 */

const COLOURS = ['#2c6fae', '#357a3a', '#7c5cb0', '#8e6503', '#117878', '#b0486e', '#697116', '#5864bf'];

/** @param {Packages} packages */
export function runSigma({ Sigma, Graph }) {
  return runPage((map, box) => {
    const graph = new Graph({ type: 'directed', allowSelfLoops: false });
    const degree = new Uint32Array(map.titles.length);
    for (const ends of [map.from, map.to]) for (const node of ends) degree[node] = (degree[node] ?? 0) + 1;
    map.titles.forEach((label, index) => {
      const region = map.region[index] ?? -1;
      graph.addNode(String(index), {
        index,
        label,
        x: (map.x[index] ?? 0) * map.unit,
        y: (map.y[index] ?? 0) * map.unit,
        size: 1.5 + Math.sqrt(degree[index] ?? 0) / 2,
        color: COLOURS[region % COLOURS.length] ?? '#736a5e',
      });
    });
    map.from.forEach((from, link) => graph.addEdge(String(from), String(map.to[link])));
    const camera = new Sigma(graph, box).getCamera();
    return {
      move({ x, y }) {
        graph.updateEachNodeAttributes(
          (_, attributes) => {
            attributes.x = x[attributes.index] ?? 0;
            attributes.y = y[attributes.index] ?? 0;
            return attributes;
          },
          { attributes: ['x', 'y'] },
        );
      },
      look: (zoom) => camera.setState({ x: 0.5, y: 0.5, ratio: 1 / zoom }),
      pan(pixels) {
        const { x, ratio } = camera.getState();
        // At ratio 1 the map is as wide as the box, about.
        camera.setState({ x: x - (pixels / box.clientWidth) * ratio });
      },
    };
  });
}
