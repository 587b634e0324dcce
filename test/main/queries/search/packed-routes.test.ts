import { expect, it } from 'vitest';
import { type PackedRoutes, RoutePacker } from '../../../../main/queries/search/packed-routes.ts';
import type { RouteFlight } from '../../../../main/store/tables/route-flights.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/instants.ts';

const DAY = Date.parse('2026-11-21T00:00Z');
const flight = (id: number, minute: number, more: Partial<RouteFlight> = {}): RouteFlight => ({
  id,
  departs_at: DAY + minute * MINUTE_MS,
  flown_ms: 90 * MINUTE_MS,
  base_fare: 10_000,
  ...more,
});
const NO_NUMBER = 1;
const fareOf = ({ base_fare }: RouteFlight) => (base_fare === NO_NUMBER ? undefined : base_fare / 1_000);

function pack(routes: readonly (readonly [destination: number, flights: readonly RouteFlight[]])[]): PackedRoutes | undefined {
  const packer = new RoutePacker();
  return routes.every(([destination, flights]) => packer.add(DAY, destination, flights, fareOf)) ? packer.pack(DAY) : undefined;
}

function taken(packed: PackedRoutes | undefined, destination: number, from = DAY, until = DAY + 24 * HOUR_MS): readonly number[][] {
  const flights: number[][] = [];
  const count = packed?.each(destination, from, until, (...flight) => flights.push(flight));
  expect(count).toBe(flights.length);
  return flights;
}

it('gives back what was packed, by destination and in [from, until)', () => {
  const packed = pack([
    [65_535, [flight(67_108_872, 1_439, { flown_ms: 2_047 * MINUTE_MS, base_fare: 65_535_000 })]],
    [7, [flight(9, 0), flight(65_546, 600), flight(2_097_163, 600), flight(12, 1_200)]],
    [0, [flight(41_943_049, 5)]],
  ]);
  const at = (minute: number) => DAY + minute * MINUTE_MS;
  expect(taken(packed, 65_535)).toEqual([[67_108_872, at(1_439), at(1_439 + 2_047), 65_535]]);
  expect(taken(packed, 7).map(([id]) => id)).toEqual([9, 65_546, 2_097_163, 12]);
  expect(taken(packed, 7, at(600), at(1_200)).map(([id]) => id)).toEqual([65_546, 2_097_163]);
  expect(taken(packed, 7, at(600) + 1, at(1_200) + 1).map(([id]) => id)).toEqual([12]);
  expect(taken(packed, 0)).toEqual([[41_943_049, at(5), at(95), 10]]);
  for (const nowhere of [1, 8, 65_534]) expect(taken(packed, nowhere)).toEqual([]);
  expect(taken(pack([]), 0)).toEqual([]);
});

it('packs one airport after another', () => {
  const packer = new RoutePacker();
  const packed = [5, 80_000_000].map((id) => packer.add(DAY, 3, [flight(id, id % 7)], fareOf) && packer.pack(DAY));
  expect(packed.map((one) => taken(one || undefined, 3).map(([id]) => id))).toEqual([[5], [80_000_000]]);
});

it.each([
  ['leaves at half a minute', [flight(1, 0.5)]],
  ['flies half a minute', [flight(1, 0, { flown_ms: MINUTE_MS / 2 })]],
  ['lands before it leaves', [flight(1, 0, { flown_ms: -MINUTE_MS })]],
  ['flies for more than a day and a half', [flight(1, 0, { flown_ms: 2_048 * MINUTE_MS })]],
  ['has an id far from that of another', [flight(8, 0), flight(67_108_872, 0)]],
  ['has a fare without a number', [flight(1, 0, { base_fare: NO_NUMBER })]],
])('does not pack a day on which a flight %s', (_, flights) => {
  expect(pack([[1, flights]])).toBeUndefined();
});

it('does not pack more than 65,535 flights of one airport', () => {
  const many = (count: number) => pack([[1, Array.from({ length: count }, (_, id) => flight(id, 0))]]);
  expect(taken(many(65_535), 1)).toHaveLength(65_535);
  expect(many(65_536)).toBeUndefined();
});
