import { expect, test } from 'vitest';
import { ANA, type TestHub, value } from '../support/test-hub.ts';
import { openSchedule } from './import-files.ts';
import { carrierRecord, HEADER, type LegFields, legRecord, numbered, segmentRecord, trailerRecord } from './ssim-lines.ts';

const DAY: LegFields = { from: '18NOV26', to: '18NOV26' };
const OPERATING = legRecord({ ...DAY, number: '61' });
const OF_QY = legRecord({ ...DAY, carrier: 'QY', number: '5561' });

const file = (carrier: string, ...records: string[]): string =>
  `${numbered([HEADER, carrierRecord({ carrier }), ...records, trailerRecord({ carrier })]).join('\n')}\n`;
/** QX flies, and tells that QY sells it too. */
const OF_FLYING = file('QX', OPERATING, segmentRecord(OPERATING, '010', 'QY 5561'));
/** QY sells it, and tells that QX flies. */
const OF_SELLING = file('QY', OF_QY, segmentRecord(OF_QY, '050', 'QX   61'));
/** The same without a word that another flies. */
const AS_ITS_OWN = file('QY', OF_QY);

const operated = async (hub: TestHub): Promise<string[]> =>
  (
    await hub.db.query<{ flight: string }>("SELECT carrier || ' ' || number AS flight FROM flights WHERE cancelled = 0 ORDER BY 1").all()
  ).map(({ flight }) => flight);
const find = async (hub: TestHub, number: number, date: string | null = '2026-11-18') =>
  value(await hub.hub.ask('flights.find', { carrier: 'QY', number, date }, ANA)).flights.map(({ flight, marketedAs }) => [
    flight,
    marketedAs,
  ]);

test.each([
  ['the flying carrier alone', [OF_FLYING]],
  ['both, the flying one first', [OF_FLYING, OF_SELLING]],
  ['both, the selling one first', [OF_SELLING, OF_FLYING]],
  ['both as flights, the flying one first', [OF_FLYING, AS_ITS_OWN]],
  ['both as flights, the selling one first', [AS_ITS_OWN, OF_FLYING]],
  ['both as flights, again and again', [AS_ITS_OWN, OF_FLYING, AS_ITS_OWN, OF_FLYING]],
])('one aircraft is one flight, told by %s', async (_what, files) => {
  const store = await openSchedule();
  for (const one of files) await store.take(one);
  expect(await operated(store)).toEqual(['QX 61']);
  expect((await find(store, 5561)).filter(([flight]) => flight === 'QX 61')).toEqual([['QX 61', ['QY 5561']]]);
  expect(await find(store, 5561, null)).toEqual([['QX 61', ['QY 5561']]]);
  const { flights } = value(await store.hub.ask('flights.board', { from: 'JFK', date: '2026-11-18' }, ANA));
  expect(flights.filter(({ cancelled }) => !cancelled).map(({ marketedAs }) => marketedAs)).toEqual([['QY 5561']]);
  const way = {
    from: 'JFK',
    to: 'LAX',
    date: '2026-11-18',
    adults: 1,
    children: 0,
    cabin: null,
    maxStops: 1,
    leavesFrom: 0,
    leavesTo: 1440,
  };
  const { itineraries } = value(await store.hub.ask('flights.search', { ...way, sort: 'price' }, ANA));
  expect(itineraries.map(({ flights: [one] }) => [one?.flight, one?.marketedAs])).toEqual([['QX 61', ['QY 5561']]]);
});

test('a booking is found by the number of the other carrier, and one that was sold there hears that it flies no more', async () => {
  const store = await openSchedule();
  await store.take(AS_ITS_OWN);
  const sold = await store.db.query<{ id: number }>('SELECT id FROM flights').get();
  const { bookingId } = value(await store.hold(sold?.id ?? 0, ['20A']));
  const preview = await store.take(OF_FLYING);
  expect(preview.counts).toMatchObject({ added: 1, dropped: 1, bookingsTouched: 1 });
  const flying = await store.db.query<{ id: number }>('SELECT id FROM flights WHERE cancelled = 0').get();
  const other = value(await store.hold(flying?.id ?? 0, ['20A'])).bookingId;
  const asked = { anyOf: [{ by: 'flight' as const, carrier: 'QY', number: 5561, date: '2026-11-18' }] };
  const { bookings } = value(await store.hub.ask('bookings.find', asked, ANA));
  expect(bookings.map((booking) => booking.bookingId)).toEqual([other, bookingId]);
});

test('a file speaks for its carriers and days: what it tells no more is gone, and what it tells again changes nothing', async () => {
  const store = await openSchedule();
  await store.take(OF_FLYING);
  const events = async () => (await store.db.query<{ n: number }>('SELECT count(*) AS n FROM journal').get())?.n;
  const before = await events();
  await store.take(OF_FLYING);
  expect(await events()).toBe(before);
  // QZ says nothing of QX.
  await store.take(file('QZ', legRecord({ ...DAY, carrier: 'QZ', number: '7' })));
  expect(await find(store, 5561)).toEqual([['QX 61', ['QY 5561']]]);
  await store.take(file('QX', OPERATING));
  expect(await find(store, 5561)).toEqual([]);
  // Now it is a flight of its own.
  expect((await store.take(AS_ITS_OWN)).attention).toEqual([]);
  expect(await operated(store)).toEqual(['QX 61', 'QY 5561', 'QZ 7']);
});

test('the preview says what is left out, and how often', async () => {
  const store = await openSchedule();
  await store.take(OF_FLYING);
  expect((await store.preview(AS_ITS_OWN)).attention).toEqual([
    '1 flight of the file is left out: the carrier that flies it sells its seats under another number',
  ]);
  const two = ['7', '8'].map((number) => legRecord({ ...DAY, carrier: 'QY', number, disclosure: 'L' }));
  expect((await store.preview(file('QY', ...two, legRecord({ ...DAY, carrier: 'QY', number: '9' })))).attention).toEqual([
    '2 marketing legs are left out, because the file does not say which flight has their seats',
  ]);
});

test('a number that leads to a flight which no file has brought is counted, and nothing is sold under it', async () => {
  const store = await openSchedule();
  const { attention, counts } = await store.preview(OF_SELLING);
  expect(counts).toMatchObject({ added: 0, refused: 0 });
  expect(attention).toEqual([
    '1 departure is flown by another carrier, whose flight is not in the schedule. Nothing is sold under its number until it is',
  ]);
  await store.take(OF_SELLING);
  expect(await find(store, 5561)).toEqual([]);
  await store.take(OF_FLYING);
  expect((await store.preview(OF_SELLING)).attention).toEqual([]);
});
