/** What a page needs for the map, apart from its controls. */
export { readMap } from '../../../src/contract/map.ts';
export { listenToGestures } from '../../../src/client/graph/gestures.ts';
export { LabelPainter } from '../../../src/client/graph/label-painter.ts';
export { placeAround } from '../../../src/client/graph/local-placement.ts';
export { mapRenderer } from '../../../src/client/graph/map-renderer.ts';
export { readMapStyle } from '../../../src/client/graph/map-style.ts';
export { MapView } from '../../../src/client/graph/map-view.ts';
export { startWalk, standsOn, walkOn } from '../../../src/client/graph/walk.ts';
