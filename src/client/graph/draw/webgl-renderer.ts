/** The map by instanced WebGL2: a few drawing calls a frame however many nodes there are, and no work for those that stay. */
import type { Garden } from '../../../contract/map.ts';
import { HIDDEN, PLAIN } from '../garden/emphasis.ts';
import { isGhost } from '../garden/neighbourhood.ts';
import { COLOURS } from '../garden/region-hues.ts';
import type { Size } from './camera.ts';
import { colourReader, type Rgb } from './css-colour.ts';
import { regionShapes, shapeStrength, type RegionShapes } from './region-shapes.ts';
import type { Frame, MapStyle, Renderer } from './renderer.ts';
import { arrowLength, type Scene } from './scene.ts';
import { InstanceBuffer, makeProgram, NodeTexture, type Program } from './webgl-program.ts';
import {
  DISC_FRAGMENT,
  DISC_VERTEX,
  LINK_FRAGMENT,
  LINK_VERTEX,
  SHAPE_FRAGMENT,
  SHAPE_VERTEX,
} from './webgl-shaders.ts';

const PLACES = 0;
const TRAITS = 1;
const LEVELS = 2;
const SHAPES = 3;

interface Colours {
  readonly paper: Rgb;
  readonly ink: Rgb;
  readonly accent: Rgb;
  /** Neutral first, then the hues. */
  readonly hues: Float32Array;
  readonly regions: readonly Rgb[];
}

/** @throws {Error} where a shader doesn't compile */
export function webglRenderer(gl: WebGL2RenderingContext): Renderer {
  const links = makeProgram(gl, LINK_VERTEX, LINK_FRAGMENT);
  const discs = makeProgram(gl, DISC_VERTEX, DISC_FRAGMENT);
  const shapes = makeProgram(gl, SHAPE_VERTEX, SHAPE_FRAGMENT);
  const places = new NodeTexture(gl, PLACES, 'pair');
  const traits = new NodeTexture(gl, TRAITS, 'four');
  const levels = new NodeTexture(gl, LEVELS, 'level');
  const allLinks = new InstanceBuffer(gl, 2);
  const strongLinks = new InstanceBuffer(gl, 2);
  const nodes = new InstanceBuffer(gl, 1);
  /** Those that lie above the others, drawn once more. */
  const raised = new InstanceBuffer(gl, 1);
  const picture = gl.createTexture();
  const readColour = colourReader();

  let size: Size = { width: 1, height: 1 };
  let ratio = 1;
  let drawn: { scene: Scene; x: Float32Array; levels: Uint8Array } | null = null;
  let style: MapStyle | null = null;
  let colours: Colours | null = null;
  let land: RegionShapes | null = null;
  /** What `land` was made of. */
  let placed: Pick<Frame, 'x' | 'shown'> | null = null;

  gl.disable(gl.DEPTH_TEST);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);

  function upload(scene: Scene, frame: Frame): void {
    const { nodeCount, from, to } = scene.garden;
    if (drawn?.scene !== scene) {
      const values = traits.room(nodeCount);
      for (let i = 0; i < nodeCount; i++) {
        values[4 * i] = scene.radius[i]!;
        values[4 * i + 1] = scene.hue[i]!;
        values[4 * i + 2] = isGhost(scene.garden, i) ? 1 : 0;
      }
      traits.fill(values);
    }
    if (drawn?.scene.links !== scene.links) {
      placed = null;
      const ends = new Uint32Array(2 * from.length);
      for (let i = 0; i < from.length; i++) {
        ends[2 * i] = from[i]!;
        ends[2 * i + 1] = to[i]!;
      }
      allLinks.fill(ends);
    }
    if (drawn?.x !== frame.x) {
      const values = places.room(nodeCount);
      for (let i = 0; i < nodeCount; i++) {
        values[2 * i] = frame.x[i]!;
        values[2 * i + 1] = frame.y[i]!;
      }
      places.fill(values);
    }
    if (drawn?.levels !== frame.levels || drawn.scene !== scene) {
      const values = levels.room(nodeCount);
      values.set(frame.levels);
      levels.fill(values);
      if (drawn?.scene !== scene) nodes.fill(scene.order);
      raised.fill(raisedNodes(scene, frame.levels));
    }
    drawn = { scene, x: frame.x, levels: frame.levels };
  }

  function use(program: Program, frame: Frame, onto: Size): void {
    gl.useProgram(program.program);
    gl.uniform1i(program.uniform('places'), PLACES);
    gl.uniform1i(program.uniform('traits'), TRAITS);
    gl.uniform1i(program.uniform('levels'), LEVELS);
    gl.uniform2f(program.uniform('middle'), frame.camera.x, frame.camera.y);
    gl.uniform1f(program.uniform('scale'), frame.camera.scale);
    gl.uniform2f(program.uniform('size'), onto.width, onto.height);
    gl.uniform3fv(program.uniform('hues'), colours!.hues);
    gl.uniform1f(program.uniform('ratio'), ratio);
  }

  function paintShapes(frame: Frame): void {
    const strength = shapeStrength(frame);
    if (strength < 0.004 || land === null) return;
    gl.useProgram(shapes.program);
    gl.activeTexture(gl.TEXTURE0 + SHAPES);
    gl.bindTexture(gl.TEXTURE_2D, picture);
    gl.uniform1i(shapes.uniform('shapes'), SHAPES);
    gl.uniform1f(shapes.uniform('strength'), strength);
    gl.uniform2f(shapes.uniform('middle'), frame.camera.x, frame.camera.y);
    gl.uniform1f(shapes.uniform('scale'), frame.camera.scale);
    gl.uniform2f(shapes.uniform('size'), size.width, size.height);
    gl.uniform4f(shapes.uniform('place'), land.left, land.top, land.width, land.height);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
  }

  function uploadShapes(scene: Scene, frame: Frame): void {
    land = regionShapes(scene, frame, colours!.regions);
    if (land === null) return;
    gl.activeTexture(gl.TEXTURE0 + SHAPES);
    gl.bindTexture(gl.TEXTURE_2D, picture);
    const { columns, rows, cells } = land;
    const bytes = new Uint8Array(cells.buffer);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, columns, rows, 0, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
    for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
      gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
    }
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  }

  function paintLinks(buffer: InstanceBuffer, width: number, strength: number, colour: Rgb | null): void {
    if (buffer.count === 0) return;
    buffer.bind(links, 'ends');
    gl.uniform1i(links.uniform('strong'), colour === null ? 0 : 1);
    gl.uniform4f(links.uniform('colour'), ...(colour ?? [0, 0, 0]), strength);
    gl.uniform1f(links.uniform('strength'), strength);
    gl.uniform1f(links.uniform('width'), width);
    gl.uniform1f(links.uniform('arrow'), 0);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, buffer.count);
  }

  function paintArrows(buffer: InstanceBuffer, frame: Frame): void {
    const length = arrowLength(frame);
    if (length === 0 || buffer.count === 0) return;
    gl.uniform1f(links.uniform('arrow'), length);
    gl.drawArraysInstanced(gl.TRIANGLES, 0, 3, buffer.count);
  }

  function paintAllLinks(scene: Scene, frame: Frame): void {
    const { centre, camera } = frame;
    use(links, frame, size);
    gl.uniform1i(links.uniform('centre'), centre);
    const width = Math.min(1.4, 0.7 + camera.scale * 0.25) * frame.look.width;
    const strength = 0.28 * (frame.dimmed ? 0.35 : frame.subdued ? 0.6 : 1);
    paintLinks(allLinks, width, strength, null);
    paintArrows(allLinks, frame);
    if (centre >= 0 && frame.levels[centre] !== HIDDEN) {
      strongLinks.fill(linksOf(scene, centre));
      paintLinks(strongLinks, 1, 0.5, colours!.accent);
      paintArrows(strongLinks, frame);
    }
    const marked = frame.marked === null ? frame.trail : [frame.marked, ...frame.trail];
    if (marked.length > 0) {
      strongLinks.fill(Uint32Array.from(marked.flat()));
      paintLinks(strongLinks, 2.5, 1, colours!.accent);
    }
  }

  return {
    resize(newSize, newRatio) {
      size = newSize;
      ratio = newRatio;
      gl.canvas.width = Math.round(size.width * ratio);
      gl.canvas.height = Math.round(size.height * ratio);
      gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    },
    paint(scene, frame, newStyle) {
      if (style !== newStyle || colours === null) {
        style = newStyle;
        colours = readColours(newStyle, readColour);
        placed = null;
      }
      upload(scene, frame);
      // Nodes that walk to other places take the shapes with them when they have arrived.
      if ((placed?.x !== frame.x || placed.shown !== frame.shown) && frame.far > 0 && !frame.moving) {
        uploadShapes(scene, frame);
        placed = frame;
      }
      gl.clearColor(...colours.paper, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
      paintShapes(frame);
      paintAllLinks(scene, frame);
      use(discs, frame, size);
      gl.uniform3f(discs.uniform('paper'), ...colours.paper);
      gl.uniform3f(discs.uniform('ink'), ...colours.ink);
      gl.uniform3f(discs.uniform('accent'), ...colours.accent);
      gl.uniform1f(discs.uniform('subdued'), frame.subdued ? 1 : 0);
      // A rim of paper keeps discs apart where they crowd; the smallest would drown in it.
      gl.uniform1i(discs.uniform('rims'), frame.camera.scale > 0.55 ? 1 : 0);
      nodes.bind(discs, 'id');
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, nodes.count);
      if (raised.count === 0) return;
      raised.bind(discs, 'id');
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, raised.count);
    },
  };
}

