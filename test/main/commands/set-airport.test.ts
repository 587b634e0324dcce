import { beforeEach, describe, expect, test, vi } from 'vitest';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { StoreError } from '../../../main/store/database.ts';
import { scheduleGeneration } from '../../../main/store/tables/schedule-generation.ts';
import type { Input } from '../../../shared/contract.ts';
import { DAY_MS, dateOfDay, HOUR_MS } from '../../../shared/instants.ts';
import { ANA, codeOf, MERCY, openTestHub, type TestHub, value } from '../support/test-hub.ts';

type Change = Omit<Input<'airports.set'>, 'requestId'>;

let core: TestHub;
/** Days from today, as a date. */
let day: (days: number) => string;
beforeEach(async () => {
  core = await openTestHub();
  const today = Math.floor(core.clock.now() / DAY_MS);
  day = (days) => dateOfDay(today + days);
});

const facts = {
  ...{ name: 'New Bridge Airport', city: 'New Bridge', cityCode: 'XNB', country: 'US' },
  ...{ north: 415_000, east: -742_500, zone: 'America/New_York', closed: false },
};
const denver = {
  ...{ name: 'Denver International Airport', city: 'Denver', cityCode: 'DEN', country: 'US' },
  ...{ north: 398_617, east: -1_046_731, zone: 'America/Chicago', closed: false },
};
const set = (more: Partial<Change> = {}, requestId = core.requestId()) =>
  core.hub.execute('airports.set', { requestId, code: 'XNB', from: day(1), ...facts, basedOn: 0, reason: 'opens', ...more }, MERCY);
const preview = async (more: Partial<Change> = {}) => {
  const { basedOn: _basedOn, reason: _reason, ...change } = { code: 'XNB', from: day(1), ...facts, ...more };
  return value(await core.hub.ask('airports.preview', change, MERCY));
};
const read = async (code: string) => value(await core.hub.ask('airports.read', { code }, ANA));
const board = async (from: string, date: string) => value(await core.hub.ask('flights.board', { from, date }, ANA)).flights;

test('an airport that was added is found, read and kept with who, when and why', async () => {
  expect(await read('XNB')).toEqual({ shipped: null, changes: [] });
  const generation = await scheduleGeneration(core.db);
  expect(value(await set())).toEqual({ number: 1 });
  const change = { number: 1, code: 'XNB', from: day(1), ...facts, reason: 'opens', user: 'osei', at: core.clock.now() };
  expect(await read('XNB')).toEqual({ shipped: null, changes: [change] });
  expect(value(await core.hub.ask('airports.list', {}, ANA))).toEqual({ changes: [change] });
  expect(value(await core.hub.ask('flights.places', { text: 'new bridge' }, ANA)).places[0]?.code).toBe('XNB');
  expect(await scheduleGeneration(core.db)).toBe(generation + 1);
  expect(await crossCheck(core.db)).toBeUndefined();
});

test('a flight of it is on its board by its zone and is sold', async () => {
  value(await set({ zone: 'America/Chicago' }));
  const flight = await core.addFlight({ origin: 'XNB', departs_at: Date.parse(`${day(3)}T05:30:00Z`) });
  // 23:30 of the day before.
  expect(await board('XNB', day(3))).toEqual([]);
  expect(await board('XNB', day(2))).toMatchObject([{ flightId: flight.id, originZone: 'America/Chicago' }]);
  expect(value(await core.hold(flight.id, ['20A'])).legs[0]).toMatchObject({ origin: 'XNB', originZone: 'America/Chicago' });
  expect(core.reports).toEqual([]);
});

test('a correction holds from its day on, and earlier flights keep what was known', async () => {
  const at = (days: number) => Date.parse(`${day(days)}T18:00:00Z`);
  const before = await core.addFlight({ origin: 'DEN', departs_at: at(4) });
  const after = await core.addFlight({ origin: 'DEN', departs_at: at(5) });
  expect(await board('DEN', day(5))).toMatchObject([{ originZone: 'America/Denver' }]);
  value(await set({ ...denver, code: 'DEN', from: day(5) }));
  expect(await board('DEN', day(4))).toMatchObject([{ flightId: before.id, originZone: 'America/Denver' }]);
  expect(await board('DEN', day(5))).toMatchObject([{ flightId: after.id, originZone: 'America/Chicago', departsAt: at(5) }]);
  expect((await read('DEN')).shipped).toMatchObject({ zone: 'America/Denver', city: 'Denver', closed: false });
});

test('in the night of a change no flight is on two boards or on none', async () => {
  // Midnight in Chicago is one hour before midnight in Denver.
  const midnight = Date.parse(`${day(5)}T06:00:00Z`);
  const flights = [];
  for (const minutes of [-90, -1, 0, 1, 59, 60, 61])
    flights.push(await core.addFlight({ origin: 'DEN', departs_at: midnight + minutes * 60_000 }));
  value(await set({ ...denver, code: 'DEN', from: day(5) }));
  const shown = [...(await board('DEN', day(4))), ...(await board('DEN', day(5)))].map(({ flightId }) => flightId);
  expect(shown).toEqual(flights.map(({ id }) => id));
});

