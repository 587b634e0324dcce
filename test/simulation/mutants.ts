import { ACTIVITY_MUTANTS } from './activity-mutants.ts';
import { AFTER_MUTANTS } from './after-mutants.ts';
import { BLOCK_MUTANTS } from './block-mutants.ts';
import { CABIN_MUTANTS } from './cabin-mutants.ts';
import { CHANGE_MUTANTS } from './change-mutants.ts';
import { CLOCK_MUTANTS } from './clock-mutants.ts';
import { CUSTOMER_MUTANTS } from './customer-mutants.ts';
import { DENIED_MUTANTS } from './denied-mutants.ts';
import { GUARD_MUTANTS } from './guard-mutants.ts';
import { HAND_MUTANTS } from './hand-mutants.ts';
import { INFANT_MUTANTS } from './infant-mutants.ts';
import { MESSAGE_MUTANTS } from './message-mutants.ts';
import { MONEY_MUTANTS } from './money-mutants.ts';
import type { Mutant } from './mutant.ts';
import { OVER_MUTANTS } from './over-mutants.ts';
import { OVERRIDE_MUTANTS } from './override-mutants.ts';
import { PAYMENT_MUTANTS } from './payment-mutants.ts';
import { QUEUE_MUTANTS } from './queue-mutants.ts';
import { SALE_RULE_MUTANTS } from './sale-rule-mutants.ts';
import { SCHEDULE_MUTANTS } from './schedule-mutants.ts';
import { STATION_MUTANTS } from './station-mutants.ts';
import { THROUGH_MUTANTS } from './through-mutants.ts';
import { TURN_MUTANTS } from './turn-mutants.ts';
import { WAIT_MUTANTS } from './wait-mutants.ts';
import { WAY_MUTANTS } from './way-mutants.ts';
import { WEIGHT_MUTANTS } from './weight-mutants.ts';

