import { describe, expect, test } from 'vitest';
import { type CabinFacts, CHANGED_ROWS_MAX, ChangedFlights } from '../../../../main/pricing/what-if/changed-flights.ts';
import { compareCabin } from '../../../../main/pricing/what-if/compare-cabin.ts';
import { minor } from '../../../../shared/money.ts';
import type { PolicyRule } from '../../../../shared/pricing/policy.ts';
import { priceQuestion } from '../../../shared/pricing/price-question.ts';

const BASE: PolicyRule = { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } };
const WHOLE: PolicyRule = { rule: 'rounding', to: 100, less: 0 };
const raised = (change: number): PolicyRule => ({ rule: 'weekday', change: Array(7).fill(change) as never });
const inForce = [BASE, WHOLE];

describe('one cabin under two policies', () => {
  const floor = { rule: 'floor', amounts: { USD: 100_00 } } as const;
  const ceiling = { rule: 'ceiling', amounts: { USD: 100_00 } } as const;
  test.each<[string, PolicyRule[], object]>([
    ['a tenth dearer', [BASE, raised(10), WHOLE], { before: 100_00, after: 110_00 }],
    [
      'less than half a unit dearer is rounded away',
      [BASE, { rule: 'charge', name: 'Fuel', amounts: { USD: 49 } }, WHOLE],
      { why: 'same' },
    ],
    ['the same rules', inForce, { before: 100_00, after: 100_00, why: 'same' }],
    ['cheaper, but the floor holds it', [BASE, raised(-20), floor, WHOLE], { after: 100_00, why: 'floor' }],
    ['dearer, but the ceiling holds it', [BASE, raised(20), ceiling, WHOLE], { after: 100_00, why: 'ceiling' }],
    ['a floor that is not reached says nothing', [BASE, { ...floor, amounts: { USD: 50_00 } }, WHOLE], { why: 'same' }],
    ['a floor of another currency says nothing', [BASE, { ...floor, amounts: { EUR: 900_00 } }, WHOLE], { why: 'same' }],
  ])('%s', (_, draft, expected) => {
    expect(compareCabin(priceQuestion(), inForce, draft)).toMatchObject(expected);
  });
});

const facts =
  (flightId: number, more: Partial<CabinFacts> = {}) =>
  (): CabinFacts => ({
    ...{ flightId, flight: `B6 ${flightId}`, origin: 'JFK', destination: 'LAX', originZone: 'America/New_York', date: '2026-11-26' },
    ...{ departsAt: 0, cabin: 'Y', authorised: 100, taken: 40, currency: 'USD' },
    ...more,
  });
const cabin = (flightId: number, before: number, after: number, more: { left?: number; currency?: string } = {}) => ({
  ...{ currency: 'USD', left: 60, ...more },
  facts: facts(flightId, more.currency ? { currency: more.currency } : {}),
  price: { before: minor(before), after: minor(after), ...(before === after ? { why: 'same' as const } : {}) },
});

describe('the flights that change', () => {
  test('are counted by which way they go, cabin by cabin and as a whole', () => {
    const changed = new ChangedFlights();
    changed.add([cabin(1, 100, 110)]);
    changed.add([cabin(2, 100, 90), cabin(2, 300, 300)]);
    changed.add([cabin(3, 100, 90), cabin(3, 300, 330)]);
    changed.add([cabin(4, 100, 100)]);
    expect(changed.figures).toMatchObject({ flights: 4, up: 1, down: 1, mixed: 1, cabins: 6, cabinsChanged: 4 });
    expect(changed.figures.why).toEqual({ narrower: 0, floor: 0, ceiling: 0, same: 1 });
    expect(changed.figures.means).toEqual([{ currency: 'USD', cabins: 4, before: 150, after: 155 }]);
  });

  test('a flight that stays counts under the first reason that holds one of its cabins', () => {
    const changed = new ChangedFlights();
    const stays = (why: 'floor' | 'same' | 'ceiling') => ({ ...cabin(1, 1, 1), price: { before: minor(1), after: minor(1), why } });
    changed.add([stays('same'), stays('ceiling')]);
    changed.add([stays('ceiling'), stays('floor'), stays('same')]);
    expect(changed.figures.why).toEqual({ narrower: 0, floor: 1, ceiling: 1, same: 0 });
    expect(changed.figures.unchanged.map(({ why }) => why)).toEqual(['same', 'ceiling', 'ceiling', 'floor', 'same']);
  });

  test('stand with most percent first, and by money with the seats that are left', () => {
    const changed = new ChangedFlights();
    changed.add([cabin(1, 1_000, 1_100, { left: 1 })]);
    changed.add([cabin(2, 100, 50)]);
    changed.add([cabin(3, 1_000, 1_050, { left: 100 })]);
    expect(changed.figures.largest.map(({ flightId }) => flightId)).toEqual([2, 1, 3]);
    expect(changed.figures.byMoney.map(({ flightId }) => flightId)).toEqual([3, 2, 1]);
  });

  test('of another currency are in the list by percent, and their money is not compared', () => {
    const changed = new ChangedFlights();
    changed.add([cabin(1, 100, 110)]);
    changed.add([cabin(2, 10_000, 15_000, { currency: 'JPY' })]);
    expect(changed.figures.largest.map(({ flightId }) => flightId)).toEqual([2, 1]);
    expect(changed.figures.byMoney.map(({ flightId }) => flightId)).toEqual([1]);
    expect(changed.figures.means.map(({ currency }) => currency)).toEqual(['USD', 'JPY']);
  });

  test('are listed up to a bound, of equal ones the first, and counted without one', () => {
    const changed = new ChangedFlights();
    const many = CHANGED_ROWS_MAX + 50;
    for (let id = 1; id <= many; id++) changed.add([cabin(id, 100, 110)]);
    changed.add([cabin(999, 100, 200)]);
    const { largest, up } = changed.figures;
    expect(up).toBe(many + 1);
    expect(largest.map(({ flightId }) => flightId)).toEqual([
      999,
      ...Array.from({ length: CHANGED_ROWS_MAX - 1 }, (_, index) => index + 1),
    ]);
  });
});
