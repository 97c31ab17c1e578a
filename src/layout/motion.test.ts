import { forceLink, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';
import { expect, it } from 'vitest';
import { forceCharge } from './charge.ts';
import { Field } from './field.ts';
import { seeded, syntheticGarden } from './fixtures/graphs.ts';
import { makeSprings, Motion } from './motion.ts';

it('moves bodies to where d3-force moves them, to the bit', () => {
  const count = 80;
  const { from, to } = syntheticGarden(count, 200, 3);
  const random = seeded(5);
  // Some stand in the same place.
  const x = Array.from({ length: count }, (_, i) => (i < 4 ? 7 : random() * 400));
  const y = Array.from({ length: count }, (_, i) => (i < 4 ? 9 : random() * 400));

  const bodies = x.map((value, i): SimulationNodeDatum => ({ x: value, y: y[i]!, vx: 0, vy: 0 }));
  Object.assign(bodies[6]!, { fx: x[6], fy: y[6] });
  const links = Array.from(from, (source, i) => ({ source, target: to[i]! }));
  const simulation = forceSimulation(bodies)
    .stop()
    .alphaDecay(0)
    .force('link', forceLink(links).distance(40))
    .force('charge', forceCharge().strength(-60))
    .force('x', forceX(30).strength(0.05))
    .force('y', forceY(40).strength(0.05));

  const motion = new Motion(
    x,
    y,
    Uint8Array.from(x, (_, i) => (i === 6 ? 1 : 0)),
  );
  const springs = makeSprings(count, from, to, () => 40);
  const field = new Field(count, { theta: 0.81, distanceMin: 1, distanceMax: Infinity }, motion.random);
  field.strength.fill(-60);
  const [toX, toY] = [x.map(() => 30), x.map(() => 40)];

  for (const alpha of [1, 0.7, 0.4, 0.1]) {
    simulation.alpha(alpha).tick();
    motion.spring(springs, alpha);
    motion.push(field, alpha);
    motion.pull(toX, toY, 0.05, alpha);
    motion.step(0.6);
  }
  expect([...motion.x]).toEqual(bodies.map((body) => body.x));
  expect([...motion.y]).toEqual(bodies.map((body) => body.y));
});
