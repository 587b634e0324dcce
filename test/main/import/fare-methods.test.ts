import { expect, test } from 'vitest';
import type { HubCall } from '../../../main/hub/hub-methods.ts';
import { readFareFile } from '../../../main/import/csv-competitor-fares.ts';
import { doImportTask } from '../../../main/import/do-import-task.ts';
import { fareMethods } from '../../../main/import/fare-methods.ts';
import type { RunImportTask } from '../../../main/import/import-task.ts';
import { loadReference } from '../../../main/reference/load-reference.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import { startImport } from '../../../main/threads/start-import.ts';
import { dateOfDay, HOUR_MS } from '../../../shared/instants.ts';
import type { FareOfFlight } from '../../../shared/methods/competitor-fares.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import { publishPolicy } from '../support/publish-policy.ts';
import { ANA, MERCY, openTestHub, value } from '../support/test-hub.ts';

const CALL = { session: undefined, actor: MERCY } as unknown as HubCall;
/** Matches a competitor within 10 %, read within a day. */
const MATCH: readonly PolicyRule[] = [
  { rule: 'filedBase', percent: { F: 400, J: 250, W: 150, Y: 100 } },
  { rule: 'competitor', within: 10, noOlderThanHours: 24 },
  { rule: 'roundingAsFiled' },
];

/** In this thread: a thread of its own takes longer to start than these files to read. The first test reads in one. */
const here: RunImportTask = (task, _signal, hear) => doImportTask(task, loadReference, hear);

/** B6 101 and B6 102 from JFK to LAX in two days for 100.00 USD, and B6 103 for 10,000 JPY. */
async function market(run: RunImportTask = here) {
  const store = await openTestHub();
  const [first, second] = [await store.addFlight(), await store.addFlight()];
  const yen = await store.addFlight({ currency: 'JPY', base_fare: 10_000 });
  const day = dateOfDay(first.service_day);
  const read = (text: string) =>
    fareMethods({ hub: store.hub, run })['pricing.readFares'](CALL, { bytes: Buffer.from(text).toString('base64') });
  const set = (fares: readonly FareOfFlight[], requestId = store.requestId()) =>
    store.hub.execute(
      'pricing.setFares',
      { requestId, fares: fares.map(({ flightId, fare, currency, readAt }) => ({ flightId, fare, currency, readAt })) },
      MERCY,
    );
  const quote = async (flightId: number) => value(await store.hub.ask('pricing.quote', { flightId, cabin: 'Y' }, ANA));
  return { ...store, first, second, yen, day, read, set, quote };
}

test('fares of a file price the next quote, the line of a flight beats that of its route, and a hold keeps its fare', async () => {
  const { hub, db, clock, requestId, first, second, day, read, set, quote, hold } = await market(startImport);
  await publishPolicy(hub, requestId(), { kind: 'network' }, MATCH, MERCY);
  const held = value(await hold(first.id, ['20A']));
  const told = value(await read(`route,flight,date,fare,currency,age_hours\nJFK-LAX,,${day},95.00,USD,3\n,b6101,${day},104.00,usd,2\n`));
  const seen = { currency: 'USD', origin: 'JFK', destination: 'LAX', date: day, before: null };
  expect(told).toEqual({
    ...{ lines: 2, known: 0, problems: [], problemsMore: 0 },
    fares: [
      { ...seen, flightId: second.id, flight: 'B6 102', fare: 95_00, readAt: clock.now() - 3 * HOUR_MS, line: 2 },
      { ...seen, flightId: first.id, flight: 'B6 101', fare: 104_00, readAt: clock.now() - 2 * HOUR_MS, line: 3 },
    ],
  });
  expect((await quote(first.id)).fare).toBe(100_00);
  expect(value(await set(told.fares))).toEqual({ set: 2, left: 0 });
  const quoted = await quote(first.id);
  expect(quoted.fare).toBe(104_00);
  expect(quoted.trace).toContainEqual(expect.objectContaining({ detail: '104.00 USD, read within the last 2 hours' }));
  expect((await quote(second.id)).fare).toBe(95_00);
  expect(value(await hub.ask('bookings.get', { bookingId: held.bookingId }, ANA)).booking.total).toBe(100_00);
  expect(await db.column("SELECT data FROM journal WHERE type = 'competitor.read'").all()).toEqual(['{"fares":2}']);
  expect(await crossCheck(db)).toBeUndefined();
});

test('a board shows the new price at once, and another search does too', async () => {
  const { hub, requestId, first, day, read, set } = await market();
  await publishPolicy(hub, requestId(), { kind: 'network' }, MATCH, MERCY);
  const price = async () => {
    const board = value(await hub.ask('flights.board', { from: 'JFK', date: day }, ANA));
    return (typeof board === 'string' ? JSON.parse(board) : board).flights[0].cabins.find((one: { cabin: string }) => one.cabin === 'Y')
      .price;
  };
  expect(await price()).toBe(100_00);
  const { fares } = value(await read(`flight,date,fare,currency,age_hours\nB6101,${day},92.00,USD,0`));
  expect(fares.map(({ flightId }) => flightId)).toEqual([first.id]);
  value(await set(fares));
  expect(await price()).toBe(92_00);
});