test('a preview tells how many flights a zone moves, by how much, and which would be shown on another day', async () => {
  const at = (days: number, hour: number) => Date.parse(`${day(days)}T00:00:00Z`) + hour * HOUR_MS;
  const local = (departs_at: number) => ({ departs_at, service_day: Math.floor((departs_at - 7 * HOUR_MS) / DAY_MS) });
  await core.addFlight({ origin: 'DEN', ...local(at(4, 20)) });
  await core.addFlight({ origin: 'DEN', ...local(at(5, 20)) });
  // 23:30 in Denver, half past midnight of the next day in Chicago.
  await core.addFlight({ origin: 'DEN', ...local(at(7, 6.5)) });
  await core.addFlight({ origin: 'DEN', ...local(at(8, 20)), cancelled: 1 });
  await core.addFlight({ destination: 'DEN', departs_at: at(5, 1), arrives_at: at(5, 8) });
  await core.addFlight({ destination: 'DEN', departs_at: at(4, 20), arrives_at: at(5, 2) });
  const seen = await preview({ ...denver, code: 'DEN', from: day(5) });
  expect(seen).toMatchObject({ until: null, leaving: 2, arriving: 1, movedMinutes: 60, otherDay: 1, before: { zone: 'America/Denver' } });
  value(await set({ ...denver, code: 'DEN', from: day(6) }));
  expect(await preview({ ...denver, code: 'DEN', from: day(5) })).toMatchObject({ until: day(6), leaving: 1, arriving: 1, otherDay: 0 });
  expect(await preview()).toMatchObject({ before: null, leaving: 0, arriving: 0, movedMinutes: 0 });
});

describe('refusals, in their order', () => {
  test.each<[string, Partial<Change>, string]>([
    ['a zone that nobody knows', { zone: 'Europe/Atlantis', country: 'ZZ' }, 'AIRPORT_ZONE'],
    ['an offset for a zone', { zone: 'GMT+5' }, 'AIRPORT_ZONE'],
    ['a country without airports', { country: 'ZZ', basedOn: 7 }, 'AIRPORT_COUNTRY'],
    ['a change that was not seen', { basedOn: 1 }, 'AIRPORT_CHANGED'],
    ['a code that nobody knows is closed', { closed: true }, 'AIRPORT_SAME'],
    ['nothing wrong', {}, 'ok'],
  ])('%s', async (_, more, code) => {
    expect(codeOf(await set(more))).toBe(code);
  });

  test('a second supervisor who has not seen the first change', async () => {
    value(await set());
    const reply = await set({ name: 'Another' });
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'AIRPORT_CHANGED', message: 'osei changed XNB in the meantime.' } });
    expect(codeOf(await set({ name: 'Another', basedOn: 1 }))).toBe('ok');
  });

  test('what it is already on that day', async () => {
    value(await set());
    expect(codeOf(await set({ basedOn: 1 }))).toBe('AIRPORT_SAME');
    expect(codeOf(await set({ basedOn: 1, from: day(9) }))).toBe('AIRPORT_SAME');
    // Before its first day it is closed, so this opens it.
    expect(codeOf(await set({ basedOn: 1, from: day(0) }))).toBe('ok');
  });

  test('a place that is disputed can be confirmed as it is', async () => {
    const { shipped } = await read('BIN');
    expect(shipped).not.toBeNull();
    expect(codeOf(await set({ ...facts, ...shipped, code: 'BIN' }))).toBe('ok');
  });

  test.each([
    ['leave it', { origin: 'XNB' }],
    ['arrive at it', { destination: 'XNB', arrives_at: 1 }],
  ])('it is not closed while flights to come %s', async (_, ends) => {
    value(await set());
    const departs_at = Date.parse(`${day(5)}T18:00:00Z`);
    await core.addFlight({ departs_at, ...ends, arrives_at: departs_at + 3 * HOUR_MS });
    const close = { closed: true, basedOn: 1 };
    expect(await set({ ...close, from: day(5) })).toMatchObject({
      ok: false,
      refusal: { code: 'AIRPORT_SCHEDULED', details: { flights: 1 } },
    });
    expect(codeOf(await set({ ...close, from: day(6) }))).toBe('ok');
  });

  test('it is closed for days on which nothing is scheduled, although it is used after them', async () => {
    value(await set());
    value(await set({ from: day(20), name: 'New Bridge International', basedOn: 1 }));
    await core.addFlight({ origin: 'XNB', departs_at: Date.parse(`${day(25)}T18:00:00Z`) });
    expect(codeOf(await set({ closed: true, from: day(10), basedOn: 2 }))).toBe('ok');
  });
});

test('a repeat of a request gets the same reply and changes nothing', async () => {
  const requestId = core.requestId();
  expect(value(await set({}, requestId))).toEqual({ number: 1 });
  expect(value(await set({}, requestId))).toEqual({ number: 1 });
  expect((await read('XNB')).changes).toHaveLength(1);
});

test('a change that was undone with its batch is not known, and the next one is', async () => {
  const commit = vi.spyOn(core.db, 'commit').mockRejectedValueOnce(new StoreError('failed', 'the disk is gone'));
  expect(codeOf(await set())).toBe('STORE_FAILED');
  commit.mockRestore();
  expect(await read('XNB')).toEqual({ shipped: null, changes: [] });
  expect(value(await core.hub.ask('flights.places', { text: 'XNB' }, ANA)).places.map(({ code }) => code)).not.toContain('XNB');
  expect(value(await set({ city: 'Elsewhere' }))).toEqual({ number: 1 });
  expect(value(await core.hub.ask('flights.places', { text: 'XNB' }, ANA)).places[0]).toMatchObject({ code: 'XNB', city: 'Elsewhere' });
});
