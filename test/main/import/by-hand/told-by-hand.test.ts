import { expect, it } from 'vitest';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import { DAY_MS, HOUR_MS } from '../../../../shared/instants.ts';
import { applied, DAY, flight } from '../../support/staged-schedule.ts';
import { ANA, codeOf, MERCY, sale, value } from '../../support/test-hub.ts';
import { openHandDesk, retime, SCHEDULE } from './hand-desk.ts';

/** A booking on the flight, and messages that go out. */
async function sold(flightId: number, seat = '20A') {
  const desk = await openHandDesk();
  const hold = value(await desk.hold(flightId, [seat]));
  const { bookingId, locator } = value(await desk.hub.change('payments.confirm', { ...sale(hold), approved: [] }, ANA, desk.requestId()));
  const webhook = { address: 'http://127.0.0.1/', sms: false, push: true };
  value(await desk.hub.change('messages.configure', { mail: null, webhook }, MERCY, desk.requestId()));
  const got = async () => value(await desk.hub.ask('bookings.get', { bookingId }, ANA));
  const messages = () => desk.db.column<string>('SELECT kind FROM messages ORDER BY id').all();
  return { ...desk, bookingId, locator, got, messages };
}

it('a booking on a flight that is retimed beyond the limit is previewed, marked and told as by an import, with the reason in its history', async () => {
  const { got, messages, preview, apply, locator, bookingId, db, hub } = await sold(1);
  const { importId, touched, counts, name } = value(await preview(retime(1, '11:30'), 'waits for a crew'));
  expect(name).toBe('QX 41 of 2026-11-23: JFK – LAX leaves 11:30 instead of 10:00, arrives 14:30 instead of 13:00');
  expect(counts).toMatchObject({ changed: 1, bookingsTouched: 1 });
  expect(touched.bookings).toMatchObject([{ locator, kind: 'movedFar', movedMinutes: 90 }]);
  value(await apply(importId));
  const { scheduled, history } = await got();
  expect(scheduled).toMatchObject([{ status: 'TK', kind: 'movedFar', movedMinutes: 90 }]);
  expect(history.map(({ text }) => text)).toContain(
    'QX 41 of 2026-11-23, 10:00 at JFK, leaves at 11:30 now, 1 h 30 later, beyond the limit; by hand: waits for a crew',
  );
  expect(await messages()).toEqual(['flightsChanged']);
  const { changes } = value(await hub.ask('schedule.handChanges', { flightId: 1 }, ANA));
  expect(changes).toMatchObject([{ number: 1, kind: 'retime', reason: 'waits for a crew', user: MERCY.user }]);
  const quote = value(await hub.execute('bookings.cancelQuote', { requestId: 'quote-by-hand-1', bookingId }, ANA));
  expect(quote).toMatchObject({ percent: 100 });
  // What a person typed is not in the journal, which nothing is ever erased from.
  expect(await db.column<number>("SELECT count(*) FROM journal WHERE data LIKE '%waits for a crew%'").get()).toBe(0);
  expect(await crossCheck(db)).toBeUndefined();
});

it('a booking goes with its flight over midnight, and is not cancelled', async () => {
  const { got, preview, apply, hub } = await sold(4);
  const { importId, touched, counts, attention } = value(await preview(retime(4, '00:10', { day: 1 })));
  expect(counts).toMatchObject({ added: 0, changed: 1, dropped: 0 });
  expect(touched.bookings).toMatchObject([{ kind: 'moved', movedMinutes: 40 }]);
  expect(attention).toEqual(['It keeps its date, 2026-11-23, although it leaves on 2026-11-24']);
  value(await apply(importId));
  const { scheduled, history } = await got();
  expect(scheduled).toMatchObject([{ status: 'TK', kind: 'moved', departsAt: DAY * DAY_MS + 29 * HOUR_MS + 600_000 }]);
  expect(history[0]?.text).toMatch(/^QX 43 of 2026-11-23, 23:30 at JFK, leaves at 00:10 of 2026-11-24 now, 40 min later; by hand: /);
  const found = value(await hub.ask('flights.find', { carrier: 'QX', number: 43, date: '2026-11-23' }, ANA));
  expect(found.flights).toMatchObject([{ flightId: 4, date: '2026-11-23' }]);
});

