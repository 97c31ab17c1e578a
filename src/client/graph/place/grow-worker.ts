/** A worker that finds places for newcomers on a local map, once. */
import { placeGrown, type GrowInput } from '../../../layout/grow.ts';

addEventListener('message', ({ data }: MessageEvent<GrowInput>) => postMessage(placeGrown(data)));