/** What is looked at, the weakest first, so that the strong lie above. */
function raisedNodes({ radius }: Scene, levels: Uint8Array): Uint32Array {
  const found: number[] = [];
  for (let node = 0; node < levels.length; node++) if (levels[node]! > PLAIN) found.push(node);
  found.sort((a, b) => levels[a]! - levels[b]! || radius[b]! - radius[a]! || a - b);
  return Uint32Array.from(found);
}

/** Links are in the order of their ends: found by halving. */
function hasLink({ from, to }: Garden, one: number, other: number): boolean {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from[middle]! < one || (from[middle] === one && to[middle]! < other)) low = middle + 1;
    else high = middle;
  }
  return from[low] === one && to[low] === other;
}

/** The links of a node, each in its direction. */
function linksOf({ garden }: Scene, node: number): Uint32Array {
  const ends: number[] = [];
  for (let k = garden.offsets[node]!; k < garden.offsets[node + 1]!; k++) {
    const other = garden.neighbours[k]!;
    if (hasLink(garden, node, other)) ends.push(node, other);
    if (hasLink(garden, other, node)) ends.push(other, node);
  }
  return Uint32Array.from(ends);
}

function readColours(style: MapStyle, read: (colour: string) => Rgb): Colours {
  const hues = new Float32Array(3 * (COLOURS + 1));
  const regions = style.hues.map(read);
  [read(style.neutral), ...regions].forEach((colour, index) => hues.set(colour, 3 * index));
  return { paper: read(style.background), ink: read(style.ink), accent: read(style.accent), hues, regions };
}
