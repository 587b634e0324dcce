import { expect } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import type { ApplyScheduleInput } from '../../../main/commands/apply-schedule-input.ts';
import type { Value } from '../../../main/store/database.ts';
import { pushFlight, type ScheduledFlight } from '../../../main/store/tables/scheduled-flight.ts';
import type { StagedScope } from '../../../main/store/tables/staged-flights-table.ts';
import { dayNumber } from '../../../shared/instants.ts';
import { FakeClock } from './fake-clock.ts';
import { MERCY, openTestHub, type TestHub, value } from './test-hub.ts';

// Flights of QX as a file says them, from Monday 2026-11-23 on, applied to a store whose clock stands two days before.

export const NOW = Date.UTC(2026, 10, 21, 14);
export const DAY = dayNumber('2026-11-23');
export const SMALL = '737-300';
export const SCOPE = [{ carrier: 'QX', fromDay: DAY, toDay: DAY + 6 }];

export const flight = (number: number, more: Partial<ScheduledFlight> = {}): ScheduledFlight => ({
  carrier: 'QX',
  number,
  suffix: '',
  origin: 'JFK',
  destination: 'LAX',
  serviceDay: DAY,
  departsAt: Date.UTC(2026, 10, 23, 15),
  arrivesAt: Date.UTC(2026, 10, 23, 21),
  equipment: '738',
  seatMap: '737-800',
  baseFare: 311_00,
  currency: 'USD',
  ...more,
});

/** What is staged beside flights. `codeshares`: in the order of CODESHARE_COLUMNS. */
export interface KeptBeside {
  readonly keptNumbers: readonly { readonly carrier: string; readonly number: number }[];
  readonly scopes: readonly StagedScope[];
  readonly codeshares?: readonly Value[];
}

export const KEPT: KeptBeside = { keptNumbers: [], scopes: SCOPE };

/** Stages flights and says what applying them would do. */
export async function preview(
  { hub }: TestHub,
  flights: readonly ScheduledFlight[],
  { keptNumbers, scopes, codeshares = [] }: KeptBeside = KEPT,
  importId = 'import-0001',
) {
  const values: Value[] = [];
  for (const one of flights) pushFlight(values, one);
  await hub.change('schedule.stage', { importId, values, codeshares, keptNumbers }, SYSTEM, null);
  const staged = { importId, legs: flights.length, flights: flights.length, refused: 0, scopes };
  const compared = await hub.look('schedule.compare', staged);
  if (!compared.ok) throw new Error(compared.refusal.code);
  const { counts, generation } = compared.value;
  const input: ApplyScheduleInput = { ...staged, name: 'season.ssim', generation, counts };
  return { counts, input };
}

export async function applied(
  test: TestHub,
  flights: readonly ScheduledFlight[],
  kept?: KeptBeside,
  importId?: string,
  more: Pick<ApplyScheduleInput, 'unseat'> = {},
) {
  const { counts, input } = await preview(test, flights, kept, importId);
  const reply = await test.hub.change('schedule.applyStaged', { ...input, ...more }, MERCY, null);
  expect(reply).toEqual({ ok: true, value: { counts } });
  return counts;
}

/** The same as an import of many flights: a piece for each flight number and each booking, and anything between two of them. */
export async function appliedInPieces(
  test: TestHub,
  flights: readonly ScheduledFlight[],
  kept?: KeptBeside,
  importId?: string,
  more: Pick<ApplyScheduleInput, 'unseat'> = {},
) {
  const { counts, input } = await preview(test, flights, kept, importId);
  await copied(test, input);
  const reply = await test.hub.change('schedule.applyStaged', { ...input, ...more }, MERCY, null);
  expect(reply).toEqual({ ok: true, value: { counts } });
  await settled(test);
  return counts;
}

/** Makes the next schedule, a flight number at a time. Returns how many pieces it took. */
export async function copied({ hub }: TestHub, staged: ApplyScheduleInput, between = async (_piece: number): Promise<void> => {}) {
  for (let piece = 1; ; piece++) {
    const reply = await hub.change('schedule.copy', { staged, rows: 0, ...(piece === 1 ? { first: true } : {}) }, SYSTEM, null);
    if (value(reply).ended) return piece;
    await between(piece);
  }
}

/** Settles what a switch means, a booking at a time. Returns how many pieces it took. */
export async function settled({ hub }: TestHub, between = async (_piece: number): Promise<void> => {}) {
  for (let piece = 1; ; piece++) {
    if (value(await hub.change('schedule.settle', { bookings: 1 }, SYSTEM, null)).done) return piece;
    await between(piece);
  }
}

export const openAtNow = () => openTestHub({ clock: new FakeClock(NOW) });
