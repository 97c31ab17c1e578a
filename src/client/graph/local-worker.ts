/** The layout worker: a thin door to the layout's own function. */
import { placeGraph, type PlaceInput } from '../../layout/place.ts';

addEventListener('message', (event: MessageEvent<{ number: number; graph: PlaceInput }>) => {
  const { number, graph } = event.data;
  const { x, y } = placeGraph(graph);
  postMessage({ number, x, y });
});
