import { expect, test } from 'vitest';
import type { Database, Value } from '../../../main/store/database.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { ANA, codeOf, JONAS, MERCY, openTestHub, sale, value } from '../support/test-hub.ts';

/** BatchReads every SQL text that goes through a database. */
function recordSql(db: Database): Set<string> {
  const seen = new Set<string>();
  for (const name of ['query', 'change', 'changeReturning'] as const) {
    const real = db[name].bind(db) as (sql: string) => never;
    db[name] = (sql: string) => {
      seen.add(sql);
      return real(sql);
    };
  }
  return seen;
}

/** Handfuls of rows for ever, where reading all is what an index would do: small tables, and indexes of what is still open. */
const SMALL =
  /SCAN (users|settings|meta|schema_version|legs|refund_policies)\b|SCAN CONSTANT ROW|SCAN \(subquery|USING INDEX payments_pending|USING INDEX jobs_(waiting|open)|INDEX waitlist_(flights_list|offered|waiting)|INDEX (messages_open|seat_blocks_stands|claims_over)/;

test('nothing that sells, pays, cancels, expires or finds reads a whole table', async () => {
  const store = await openTestHub();
  const flight = await store.addFlight();
  const seen = recordSql(store.db);

  const hold = value(await store.hold(flight.id, ['20A', '20B']));
  expect(codeOf(await store.hold(flight.id, ['20A'], {}, JONAS))).toBe('SEAT_HELD');
  value(await store.hub.execute('holds.extend', { requestId: store.requestId(), bookingId: hold.bookingId }, ANA));
  const contact = { phone: '+1 212 555 0148', email: 'elena@example.com', askedBy: 'Elena Petrov' };
  value(await store.hub.change('payments.confirm', { ...sale(hold, { contact }), approved: [] }, ANA, store.requestId()));
  const quote = value(await store.hub.execute('bookings.cancelQuote', { requestId: store.requestId(), bookingId: hold.bookingId }, ANA));
  value(
    await store.hub.execute('bookings.cancel', { requestId: store.requestId(), bookingId: hold.bookingId, offerId: quote.offerId }, ANA),
  );
  const released = value(await store.hold(flight.id, ['21A']));
  value(await store.hub.execute('holds.release', { requestId: store.requestId(), bookingId: released.bookingId }, ANA));
  const paid = value(await store.hold(flight.id, ['22A']));
  const charges = [{ reference: 'payment-1', amount: paid.total }];
  const tenders = [{ kind: 'card', amount: paid.total, approvalCode: null, testCard: null } as const];
  value(await store.hub.change('payments.begin', { ...sale(paid, { tenders }), charges, terminal: true }, ANA, store.requestId()));
  value(await store.hub.look('payments.pending', {}));
  value(
    await store.hub.change(
      'payments.fail',
      {
        ...{ bookingId: paid.bookingId, reason: 'no', final: true },
        charges: [{ reference: 'payment-1', approvalCode: '123456', mayBeCharged: true }],
      },
      ANA,
      store.requestId(),
    ),
  );
  value(await store.hub.look('jobs.due', {}));
  const tried = { jobId: 1, done: false, answer: 'silent', lasting: true, retryAfterMs: 0 };
  value(await store.hub.change('jobs.record', { ...tried, triesBefore: 0 }, ANA, null));
  value(await store.hub.ask('jobs.list', {}, MERCY));
  value(await store.hub.execute('jobs.tryAgain', { requestId: store.requestId(), jobId: 1 }, MERCY));
  value(await store.hub.change('jobs.record', { ...tried, triesBefore: 1, done: true }, ANA, null));
  const mail = { host: 'localhost', port: 25, security: 'none', user: '', from: 'desk@example.com' } as const;
  value(await store.hub.change('messages.configure', { mail, webhook: null }, MERCY, store.requestId()));
  const wishes = { language: 'es', optedOut: false } as const;
  const told = value(await store.hold(flight.id, ['24A']));
  const toTell = sale(told, { contact: { ...contact, messages: wishes } });
  value(await store.hub.change('payments.confirm', { ...toTell, approved: [] }, ANA, store.requestId()));
  value(await store.hub.look('messages.due', { channel: 'email' }));
  value(await store.hub.look('messages.content', { messageId: 1 }));
  const sent = { messageId: 1, triesBefore: 0, answer: 'no', lasting: true, retryAfterMs: 0 };
  value(await store.hub.change('messages.record', { ...sent, done: false }, ANA, null));
  value(await store.hub.execute('messages.sendAgain', { requestId: store.requestId(), messageId: 1 }, MERCY));
  value(await store.hub.ask('messages.list', {}, MERCY));
  value(await store.hub.ask('messages.ofBooking', { bookingId: told.bookingId }, ANA));
  value(
    await store.hub.execute('messages.wish', { requestId: store.requestId(), bookingId: told.bookingId, ...wishes, optedOut: true }, ANA),
  );
  value(await store.hub.change('messages.configure', { mail: null, webhook: null }, MERCY, store.requestId()));
  value(await store.hold(flight.id, ['23A']));
  store.clock.advance(31 * MINUTE_MS);
  value(await store.hold(flight.id, ['23A'], {}, JONAS));
  value(await store.hub.change('replies.prune', {}, ANA, null));
  for (const find of [
    { by: 'locator', locator: hold.locator },
    { by: 'name', name: 'PETROV/E' },
    { by: 'name', name: 'PET' },
    { by: 'name', name: 'Elena A Petrov' },
    { by: 'phone', phone: '555 0148' },
    { by: 'phone', phone: '001 212 555 0148' },
    { by: 'email', email: 'elena@' },
    { by: 'flight', carrier: flight.carrier, number: flight.number, date: null },
    { by: 'flight', carrier: flight.carrier, number: flight.number, date: hold.legs[0]?.date ?? '' },
  ] as const)
    expect(value(await store.hub.ask('bookings.find', { anyOf: [find] }, ANA)).bookings.length).toBeGreaterThan(0);
  value(await store.hub.ask('bookings.get', { bookingId: hold.bookingId }, ANA));
  value(await store.hub.ask('holds.ofDesk', {}, ANA));
  value(await store.hub.ask('events.since', { after: 2 }, ANA));
  value(await store.hub.ask('flights.seatMap', { flightId: flight.id }, ANA));

  expect(seen.size).toBeGreaterThan(30);
  const slow: string[] = [];
  for (const sql of [...seen]) {
    if (/^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|INSERT INTO \w+ \([^)]*\)\s+VALUES)/.test(sql)) continue;
    const unbound: Value[] = Array.from(sql.matchAll(/\?/g), () => null);
    const plan = await store.db.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...unbound);
    // A search through min() or max() of a key is shown as SEARCH; a list cut by LIMIT in key order stops by itself.
    const scans = plan.filter(({ detail }) => detail.startsWith('SCAN') && !SMALL.test(detail) && !/LIMIT/.test(sql));
    if (scans.length > 0) slow.push(`${sql}: ${scans.map(({ detail }) => detail).join('; ')}`);
  }
  expect(slow).toEqual([]);
});
