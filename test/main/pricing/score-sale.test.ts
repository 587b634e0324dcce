import { expect, test } from 'vitest';
import { type ScoredSeat, scoreSale } from '../../../main/pricing/score-sale.ts';

const seat = (paid: number, before: number | undefined): ScoredSeat => ({ paid, before });

test.each<[string, ScoredSeat[], object]>([
  ['dearer now: the seat had earned the price before', [seat(120, 100)], { paid: 120, before_least: 100, before_most: 100, dearer: 0 }],
  ['the same price earns the same', [seat(100, 100)], { paid: 100, before_least: 100, before_most: 100, dearer: 0 }],
  ['cheaper now: before, it had earned its price or nothing', [seat(80, 100)], { paid: 80, before_least: 0, before_most: 100, dearer: 1 }],
  ['a party of both', [seat(120, 100), seat(80, 100)], { seats: 2, paid: 200, before_least: 100, before_most: 200, dearer: 1 }],
  ['nobody knows the price before', [seat(80, undefined)], { seats: 1, paid: 0, before_least: 0, before_most: 0, dearer: 0, unknown: 1 }],
  ['no seats', [], { seats: 0, paid: 0 }],
])('%s', (_, seats, score) => expect(scoreSale(seats)).toMatchObject(score));
