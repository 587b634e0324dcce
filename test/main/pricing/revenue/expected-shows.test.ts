import { describe, expect, it } from 'vitest';
import { expectedShows } from '../../../../main/pricing/revenue/expected-shows.ts';

// 181 booked, 97.5 of 100 turn up, 176 usable seats: the figures of the drawn screen.
const CASES: readonly [
  booked: number,
  rate: number,
  seats: number,
  mean: string,
  low: number,
  high: number,
  turned: string,
  risk: number,
][] = [
  [181, 0.975, 176, '176.5', 172, 180, '1.1', 53],
  // Everybody turns up.
  [10, 1, 8, '10.0', 10, 10, '2.0', 100],
  // Fewer are booked than there are seats.
  [3, 0.5, 4, '1.5', 0, 3, '0.0', 0],
  // One of two who are booked for one seat: both come on a quarter of the flights.
  [2, 0.5, 1, '1.0', 0, 2, '0.3', 25],
  [0, 0.95, 178, '0.0', 0, 0, '0.0', 0],
];

describe('expected shows', () => {
  it.each(CASES)('of %d booked at a rate of %d for %d seats: about %s', (booked, rate, seats, mean, low, high, turned, risk) => {
    const told = expectedShows(booked, rate, seats);
    expect([told.mean.toFixed(1), told.low, told.high, told.turnedAway.toFixed(1), Math.round(told.risk * 100)]).toEqual([
      ...[mean, low, high, turned, risk],
    ]);
  });
});
