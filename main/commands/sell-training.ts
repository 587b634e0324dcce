import { assert } from '../../shared/assert.ts';
import { type Instant, instant } from '../../shared/instants.ts';
import { accept, type Refused } from '../../shared/refusals.ts';
import { knownBooking } from '../store/known-bookings.ts';
import { anyTaken } from '../store/tables/claims-table.ts';
import { readMeta } from '../store/tables/meta-table.ts';
import { type TrainingDay, writeTrainingDay } from '../store/tables/training-day.ts';
import { colleagueAt } from '../training/simulated-desks.ts';
import type { TrainingSale } from '../training/training-sale.ts';
import type { Command, CommandContext } from './command.ts';
import { confirmBooking } from './confirm-booking.ts';
import { placeHold } from './place-hold.ts';

/** Refusals that a hold gets after it has written: somebody else has these seats. */
export const AFTER_WRITING: ReadonlySet<string> = new Set(['SEAT_SOLD', 'SEAT_HELD', 'CABIN_FULL']);

export interface SellTraining {
  readonly sales: readonly TrainingSale[];
  /** Given with the last sales of a day: from then on it stands so far. */
  readonly day?: TrainingDay;
}

/**
 * Makes sales of simulated desks in a training store, through the commands of a hold and a payment, so that nothing in the store differs from
 * what people sell. In a new store they are dated as they are given. Later none is dated before the newest entry of the journal. A sale
 * that is refused by now is left out: its flight has closed, or somebody has a seat of it.
 */
export const sellTraining: Command<SellTraining, { readonly sold: number }> = async (context, { sales, day }) => {
  const { db, now, newestEntryAt } = context;
  assert((await readMeta(db, 'mode')) === 'training', 'sales are simulated in a training store alone');
  let at = newestEntryAt;
  let sold = 0;
  for (const sale of sales) {
    if (await anyTaken(db, sale.flightId, sale.seats)) continue;
    at = Math.min(Math.max(at, sale.at), now);
    const refused = await sell(context, sale, instant(at));
    if (refused === undefined) sold++;
    else if (AFTER_WRITING.has(refused.refusal.code)) return refused;
  }
  if (day) await writeTrainingDay(db, day);
  return accept({ sold });
};

async function sell(context: CommandContext, sale: TrainingSale, now: Instant): Promise<Refused | undefined> {
  const as = { now, actor: colleagueAt(sale.desk) };
  const bookingId = context.lastBookingId() + 1;
  const own: CommandContext = { ...context, ...as, emit: (type, data, by = as) => context.emit(type, data, by) };
  const held = await placeHold(own, {
    requestId: '',
    legs: [{ flightId: sale.flightId, cabin: sale.cabin, seats: [...sale.seats] }],
    passengers: sale.names.map(({ type }) => ({ type, infant: false, assistance: false })),
    exitRowConfirmed: true,
  });
  if (!held.ok) return held;
  const amount = knownBooking(context.db, bookingId)?.total;
  assert(amount !== undefined, `booking ${bookingId} was held`);
  const confirmed = await confirmBooking(own, {
    bookingId,
    passengers: sale.names.map((name) => ({ ...name, with: null })),
    contact: { phone: sale.phone, email: '', askedBy: `${sale.names[0]?.given} ${sale.names[0]?.surname}` },
    tenders: [
      sale.paid === 'cash'
        ? { kind: 'cash', amount, given: amount }
        : { kind: 'card', amount, approvalCode: String(100_000 + (bookingId % 900_000)), testCard: null },
    ],
    // Codes of simulated slips are counted, not compared.
    slipsCompared: true,
    approved: [],
  });
  assert(confirmed.ok, `a simulated sale is one that a counter could make: ${confirmed.ok ? '' : confirmed.refusal.code}`);
  return undefined;
}
