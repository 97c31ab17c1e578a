import { expect, it } from 'vitest';
import { oldNode } from './old-node.ts';

it.each(['20.19.0', '20.19.4', '20.20.2', '22.0.0', '24.1.0-nightly'])('Node %s is new enough', (version) => {
  expect(oldNode(version, '>=20.19')).toBeNull();
});

it.each(['18.20.8', '20.9.0', '20.18.3', '9.11.2'])(
  'Node %s is told to be too old, and what is new enough',
  (version) => {
    expect(oldNode(version, '>=20.19')).toBe(
      `this is Node ${version}, and it takes 20.19 or newer. Newer ones are at https://nodejs.org.`,
    );
  },
);
