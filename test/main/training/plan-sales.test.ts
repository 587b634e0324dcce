import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../main/reference/load-reference.ts';
import { LOAD_MIN } from '../../../main/training/flight-demand.ts';
import { type PlannedSales, planSales } from '../../../main/training/plan-sales.ts';
import { isSimulated } from '../../../main/training/simulated-desks.ts';
import { hostName } from '../../../shared/host-name.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/instants.ts';

const NOW = Date.UTC(2026, 10, 26, 15);
const plan = loadReference().seatPlan('a320');
if (!plan) throw new Error('the A320 has a seat map');
const SEATS = plan.seats.filter(({ sellable }) => sellable).length;
const of = (id: number, departsIn = 30 * HOUR_MS): PlannedSales =>
  planSales({ id, departsAt: NOW + departsIn, localHour: id % 24, plan }, NOW);
const flights = Array.from({ length: 600 }, (_, id) => of(id + 1));
const loadOf = ({ sales }: PlannedSales) => sales.reduce((seats, sale) => seats + sale.seats.length, 0) / SEATS;
const sales = flights.flatMap((one) => one.sales);
const share = (count: number, all: number) => count / all;

describe('the sales of a training flight', () => {
  it('load it from 40 to 100 %: a few flights are full, a few are cancelled', () => {
    const loads = flights.map(loadOf);
    // A cabin's target is rounded to whole seats.
    expect(Math.min(...loads)).toBeGreaterThan(LOAD_MIN - 0.02);
    expect(Math.max(...loads)).toBe(1);
    const full = share(loads.filter((load) => load === 1).length, flights.length);
    expect(full).toBeGreaterThan(0.02);
    expect(full).toBeLessThan(0.08);
    const cancelled = share(flights.filter((one) => one.cancelled).length, flights.length);
    expect(cancelled).toBeGreaterThan(0);
    expect(cancelled).toBeLessThan(0.03);
    const mean = loads.reduce((sum, load) => sum + load, 0) / loads.length;
    expect(mean).toBeGreaterThan(0.68);
    expect(mean).toBeLessThan(0.8);
  });

  it('sell no seat twice, and none that cannot be sold', () => {
    for (const one of flights) {
      const seats = one.sales.flatMap((sale) => sale.seats.map((seat) => ({ seat, cabin: sale.cabin })));
      expect(new Set(seats.map(({ seat }) => seat)).size).toBe(seats.length);
      for (const { seat, cabin } of seats) expect(plan.byName.get(seat)).toMatchObject({ sellable: true, cabin });
    }
  });

  it('are of parties of one to four: most are one, and children are never alone nor in an exit row', () => {
    const sizes = [1, 2, 3, 4].map((size) => share(sales.filter(({ seats }) => seats.length === size).length, sales.length));
    expect(sizes.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10);
    expect(sizes[0]).toBeGreaterThan(0.5);
    for (const size of sizes) expect(size).toBeGreaterThan(0.02);
    const families = sales.filter(({ names }) => names.some(({ type }) => type === 'CHD'));
    expect(families.length).toBeGreaterThan(0);
    for (const { names, seats } of families) {
      expect(names[0]?.type).toBe('ADT');
      expect(seats.some((seat) => plan.byName.get(seat)?.exit)).toBe(false);
    }
  });

  it('sit together in nearly all cases', () => {
    const pairs = sales.filter(({ seats }) => seats.length === 2);
    const apart = pairs.filter(({ seats: [one = '', other = ''] }) => plan.byName.get(one)?.row !== plan.byName.get(other)?.row);
    expect(share(apart.length, pairs.length)).toBeLessThan(0.15);
  });

  it('are dated by the curve, and none is of the future', () => {
    expect(sales.every(({ at }) => at < NOW)).toBe(true);
    const old = sales.filter(({ at }) => NOW + 30 * HOUR_MS - at > 30 * DAY_MS);
    // 65 of a hundred parties follow the curve, which stands at 0.77 then; 35 travel on business, and theirs stands at 0.46.
    expect(share(old.length, sales.length)).toBeCloseTo(0.66, 1);
    const departed = of(7, -3 * HOUR_MS);
    expect(departed.sales.every(({ at }) => at <= NOW - 4 * HOUR_MS)).toBe(true);
  });

  it('are made at desks that are called simulated, for names that have a host form', () => {
    expect(sales.every(({ desk }) => isSimulated(desk))).toBe(true);
    for (const name of new Set(sales.flatMap(({ names }) => names))) expect(hostName(name).ok).toBe(true);
  });

  it('are the same each time, at another moment too but for their dates', () => {
    expect(of(42)).toEqual(of(42));
    const undated = ({ sales: all }: PlannedSales) => all.map(({ at: _, ...sale }) => sale);
    const later = planSales({ id: 42, departsAt: NOW + 30 * HOUR_MS, localHour: 42 % 24, plan }, NOW + HOUR_MS);
    expect(undated(later)).toEqual(undated(of(42)));
  });
});
