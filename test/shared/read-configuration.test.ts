import { describe, expect, it } from 'vitest';
import { countsText, type SeatCounts, sameCounts } from '../../shared/configuration.ts';
import { readConfiguration } from '../../shared/read-configuration.ts';

describe('a configuration', () => {
  it.each<[string, SeatCounts | undefined]>([
    ['J14W34Y316VV364', { J: 14, W: 34, Y: 316 }], // what follows VV is the version of the aircraft
    ['Y9', { Y: 9 }],
    ['Y064', { Y: 64 }],
    ['Y100Y20', { Y: 120 }],
    ['F 8 J 42 Y 200', { F: 8, J: 42, Y: 200 }],
    ['j16y144', { J: 16, Y: 144 }],
    ['P8C30Y200', { F: 8, J: 30, Y: 200 }], // other letters of a cabin
    ['A4D12M100', { F: 4, J: 12, Y: 100 }],
    ['C12S40Y100', { J: 12, W: 40, Y: 100 }], // S beside economy is premium
    ['C12S140', { J: 12, Y: 140 }], // S alone is economy
    ['J0Y150', { Y: 150 }],
    ['Y118BB12', { Y: 118 }], // freight
    ['Y118LL07PP02', { Y: 118 }],
    ['W18Y112VVCGO', { W: 18, Y: 112 }],
    ['VVCGO', undefined],
    ['VV364', undefined],
    ['BB', undefined],
    ['BB20', undefined],
    ['Y000', undefined],
    ['', undefined],
    ['   ', undefined],
    ['?!', undefined],
  ])('%s is %j', (text, counts) => {
    expect(readConfiguration(text)).toEqual(counts);
  });
});

it.each<[SeatCounts, string]>([
  [{ Y: 64, F: 12 }, 'F12 Y64'],
  [{ Y: 0, J: 4 }, 'J4'],
  [{}, ''],
])('%j is written %s', (counts, text) => {
  expect(countsText(counts)).toBe(text);
});

it.each<[SeatCounts, SeatCounts, boolean]>([
  [{ Y: 64 }, { Y: 64 }, true],
  [{ Y: 64, J: 0 }, { Y: 64 }, true],
  [{ Y: 64 }, { Y: 64, J: 1 }, false],
  [{ Y: 64 }, { W: 64 }, false],
])('%j and %j: the same is %s', (one, other, same) => {
  expect(sameCounts(one, other)).toBe(same);
});