const REPRICED = `await db.change("UPDATE bookings SET total = json_array_length(party) * (SELECT sum(f.base_fare) FROM flights f, json_each(bookings.legs) l WHERE f.id = l.value ->> 'flightId') WHERE id = ?").run(row.id);`;

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'a seat that is claimed counts as free',
    file: 'main/store/tables/claims-table.ts',
    find: '.run(...valuesOf(claim))) === 1',
    replace: '.run(...valuesOf(claim))) >= 0',
  },
  {
    name: 'a seat that is claimed late may be taken',
    file: 'main/store/tables/insert-many.ts',
    find: 'left > 0 && !mayExist',
    replace: 'left < 0',
    seed: 2,
  },
  {
    name: 'what waits is not written before a statement reads',
    file: 'main/engine/batch-writes.ts',
    find: 'let named = this.#known.get(table);',
    replace: 'let named: boolean | undefined = false;',
  },
  {
    name: 'what the commands before it wrote is undone with a command',
    file: 'main/engine/savepoints.ts',
    find: 'await this.#writes.flush();\n    await this.#db.savepoint();',
    replace: 'await this.#db.savepoint();',
  },
  {
    name: 'a booking that was undone stays known',
    file: 'main/engine/forget-written.ts',
    find: 'forgetBookings(db);',
    replace: '',
  },
  {
    name: 'fewer seats are authorised than are taken',
    file: 'main/commands/authorise-cabin.ts',
    find: 'authorised < taken || ',
    replace: '',
    seed: 14,
  },
  {
    name: 'a hold is due only after its deadline',
    file: 'shared/instants.ts',
    find: 'deadline <= now',
    replace: 'deadline < now',
    seed: 5,
  },
  {
    name: 'the sweep leaves out what is due at this very instant',
    file: 'main/commands/expire-holds.ts',
    find: 'expires_at <= ? ORDER BY',
    replace: 'expires_at < ? ORDER BY',
  },
  {
    name: 'due holds are not ended before a command',
    file: 'main/engine/engine.ts',
    find: 'isDue(this.#dueInBatch, command.now)',
    replace: 'false',
  },
  {
    name: 'a hold that runs out within its own batch is overlooked',
    file: 'main/engine/engine.ts',
    find: 'data.expiresAt < (this.#dueInBatch ?? Infinity)',
    replace: 'false',
    seed: 10,
  },
  {
    name: 'callers are answered before the commit',
    file: 'main/engine/engine.ts',
    find: 'await this.#db.commit();',
    replace: 'setImmediate(() => this.#db.commit());',
  },
  {
    name: 'events of a commit that failed are told',
    file: 'main/engine/engine.ts',
    find: 'events: [],',
    replace: 'events,',
  },
  {
    name: 'a refusal undoes nothing',
    file: 'main/engine/savepoints.ts',
    find: 'this.#writes.written !== before',
    replace: 'false',
    seed: 2,
  },
  {
    name: 'replies are not stored',
    file: 'main/engine/engine.ts',
    find: 'await storeReplies(',
    replace: 'await (async (..._: unknown[]) => {})(',
  },
  {
    name: 'a request number used for another body gets the first reply',
    file: 'main/engine/answer-again.ts',
    find: 'known.bodyHash !== bodyHash',
    replace: 'false',
  },
  {
    name: 'the journal leaves a number out now and then',
    file: 'main/store/tables/journal-table.ts',
    find: 'const event = end.event + 1;',
    replace: 'const event = end.event + (end.event % 50 === 49 ? 2 : 1);',
  },
  {
    name: 'a batch that was undone leaves its entries to the next',
    file: 'main/engine/journal.ts',
    find: 'this.#waiting = [];\n  }\n}',
    replace: '}\n}',
  },
  {
    name: 'a batch that was undone keeps its booking numbers',
    file: 'main/engine/engine.ts',
    find: 'this.#lastBooking = lastBookingBefore;',
    replace: '',
  },
  {
    name: 'what a run of holds has read is never forgotten',
    file: 'main/engine/batch-cache.ts',
    find: 'this.#flights.clear();\n    this.#settings.clear();',
    replace: '',
    seed: 2,
  },
  {
    name: 'a reply that is asked for again ends with another booking',
    file: 'main/store/tables/replies-table.ts',
    find: 'ON b.id = r.booking_id',
    replace: 'ON b.id = max(r.booking_id - 1, 1)',
  },
  {
    name: 'a search offers flights that have left',
    file: 'main/queries/search/search-pairs.ts',
    find: 'Math.max(pair.day.from, context.now + 1, notBefore)',
    replace: 'Math.max(pair.day.from, notBefore)',
    seed: 3,
  },
  {
    name: 'a hash does not cover the one before',
    file: 'main/store/tables/journal-table.ts',
    find: 'JSON.stringify([before, ',
    replace: "JSON.stringify(['', ",
  },
  {
    name: 'any desk may release, extend and sell any hold',
    file: 'main/commands/hold-problem.ts',
    find: "row.desk !== actor.desk && row.state === 'HOLD'",
    replace: 'false',
  },
  {
    name: 'a release gives up the seat of whoever has it',
    file: 'main/store/tables/claims-table.ts',
    find: 'DELETE FROM claims WHERE flight_id = ? AND seat = ? AND owner = ?',
    replace: 'DELETE FROM claims WHERE flight_id = ? AND seat <> ? AND owner <> ?',
  },
  {
    name: 'a release does not give the count back',
    file: 'main/store/tables/cabin-counters-table.ts',
    find: 'release: { held: -1,',
    replace: 'release: { held: 0,',
  },
  {
    name: 'the price is worked out again at confirmation',
    file: 'main/commands/confirm-booking.ts',
    find: 'await insertSaleRecord(',
    replace: `${REPRICED} await insertSaleRecord(`,
  },
  {
    name: 'a hold may be extended past its ceiling',
    file: 'main/commands/extend-hold.ts',
    find: 'row.created_at + HOLD_CEILING_MS',
    replace: 'row.created_at + 9 * HOLD_CEILING_MS',
    seed: 7,
  },
  {
    name: 'a hold may be extended again and again',
    file: 'main/commands/extend-hold.ts',
    find: 'row.extended === 1',
    replace: 'row.extended === 2',
  },
  {
    name: 'an extended hold does not tell which seats it keeps',
    file: 'main/commands/extend-hold.ts',
    find: 'await keptSeats(context, after)',
    replace: '[]',
  },
  ...PAYMENT_MUTANTS,
  {
    name: 'another aircraft does not move what may be sold',
    file: 'main/commands/apply-schedule.ts',
    find: 'await moveAuthorised(db, await countersOnOtherMap(db, importId), reference);',
    replace: '',
    seed: 2,
  },
  {
    name: 'an event of an itinerary tells of its first leg only',
    file: 'main/commands/move-seats.ts',
    find: 'moved.push({',
    replace: 'if (moved.length === 0) moved.push({',
  },
  {
    name: 'an event tells the name of a passenger',
    file: 'main/commands/confirm-booking.ts',
    find: '{ amount: row.total, note,',
    replace: '{ amount: row.total, note: input.passengers[0].surname,',
    kind: 'passenger data',
  },
  ...SALE_RULE_MUTANTS,
  ...CHANGE_MUTANTS,
  ...AFTER_MUTANTS,
  ...MONEY_MUTANTS,
  ...WAIT_MUTANTS,
  ...WEIGHT_MUTANTS,
  ...CLOCK_MUTANTS,
  ...SCHEDULE_MUTANTS,
  ...HAND_MUTANTS,
  ...BLOCK_MUTANTS,
  ...CABIN_MUTANTS,
  ...INFANT_MUTANTS,
  ...MESSAGE_MUTANTS,
  ...QUEUE_MUTANTS,
  ...CUSTOMER_MUTANTS,
  ...OVER_MUTANTS,
  ...TURN_MUTANTS,
  ...ACTIVITY_MUTANTS,
  ...THROUGH_MUTANTS,
  ...DENIED_MUTANTS,
  ...OVERRIDE_MUTANTS,
  ...WAY_MUTANTS,
  ...STATION_MUTANTS,
  ...GUARD_MUTANTS,
  {
    name: 'a sale takes nothing from its voucher',
    file: 'main/store/tables/vouchers-table.ts',
    find: 'SET balance = balance - ? WHERE',
    replace: 'SET balance = balance - 0 * ? WHERE',
    seed: 2,
  },
  {
    name: 'a voucher that has too little left is let through to the register',
    file: 'main/commands/voucher-problem.ts',
    find: 'row.balance < amount',
    replace: 'row.balance < 0 * amount',
    seed: 2,
  },
  {
    name: 'a voucher pays past its time',
    file: 'main/commands/voucher-problem.ts',
    find: 'row && isDue(instant(row.valid_until), now)',
    replace: 'false',
    seed: 3,
  },
  {
    name: 'a refund to a voucher is lost',
    file: 'main/store/tables/vouchers-table.ts',
    find: 'SET balance = balance + ? WHERE',
    replace: 'SET balance = balance + 0 * ? WHERE',
    seed: 4,
  },
  {
    name: 'a refund goes to a voucher that is past its time',
    file: 'main/commands/refund-to-voucher.ts',
    find: 'return isDue(instant(voucher.valid_until), now)',
    replace: 'return false',
    seed: 33,
    kind: 'events',
  },
  {
    name: 'a slip pays twice',
    file: 'main/commands/check-sale.ts',
    find: 'const slips = sale.slipsCompared ? undefined',
    replace: 'const slips = sale.tenders ? undefined',
    seed: 12,
  },
  {
    name: 'a card is tried a fifth time',
    file: 'main/payment/charge-cards.ts',
    find: 'const afterMs = PAYMENT_RETRY_MS[attempt];\n      if (answer',
    replace: 'const afterMs = PAYMENT_RETRY_MS[Math.max(0, attempt - 1)];\n      if (answer',
    kind: 'bank',
  },
  {
    name: 'less than no seat may be sold on a smaller aircraft',
    file: 'main/commands/move-authorised.ts',
    find: 'Math.max(0, stock - taken)',
    replace: 'seats && authorised + seats - capacity(before, cabin)',
    seed: 13,
  },
  {
    name: 'the board is in the order of arrival',
    file: 'main/queries/flight-board.ts',
    find: 'a.departsAt - b.departsAt ||',
    replace: 'a.arrivesAt - b.arrivesAt ||',
    kind: 'read of board',
  },
  {
    name: 'a hold is not found by its flight',
    file: 'main/queries/find-bookings.ts',
    find: 'UNION SELECT owner FROM claims WHERE',
    replace: 'UNION SELECT owner FROM claims WHERE 1 = 0 AND',
    seed: 2,
    kind: 'read of find',
  },
  {
    name: 'a stored reply is given to another desk',
    file: 'main/engine/store-hub.ts',
    find: 'actor.desk}',
    replace: "''}",
  },
  {
    name: 'a stored reply is given to another user',
    file: 'main/engine/store-hub.ts',
    find: 'actor.user}',
    replace: "''}",
  },
  {
    name: 'a store that is known to be damaged sells on',
    file: 'main/engine/store-hub.ts',
    find: "this.#stopped !== undefined && name !== 'users.recordSignIn'",
    replace: 'false',
    kind: 'damaged store',
    seed: 2,
  },
  {
    name: 'the core reads a clock',
    file: 'main/engine/batch-so-far.ts',
    find: 'reply, at: now }',
    replace: 'reply, at: now + (Date.now() % 1_000) }',
    seed: 2,
    kind: 'replica',
  },
  {
    name: 'the order of a set that lives as long as the process is written',
    file: 'main/commands/confirm-booking.ts',
    find: 'new Set(input.tenders.map((tender) => tender.kind))]',
    replace:
      '(input.tenders.forEach((tender) => (db.kinds ??= new Set()).add(tender.kind)), db.kinds)].filter((kind) => input.tenders.some((tender) => tender.kind === kind))',
    seed: 4,
    kind: 'replica',
  },
  {
    name: 'commits are not synced',
    file: 'main/store/sqlite.ts',
    find: 'synchronous = FULL',
    replace: 'synchronous = OFF',
  },
];
