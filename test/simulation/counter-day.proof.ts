import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../main/actor.ts';
import { confirmBookingMethod } from '../../main/payment/confirm-booking.ts';
import { payOutRefunds } from '../../main/payment/settle-open-payments.ts';
import type { Charge, Terminal, TerminalAnswer } from '../../main/payment/terminal.ts';
import { brokenLink } from '../../main/store/journal-table.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/instants.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import { seatProblems } from '../main/support/seat-invariants.ts';
import { adult, openTestDesk, sale, type TestDesk, value } from '../main/support/test-desk.ts';
import { seededRandom } from '../support/seeded-random.ts';

type Random = ReturnType<typeof seededRandom>;
const SEATS = ['20A', '20B', '20C', '20D', '21A', '21B', '30A', '30B'];
const MAPS = ['a320', '737-800', 'crj-200', 'a321'];
const STEPS = 120;
/** Desks mostly have to do with what was held last. */
const RECENT = 6;

/** Keeps the books of a bank: what each reference was charged and given back. Time passes while a card is read. */
class Bank implements Terminal {
  readonly kind = 'attached';
  readonly taken = new Map<string, number>();
  readonly #random: Random;
  readonly #passes: (ms: number) => void;

  constructor(random: Random, passes: (ms: number) => void) {
    this.#random = random;
    this.#passes = passes;
  }

  async authorise({ reference, amount }: Charge): Promise<TerminalAnswer> {
    this.#passes(this.#random.below(4) === 0 ? this.#random.below(12) * MINUTE_MS : 1_000);
    for (let turn = this.#random.below(30); turn >= 0; turn--) await new Promise((next) => setImmediate(next));
    const chance = this.#random.below(6);
    if (chance === 0) return { kind: 'declined', reason: 'no funds', retryAfterMs: null };
    this.taken.set(reference, amount);
    // The money was taken and the answer is lost: what must be reversed.
    if (chance === 1) throw new Error('line broken');
    return { kind: 'approved', approvalCode: '071642' };
  }
  async reverse(reference: string): Promise<void> {
    this.taken.set(reference, 0);
  }
  async refund(reference: string, amount: number): Promise<void> {
    this.taken.set(reference, (this.taken.get(reference) ?? 0) - amount);
  }
}

/** Three desks sell, let go, pay, cancel and are late, while the schedule changes under them. Returns what went wrong. */
async function day(it: TestDesk, seed: number): Promise<string[]> {
  const random = seededRandom(seed);
  const start = it.clock.now() + 26 * HOUR_MS;
  const flights = [
    await it.addFlight({ destination: 'ORD', departs_at: start, arrives_at: start + 2 * HOUR_MS }),
    await it.addFlight({ origin: 'ORD', destination: 'DEN', departs_at: start + 4 * HOUR_MS, arrives_at: start + 6 * HOUR_MS }),
    await it.addFlight({ origin: 'DEN', destination: 'LAX', departs_at: start + 8 * HOUR_MS, arrives_at: start + 10 * HOUR_MS }),
  ];
  const bank = new Bank(random, (ms) => it.clock.advance(ms));
  const confirm = confirmBookingMethod({ desk: it.desk, terminal: bank, wait: () => new Promise(() => {}) });
  const known: BookingView[] = [];
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)] as T;
  const actorOf = (desk: string) => ({ user: 'ruiz', role: 'agent', desk }) as const;
  const connection = { session: undefined, notify: () => {} };

  const place = async () => {
    const from = random.below(3);
    const legs = flights.slice(from, from + 1 + random.below(3 - from));
    const seats = [...new Set([pick(SEATS), pick(SEATS)])];
    const reply = await it.hold(
      0,
      [],
      { legs: legs.map(({ id }) => ({ flightId: id, cabin: 'Y', seats })), passengers: seats.map(() => adult) },
      actorOf(`T${random.below(3)}`),
    );
    if (reply.ok) known.push(reply.value);
  };
  const pay = async (hold: BookingView) => {
    const half = Math.floor(hold.total / 2);
    const card = (amount: number) => ({ kind: 'card', amount, approvalCode: null, testCard: null }) as const;
    const tenders = pick([
      [{ kind: 'cash', amount: hold.total, given: hold.total + 1 } as const],
      [card(hold.total)],
      [card(half), card(hold.total - half)],
      [card(half), { kind: 'voucher', amount: hold.total - half, voucher: `VOUCHER${random.below(9)}` } as const],
    ]);
    const input = { requestId: it.requestId(), ...sale(hold, { tenders: [...tenders] }) };
    const ask = () => confirm({ session: undefined, actor: actorOf(hold.desk), connection }, input);
    const [reply, again] = [await ask(), random.below(3) === 0 ? await ask() : undefined];
    if (again) expect(again, 'the same request, the same answer').toEqual(reply);
  };
  const cancel = async ({ bookingId }: BookingView) => {
    const quote = await it.desk.execute('bookings.cancelQuote', { requestId: it.requestId(), bookingId }, actorOf('T0'));
    it.clock.advance(random.below(12) * MINUTE_MS);
    if (!quote.ok) return;
    const { quoteId } = quote.value;
    await Promise.all(
      ['T0', 'T1'].map((desk) => it.desk.execute('bookings.cancel', { requestId: it.requestId(), bookingId, quoteId }, actorOf(desk))),
    );
  };
  const change = async () => {
    const set = pick([
      `seat_map = '${pick(MAPS)}'`,
      'cancelled = 1 - cancelled',
      `departs_at = departs_at + ${(random.below(9) - 4) * 10 * MINUTE_MS}`,
    ]);
    await it.db.change(`UPDATE flights SET ${set} WHERE id = ?`).run(pick(flights).id);
  };
  const step = (): Promise<unknown> => {
    const one = known.length > 0 ? pick(known.slice(-RECENT)) : undefined;
    const chance = random.below(20);
    if (!one || chance < 8) return place();
    const input = { requestId: it.requestId(), bookingId: one.bookingId };
    if (chance < 13) return pay(one);
    if (chance < 15) return it.desk.execute('holds.release', input, actorOf(one.desk));
    if (chance < 16) return it.desk.execute('holds.extend', input, actorOf(one.desk));
    if (chance < 18) return cancel(one);
    return random.below(3) === 0 ? change() : Promise.resolve(it.clock.advance(random.below(40) * MINUTE_MS));
  };

  for (let turn = 0; turn < STEPS; turn++) {
    if (random.below(6) === 0) await it.db.change("UPDATE flights SET cancelled = 0, seat_map = 'a320'").run();
    // Several things happen at once, as at a counter.
    await Promise.all(Array.from({ length: 1 + random.below(5) }, step));
    if (turn % 4 > 0) continue;
    // With nothing due the timer has nothing to write while the tables are compared.
    await it.desk.change('holds.expireDue', {}, SYSTEM, null);
    const problems = (await seatProblems(it.db)).filter((problem) => !problem.endsWith(' over'));
    if (problems.length > 0) return problems;
  }
  await it.desk.change('holds.expireDue', {}, SYSTEM, null);
  await payOutRefunds(it.desk, bank);
  return [...(await moneyProblems(it, bank)), ...it.reports];
}

