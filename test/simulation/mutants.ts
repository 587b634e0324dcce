/** A bug planted in the product: one text of one file is replaced when it is imported. The file itself stays as it is. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  /** Must stand in the file exactly once, so that no mutant dies unnoticed when the file is changed. */
  readonly find: string;
  readonly replace: string;
  /** A seed that finds it soon, tried first: for what takes a rare meeting of circumstances. */
  readonly seed?: number;
  /** The kind of failure by which it must be found, where it is planted for one check and no other would do. */
  readonly kind?: string;
}

const REPRICED = `await db.change("UPDATE bookings SET total = json_array_length(party) * (SELECT sum(f.base_fare) FROM flights f, json_each(bookings.legs) l WHERE f.id = l.value ->> 'flightId') WHERE id = ?").run(row.id);`;

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'a seat that is claimed counts as free',
    file: 'main/store/tables/claims-table.ts',
    find: '.run(flightId, seat, bookingId)) === 1',
    replace: '.run(flightId, seat, bookingId)) >= 0',
  },
  {
    name: 'the guard is off where the counters are known',
    file: 'main/store/tables/cabin-counters-table.ts',
    find: ' AND held + sold + ? <= authorised',
    replace: ' AND ? > 0',
  },
  {
    name: 'counters that were guessed wrong are told',
    file: 'main/store/tables/cabin-counters-table.ts',
    find: '} AND authorised = ? AND held = ? AND sold = ?',
    replace: '} AND ? + ? + ? >= 0',
  },
  {
    name: 'the guard of the cabin counter is off',
    file: 'main/store/tables/cabin-counters-table.ts',
    find: '<= cabin_counters.authorised',
    replace: '<= cabin_counters.authorised + 99',
  },
  {
    name: 'a hold is due only after its deadline',
    file: 'shared/instants.ts',
    find: 'deadline <= now',
    replace: 'deadline < now',
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
    file: 'main/engine/engine.ts',
    find: 'this.#db.written !== mark',
    replace: 'false',
  },
  {
    name: 'replies are not stored',
    file: 'main/engine/engine.ts',
    find: 'await storeReplies(',
    replace: 'await (async (..._: unknown[]) => {})(',
  },
  {
    name: 'a request number used for another body gets the first reply',
    file: 'main/engine/engine.ts',
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
    find: 'this.#flights.clear();\n    this.#holdMinutes = undefined;',
    replace: '',
  },
  {
    name: 'a reply that is asked for again ends with another booking',
    file: 'main/store/tables/replies-table.ts',
    find: 'ON b.id = r.booking_id',
    replace: 'ON b.id = max(r.booking_id - 1, 1)',
  },
  {
    name: 'a search offers flights that have left',
    file: 'main/queries/flight-search.ts',
    find: 'Math.max(pair.day.from, context.now + 1)',
    replace: 'pair.day.from',
    seed: 5,
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
  {
    name: 'a payment under way does not protect its hold',
    file: 'main/commands/begin-payment.ts',
    find: 'Math.max(row.expires_at, now + PAYMENT_GRACE_MS)',
    replace: 'row.expires_at',
  },
  {
    name: 'a declined payment keeps its seats',
    file: 'main/commands/fail-payment.ts',
    find: "await moveSeats(context, row, 'release')",
    replace: '[]',
  },
  {
    name: 'a payment that came too late is sold on seats of others',
    file: 'main/commands/confirm-booking.ts',
    find: 'if (!(await claimSeat(db, seatClaimOf(row.id, leg, party, place))))',
    replace: 'if (!(await claimSeat(db, seatClaimOf(row.id, leg, party, place))) && false)',
    seed: 8,
  },
  {
    name: 'more is refunded than the rule says',
    file: 'main/commands/quote-refund.ts',
    find: 'percentOf(paid, percent)',
    replace: 'paid',
  },
  {
    name: 'an older quote is as good as the newest',
    file: 'main/commands/cancel-booking.ts',
    find: 'newest.id !== offerId',
    replace: 'false',
  },
  {
    name: 'a payment is given up while its answer is awaited',
    file: 'main/payment/give-up-payments.ts',
    find: '!asked.has(reference)',
    replace: 'true',
    seed: 14,
  },
  {
    name: 'a charge that may have been made is reversed by no job',
    file: 'main/commands/fail-payment.ts',
    find: "await enqueueJob(db, { kind: 'reversal', subject: reference, bookingId, now });",
    replace: '',
  },
  {
    name: 'the refund of a cancelled sale is no job',
    file: 'main/commands/cancel-booking.ts',
    find: "await enqueueJob(db, { kind: 'refund', subject: tender.reference, bookingId, now });",
    replace: '',
  },
  {
    name: 'a dead letter is tried for ever',
    file: 'main/commands/record-job.ts',
    find: 'input.lasting || tries >= JOB_TRIES_MAX',
    replace: 'false',
  },
  {
    name: 'a job that is being tried is tried beside that once more',
    file: 'main/jobs/job-runner.ts',
    find: 'if (this.#underWay.has(job.id)) continue;',
    replace: '',
  },
  {
    name: 'a job that failed is never looked for again',
    file: 'main/jobs/job-runner.ts',
    find: 'this.#options.timer.after(nextLookMs, () => this.wake())',
    replace: '() => {}',
  },
  {
    name: 'a hold is not protected while its second card is asked',
    file: 'main/commands/renew-grace.ts',
    find: 'Math.max(row.expires_at, now + PAYMENT_GRACE_MS)',
    replace: 'row.expires_at',
  },
  {
    name: 'a quit does not wait for the card that is being asked',
    file: 'main/payment/take-payment.ts',
    find: 'await Promise.allSettled([...this.#underWay.values()]',
    replace: 'void Promise.allSettled([...this.#underWay.values()]',
    kind: 'quit',
  },
  {
    name: 'another aircraft does not move what may be sold',
    file: 'main/commands/apply-schedule.ts',
    find: 'await moveAuthorised(db, importId, reference);',
    replace: '',
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
  {
    name: 'an infant needs no birth date',
    file: 'main/rules/check-names.ts',
    find: "name.type !== 'ADT' && name.birthDate",
    replace: "name.type === 'CHD' && name.birthDate",
    seed: 3,
  },
  {
    name: 'a sale takes nothing from its voucher',
    file: 'main/store/tables/vouchers-table.ts',
    find: 'SET balance = balance - ? WHERE',
    replace: 'SET balance = balance - 0 * ? WHERE',
  },
  {
    name: 'a voucher that has too little left is let through to the register',
    file: 'main/commands/voucher-problem.ts',
    find: 'row.balance < amount',
    replace: 'row.balance < 0 * amount',
  },
  {
    name: 'a voucher pays past its time',
    file: 'main/commands/voucher-problem.ts',
    find: 'row && isDue(instant(row.valid_until), now)',
    replace: 'false',
  },
  {
    name: 'a refund to a voucher is lost',
    file: 'main/store/tables/vouchers-table.ts',
    find: 'SET balance = balance + ? WHERE',
    replace: 'SET balance = balance + 0 * ? WHERE',
  },
  {
    name: 'a refund goes to a voucher that is past its time',
    file: 'main/commands/refund-to-voucher.ts',
    find: 'return isDue(instant(voucher.valid_until), now)',
    replace: 'return false',
    seed: 90,
    kind: 'events',
  },
  {
    name: 'a slip pays twice',
    file: 'main/commands/check-sale.ts',
    find: 'if (vouchers || sale.slipsCompared) return vouchers',
    replace: 'if (vouchers || sale.tenders) return vouchers',
  },
  {
    name: 'a card is tried a fourth time',
    file: 'main/payment/charge-cards.ts',
    find: 'attempt >= PAYMENT_ATTEMPTS_MAX',
    replace: 'attempt > PAYMENT_ATTEMPTS_MAX',
    kind: 'bank',
  },
  {
    name: 'less than no seat may be sold on a smaller aircraft',
    file: 'main/commands/apply-schedule.ts',
    find: 'Math.max(0, authorised + seats - capacity(before, cabin))',
    replace: 'authorised + seats - capacity(before, cabin)',
    seed: 12,
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
    find: 'UNION SELECT booking_id FROM claims WHERE',
    replace: 'UNION SELECT booking_id FROM claims WHERE 1 = 0 AND',
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
    seed: 3,
  },
  {
    name: 'the core reads a clock',
    file: 'main/engine/batch-so-far.ts',
    find: 'bookingId, at: now }',
    replace: 'bookingId, at: now + (Date.now() % 1_000) }',
    kind: 'replica',
  },
  {
    name: 'the order of a set that lives as long as the process is written',
    file: 'main/commands/confirm-booking.ts',
    find: 'new Set(input.tenders.map((tender) => tender.kind))]',
    replace:
      '(input.tenders.forEach((tender) => (db.kinds ??= new Set()).add(tender.kind)), db.kinds)].filter((kind) => input.tenders.some((tender) => tender.kind === kind))',
    kind: 'replica',
  },
  {
    name: 'commits are not synced',
    file: 'main/store/sqlite.ts',
    find: 'synchronous = FULL',
    replace: 'synchronous = OFF',
  },
];
