/** The map apart from its controls and what asks it questions: layout, renderers, labels, picking, input. */
export { Dragging } from '../../../src/client/graph/place/dragging.ts';
export { listenToGestures } from '../../../src/client/graph/hand/gestures.ts';
export { LabelPainter } from '../../../src/client/graph/draw/label-painter.ts';
export { placeAround } from '../../../src/client/graph/place/local-placement.ts';
export { mapRenderer } from '../../../src/client/graph/draw/map-renderer.ts';
export { readMapStyle } from '../../../src/client/graph/draw/map-style.ts';
export { MapView } from '../../../src/client/graph/map-view.ts';
export { standsOn, startWalk, walkOn } from '../../../src/client/graph/garden/walk.ts';
