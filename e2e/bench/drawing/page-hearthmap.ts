/** The map's own modules, as open-map.ts joins them. */
import { readColumns } from '../../../src/contract/map.ts';
import { LabelPainter } from '../../../src/client/graph/draw/label-painter.ts';
import { mapRenderer } from '../../../src/client/graph/draw/map-renderer.ts';
import { readMapStyle } from '../../../src/client/graph/draw/map-style.ts';
import { MapView } from '../../../src/client/graph/map-view.ts';
import { runPage } from './page.mjs';

const MIDDLE = { x: 600, y: 400 };

export const bench = runPage(async (map, box) => {
  const canvas = document.createElement('canvas');
  const overlay = document.createElement('canvas');
  for (const one of [canvas, overlay]) {
    Object.assign(one.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' });
    box.append(one);
  }
  const probe = document.body.appendChild(document.createElement('i'));
  const garden = readColumns(map);
  let walks = false;
  const view = new MapView({
    renderer: await mapRenderer(canvas),
    labels: new LabelPainter(overlay),
    still: () => !walks,
    onRest: () => {},
  });
  view.setStyle(readMapStyle(probe));
  view.setGarden(garden);
  const home = { x: garden.x, y: garden.y, shown: null, local: false };
  view.setPlacement(home);
  view.resize({ width: box.clientWidth, height: box.clientHeight }, devicePixelRatio);

  const attention = { shown: null, selected: null, hoverDims: true, hits: null };
  return {
    /** As when a note is dragged and its neighbourhood yields. */
    move: (places) => view.setPlaces(places),
    look(zoom) {
      view.settlePlaces();
      view.setPlacement(home);
      view.camera.showAll();
      view.camera.zoomAt(MIDDLE, zoom);
    },
    pan: (pixels) => view.camera.panBy(pixels, 0),
    /** Nodes walk to other places by themselves; true while they do. */
    walk(frame: number) {
      if (frame % 15 > 0) return;
      walks = true;
      const away = frame % 2 === 0 ? 3 : -3;
      view.setPlacement({
        x: garden.x.map((value, node) => value + away * (node % 5)),
        y: garden.y.slice(),
        shown: null,
        local: false,
      });
      walks = false;
    },
    finding: () => view.finding(),
    pick: (x: number, y: number) => view.pick({ x, y }),
    pickLink: (x: number, y: number) => view.pickLink({ x, y }),
    hover: (node: number | null) => view.setAttention({ ...attention, hover: node }, []),
  };
});