/** What the bank has is what the confirmed bookings paid by card, and what a cancelled one was not given back. */
async function moneyProblems(it: TestDesk, bank: Bank): Promise<string[]> {
  const problems: string[] = [];
  const kept = new Map<string, number>();
  const rows = await it.db
    .query<{ id: number; state: string; total: number; refunded: number }>('SELECT id, state, total, refunded FROM bookings')
    .all();
  for (const { id, state, total, refunded } of rows) {
    const tenders = await it.db
      .query<{ amount: number; refunded: number; reference: string | null }>(
        'SELECT amount, refunded, reference FROM tenders WHERE booking_id = ?',
      )
      .all(id);
    const paid = tenders.reduce((sum, { amount }) => sum + amount, 0);
    const back = tenders.reduce((sum, tender) => sum + tender.refunded, 0);
    const sold = state === 'CONFIRMED' || state === 'CANCELLED';
    if (paid !== (sold ? total : 0)) problems.push(`booking ${id} is ${state} and has ${paid} of ${total}`);
    if (back !== refunded) problems.push(`booking ${id} gave back ${back}, says ${refunded}`);
    for (const { amount, refunded: given, reference } of tenders) if (reference) kept.set(reference, amount - given);
  }
  for (const [reference, amount] of bank.taken)
    if (amount !== (kept.get(reference) ?? 0))
      problems.push(`the bank has ${amount} for ${reference}, the books ${kept.get(reference) ?? 0}`);
  const broken = await brokenLink(it.db, 0, 1_000_000);
  if (broken !== undefined) problems.push(`the journal is broken at ${broken}`);
  return problems;
}

describe('a day at the counter', () => {
  test.each(Array.from({ length: 20 }, (_, seed) => seed + 1))('seed %i: every seat once, every cent in its place', async (seed) => {
    const it = await openTestDesk();
    expect(await day(it, seed)).toEqual([]);
    const { events } = value(await it.desk.ask('events.since', { after: 0 }, SYSTEM));
    expect(events.map(({ event }) => event)).toEqual(events.map((_, place) => place + 1));
  });
});
