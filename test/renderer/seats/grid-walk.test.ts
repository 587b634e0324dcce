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
  ['single', '6F', 'ArrowRight', '7B'],
  ['single', '7A', 'ArrowRight', undefined], // the tail
  ['single', '5C', 'Home', '5A'],
  ['single', '5C', 'End', '5F'],
  ['single', '5C', 'PageUp', '1D'], // one cabin: its first row
  ['single', '2C', 'PageDown', '7B'], // none behind: the last row
  ['cabins', '2A', 'ArrowRight', '7A'],
  ['cabins', '1C', 'PageDown', '7C'],
  ['cabins', '9F', 'PageUp', '7F'],
  ['cabins', '7F', 'PageUp', '1F'],
  ['cabins', '8E', 'ArrowRight', '9E'],
  ['cabins', '9E', 'ArrowRight', '10D'], // no E there and nothing behind it: of two as near the one to port
  ['twin', '20C', 'ArrowUp', '20D'],
  ['twin', '20G', 'ArrowUp', '20H'],
  ['twin', '22E', 'ArrowRight', '23D'], // the same in a middle block
  ['twin', '1A', 'ArrowUp', '1D'],
])('%s: from %s %s leads to %s', (map, from, key, to) => {
  expect(walk(MAPS[map], from, key)).toBe(to);
});

it('knows no way from a seat that is not on the map', () => {
  expect(walk(MAPS.single, '99A', 'ArrowUp')).toBeUndefined();
});
