import { expect, it } from 'vitest';
import { layoutGrid } from '../../../renderer/seats/grid-geometry.ts';
import { type WalkKey, walk } from '../../../renderer/seats/grid-walk.ts';
import { SINGLE_AISLE, TWIN_AISLE, TWO_CABINS } from './maps.ts';

const MAPS = { single: layoutGrid(SINGLE_AISLE), cabins: layoutGrid(TWO_CABINS), twin: layoutGrid(TWIN_AISLE) };

it.each<[keyof typeof MAPS, string, WalkKey, string | undefined]>([
  ['single', '2A', 'ArrowUp', '2B'],
  ['single', '2C', 'ArrowUp', '2D'], // over the aisle
  ['single', '2F', 'ArrowUp', undefined], // the wall
  ['single', '2A', 'ArrowDown', undefined],
  ['single', '2D', 'ArrowDown', '2C'],
  ['single', '2C', 'ArrowRight', '3C'],
  ['single', '2F', 'ArrowLeft', '1F'],
  ['single', '1F', 'ArrowLeft', undefined], // the nose
  ['single', '2A', 'ArrowLeft', '1D'], // no ABC there: the nearest seat of the next row
  ['single', '31F', 'ArrowRight', '32B'],
  ['single', '32A', 'ArrowRight', undefined], // the tail
  ['single', '5C', 'Home', '5A'],
  ['single', '5C', 'End', '5F'],
  ['single', '5C', 'PageUp', '1D'], // one cabin: its first row
  ['single', '2C', 'PageDown', '32B'], // none behind: the last row
  ['cabins', '2A', 'ArrowRight', '4A'],
  ['cabins', '1C', 'PageDown', '4C'],
  ['cabins', '9F', 'PageUp', '4F'],
  ['cabins', '4F', 'PageUp', '1F'],
  ['cabins', '8E', 'ArrowRight', '9E'],
  ['cabins', '4E', 'ArrowLeft', '2D'], // no E there and nothing in front of it: of two as near the one to port
  ['twin', '28C', 'ArrowUp', '28D'],
  ['twin', '28F', 'ArrowUp', '28G'],
  ['twin', '40E', 'ArrowRight', '42E'], // row 41 has no middle block
  ['twin', '7E', 'ArrowLeft', '2D'], // the same in a middle block
  ['twin', '1A', 'ArrowUp', '1D'],
])('%s: from %s %s leads to %s', (map, from, key, to) => {
  expect(walk(MAPS[map], from, key)).toBe(to);
});

it('knows no way from a seat that is not on the map', () => {
  expect(walk(MAPS.single, '99A', 'ArrowUp')).toBeUndefined();
});
