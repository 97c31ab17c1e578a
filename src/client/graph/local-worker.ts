/** The layout worker: a thin door to the layout's own function. */
import { placeLocal, type LocalInput } from '../../layout/local.ts';

addEventListener('message', (event: MessageEvent<{ number: number; graph: LocalInput }>) => {
  const { number, graph } = event.data;
  const { x, y } = placeLocal(graph);
  postMessage({ number, x, y });
});