it('a flight that was moved over midnight is found by its number until it leaves, where it was not found in its last hours before', async () => {
  const desk = await openHandDesk();
  await desk.make(retime(4, '23:00', { day: 1 }));
  // 22:00 of the 24th in New York is the 25th by UTC.
  desk.clock.advance(DAY * DAY_MS + 51 * HOUR_MS - desk.clock.now());
  const found = value(await desk.hub.ask('flights.find', { carrier: 'QX', number: 43, date: null }, ANA));
  expect(found.flights).toMatchObject([{ flightId: 4 }]);
});

it('who sat where the other aircraft has no seat is unseated or gets another, as by an import', async () => {
  const { make, got, db } = await sold(1, '30A');
  await make({ kind: 'aircraft', flightId: 1, equipment: 'CR2', configuration: '' });
  expect((await got()).booking.legs[0]?.seats).not.toContain('30A');
  expect(await crossCheck(db)).toBeUndefined();
});

it('an aircraft or gate without time between is a refusal, where a file only warns, and seats that the aircraft has not are told', async () => {
  const desk = await openHandDesk();
  const set = { seatMap: null, weightLimit: null, retired: false, reason: 'a new one' };
  value(await desk.hub.execute('aircraft.set', { requestId: 'set-aircraft-1', tail: 'N1', equipment: '738', ...set }, MERCY));
  const give = (flightId: number, tail: string | null, gate: string) =>
    desk.hub.execute('aircraft.assign', { requestId: desk.requestId(), flightId, tail, gate, ownLimit: null, reason: 'as planned' }, MERCY);
  value(await give(4, 'N1', 'B4'));
  // The other flight is given between the preview and the deed.
  const { importId } = value(await desk.preview(retime(4, '13:00')));
  value(await give(1, 'N1', ''));
  expect(codeOf(await desk.apply(importId))).toBe('AIRCRAFT_BUSY');
  // It takes six hours, and the other leaves at 23:30.
  expect(codeOf(await desk.preview(retime(1, '17:01')))).toBe('AIRCRAFT_BUSY');
  expect(codeOf(await desk.preview(retime(1, '17:00')))).toBe('ok');
  const { attention } = value(await desk.preview({ kind: 'aircraft', flightId: 1, equipment: '733', configuration: '' }));
  expect(attention).toEqual(['Flights would sell other seats than their aircraft has: N1, QX 41 of 2026-11-23.']);
  value(await give(2, null, 'B7'));
  value(await give(4, null, 'B7'));
  expect(codeOf(await desk.preview(retime(4, '08:29')))).toBe('GATE_BUSY');
  expect(codeOf(await desk.preview(retime(4, '08:30')))).toBe('ok');
});

it('a file that says otherwise wins afterwards', async () => {
  const desk = await openHandDesk();
  await desk.make(retime(1, '11:30'));
  expect(await applied(desk, SCHEDULE, undefined, 'import-0002')).toMatchObject({ changed: 1, unchanged: 3 });
  expect((await desk.flights())[0]).toMatchObject({ departs_at: flight(41).departsAt });
});

it.each([
  ['made by another', "UPDATE hand_changes SET user_name = 'nobody'", 'change by hand 1 is not as the journal says'],
  ['gone', 'DELETE FROM hand_changes', 'change by hand 1 is in the journal and nowhere else'],
])('the check of a store finds a change by hand that is %s', async (_, sql, said) => {
  const desk = await openHandDesk();
  await desk.make(retime(1, '11:30'));
  expect(await crossCheck(desk.db)).toBeUndefined();
  await desk.db.change(sql).run();
  expect(await crossCheck(desk.db)).toBe(said);
});
