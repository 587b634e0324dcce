import { expect, it } from 'vitest';
import { KeptFlights } from '../../../../main/queries/search/kept-flights.ts';
import type { FlightRow } from '../../../../main/store/tables/flights-table.ts';

const row = (id: number) => ({ id }) as FlightRow;

it('gives what was kept, and nothing of another schedule', () => {
  const kept = new KeptFlights();
  kept.keep(row(7));
  expect(kept.get(7)).toEqual({ id: 7 });
  expect(kept.get(8)).toBeUndefined();
  kept.forget();
  expect(kept.get(7)).toBeUndefined();
});

it('forgets what nobody asked for while others came, and keeps what somebody did', () => {
  const kept = new KeptFlights();
  for (let id = 1; id <= 16_000; id++) kept.keep(row(id));
  kept.keep(row(16_001));
  expect(kept.get(1)).toEqual({ id: 1 });
  for (let id = 16_002; id <= 32_000; id++) kept.keep(row(id));
  expect(kept.get(1)).toEqual({ id: 1 });
  expect(kept.get(16_001)).toEqual({ id: 16_001 });
  expect(kept.get(2)).toBeUndefined();
});