test('the same file twice changes nothing, and an older reading never replaces a newer one', async () => {
  const { day, read, set, quote, first, hub, requestId, clock } = await market();
  await publishPolicy(hub, requestId(), { kind: 'network' }, MATCH, MERCY);
  const file = (fare: string, age: number) => `flight;date;fare;currency;age_hours\nB6101;${day};${fare};USD;${age}`;
  const { fares } = value(await read(file('104.00', 2)));
  expect(value(await set(fares, 'request-once'))).toEqual({ set: 1, left: 0 });
  expect(value(await set(fares, 'request-once'))).toEqual({ set: 1, left: 0 });
  expect(value(await set(fares))).toEqual({ set: 0, left: 1 });
  expect(value(await read(file('104.00', 2)))).toMatchObject({ known: 1, fares: [] });
  expect(value(await read(file('91.00', 5)))).toMatchObject({ known: 1, fares: [] });
  const later = value(await read(file('97.00', 1)));
  expect(later.fares).toMatchObject([{ fare: 97_00, before: { fare: 104_00, readAt: clock.now() - 2 * HOUR_MS } }]);
  // Seen at the same time by two supervisors: the later reading stays, whoever comes last.
  value(await set(later.fares));
  expect(value(await set(fares))).toEqual({ set: 0, left: 1 });
  expect((await quote(first.id)).fare).toBe(97_00);
});

test('a flight that has departed since the preview is left as it is', async () => {
  const { day, read, set, clock, second } = await market();
  const { fares } = value(await read(`route,date,fare,currency,age_hours\nJFK-LAX,${day},95.00,USD,3`));
  expect(fares).toHaveLength(2);
  clock.advance(second.departs_at - clock.now());
  expect(value(await set(fares))).toEqual({ set: 0, left: 2 });
});

test('each line that cannot be used says why, and the others are taken', async () => {
  const { day, read, first } = await market();
  const rows: readonly (readonly [row: string, problem: string])[] = [
    [`B6 101,,${day},104.00,USD,2026-11-20T08:00Z`, ''],
    [`,,${day},104.00,USD,2026-11-20T08:00Z`, 'name a flight or a route, and not both'],
    [`B6101,JFK-LAX,${day},104.00,USD,2026-11-20T08:00Z`, 'name a flight or a route, and not both'],
    [`lunch,,${day},104.00,USD,2026-11-20T08:00Z`, 'flight "lunch" is not a flight number, such as B6101'],
    [`,JFKLAX,${day},104.00,USD,2026-11-20T08:00Z`, 'route "JFKLAX" is not two airports, such as JFK-LAX'],
    ['B6101,,2026-02-30,104.00,USD,2026-11-20T08:00Z', 'date "2026-02-30" is not a day, such as 2026-12-25'],
    [`B6102,,${day},104.5,USD,2026-11-20T08:00Z`, 'fare "104.5" is not an amount in USD, such as 129.00, of at most 100000000'],
    [`B6102,,${day},,USD,2026-11-20T08:00Z`, 'fare "" is not an amount in USD, such as 129.00, of at most 100000000'],
    [`B6102,,${day},104.00,XXX,2026-11-20T08:00Z`, 'currency "XXX" is not the ISO 4217 code of a currency, such as USD'],
    [`B6102,,${day},104.00,USD,yesterday`, 'read "yesterday" is not when the fare was read, in UTC, such as 2026-11-21T14:30Z'],
    [`B6102,,${day},104.00,USD,2199-01-01T00:00Z`, 'read "2199-01-01T00:00Z" is in the future'],
    [`B6102,,${day},104.00,USD,`, 'say when the fare was read in read or in age_hours, and not in both'],
    [`B6101,,${day},103.00,USD,2026-11-20T09:00Z`, `B6101 on ${day} stands in line 2 already`],
    [`B6103,,${day},104.00,USD,2026-11-20T08:00Z`, `B6103 on ${day} is sold in JPY, and not in USD`],
    [`B6999,,${day},104.00,USD,2026-11-20T08:00Z`, `B6999 on ${day} is not in the schedule`],
    [`,LAX-JFK,${day},104.00,USD,2026-11-20T08:00Z`, `LAX-JFK on ${day} is not in the schedule`],
  ];
  const told = value(await read(`flight,route,date,fare,currency,read\n${rows.map(([row]) => row).join('\n')}\n`));
  expect(told.problems).toEqual(rows.flatMap(([, problem], at) => (problem ? [{ line: at + 2, problem }] : [])));
  expect(told.fares).toMatchObject([{ flightId: first.id, fare: 104_00, line: 2 }]);
  expect(told.lines).toBe(rows.length);
});

test.each([
  ['', 'its first line does not name flight or route, date, fare, currency, read or age_hours'],
  ['Dear Sir', 'its first line does not name flight or route, date, fare, currency, read or age_hours'],
  ['flight,date,fare,read\n', 'its first line does not name currency'],
  ['flight,date,fare,fare,currency,read\n', 'its first line names the column fare twice'],
  ['flight,date,fare,currency,read\n"B6101', 'Quote Not Closed: the parsing is finished with an opening quote at line 2'],
])('a file that is none is refused as a whole: %s', async (text, problem) => {
  const { read } = await market();
  expect(await read(text)).toMatchObject({ ok: false, refusal: { code: 'FARES_UNREADABLE', details: { problem } } });
});

test('a file that is no text is refused', async () => {
  const { clock } = await market();
  expect(readFareFile(Uint8Array.of(0xff, 0x00, 0xfe), clock.now())).toEqual({ unreadable: 'it is not UTF-8 text' });
});
