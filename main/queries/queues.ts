import { QUEUE_SHOWN_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { worstChange } from '../../shared/leg-change.ts';
import type { BookedLeg } from '../../shared/methods/booking-view.ts';
import type { LegNow } from '../../shared/methods/leg-now.ts';
import type { QueueItem } from '../../shared/methods/queues.ts';
import { QUEUES, type QueueName } from '../../shared/queues.ts';
import { accept } from '../../shared/refusals.ts';
import { bookingById, legsOf, partyOf } from '../store/tables/bookings-table.ts';
import { draftOf } from '../store/tables/drafts-table.ts';
import { doneSince } from '../store/tables/queue-work-table.ts';
import { saleRecordOf } from '../store/tables/sale-record.ts';
import { waitEntryById } from '../store/tables/waitlist-table.ts';
import { listedName } from '../views/listed-name.ts';
import { isPutOff, openAt, type QueueEntry, queued } from '../views/queued.ts';
import { scheduledNow } from '../views/scheduled-now.ts';
import { newestEvent } from './newest-event.ts';
import type { Query, QueryContext } from './query.ts';

/** What waits for somebody: counted for all queues, listed for one. */
export const lookAtQueues: Query<Input<'queues.look'>, Output<'queues.look'>> = async (context, { queue: chosen, dayBegan }) => {
  const { db, now, actor } = context;
  const counts: Output<'queues.look'>['queues'] = [];
  const items: QueueItem[] = [];
  const putOff: QueueItem[] = [];
  let elsewhere = 0;
  for (const queue of QUEUES) {
    const entries = await queued(context, queue);
    const waiting = entries.filter((entry) => !isPutOff(entry, now));
    const dues = waiting.flatMap(({ due }) => (due === null ? [] : [due]));
    const least = (all: readonly number[]) => (all.length > 0 ? Math.min(...all) : null);
    counts.push({ queue, count: waiting.length, since: least(waiting.map(({ since }) => since)), due: least(dues) });
    elsewhere += waiting.filter((entry) => ![null, actor.desk].includes(openAt(entry, now))).length;
    if (queue !== chosen) continue;
    for (const entry of waiting.slice(0, QUEUE_SHOWN_MAX)) await view(context, queue, entry, items);
    const later = entries.filter((entry) => isPutOff(entry, now)).sort((a, b) => (a.later_at ?? 0) - (b.later_at ?? 0));
    for (const entry of later.slice(0, QUEUE_SHOWN_MAX)) await view(context, queue, entry, putOff);
  }
  const { done: doneToday, here: doneHere } = await doneSince(db, actor.desk, dayBegan);
  return accept({ queues: counts, items, putOff, elsewhere, doneToday, doneHere, version: await newestEvent(db) });
};

async function view(context: QueryContext, queue: QueueName, entry: QueueEntry, into: QueueItem[]): Promise<void> {
  const { db, now, locators } = context;
  const row = await bookingById(db, entry.booking_id);
  const first = row && legsOf(row)[0];
  if (!row || !first) return;
  const { flight, origin } = first;
  const scheduled = await scheduledNow(context, row);
  const { originZone, destination, departsAt } = asItFlies(first, scheduled?.[0]);
  const changed = scheduled && worstToCome(scheduled, now);
  const { subject, booking_id: bookingId, since, due, until, amount, kind, channel, answer } = entry;
  const lock = openAt(entry, now);
  into.push({
    ...{ subject, bookingId, locator: locators.of(bookingId), since, due, until, amount, currency: row.currency, kind, channel, answer },
    name: await nameOf(context, queue, entry, row.sold_at !== null),
    passengers: partyOf(row).length,
    ...{ flight, origin, destination, originZone, departsAt, ...(changed ? { changed } : {}) },
    stands: entry.stands === 1,
    lock: lock === null ? null : { desk: lock, user: entry.user ?? '', at: entry.opened_at ?? 0, until: entry.open_until ?? 0 },
    forDesk: entry.for_desk ?? '',
    laterAt: isPutOff(entry, now) ? entry.later_at : null,
    remark: entry.remark ?? '',
  });
}

type Departure = Pick<LegNow, 'originZone' | 'destination' | 'departsAt'>;

const asItFlies = (sold: BookedLeg, now: LegNow | undefined): Departure => (!now || now.kind === 'cancelled' ? sold : now);

/** The worst change of a booking of which a flight is still to leave, or is cancelled. */
function worstToCome(scheduled: readonly LegNow[], now: number): LegNow | undefined {
  const worst = worstChange(scheduled);
  const toCome = scheduled.some(({ kind, departsAt }) => kind === 'cancelled' || departsAt > now);
  return toCome && worst?.kind !== 'none' ? worst : undefined;
}

/** Whom to ask for: the first passenger of a sale or as typed for one, or who waits. */
async function nameOf({ db }: QueryContext, queue: QueueName, { subject, booking_id }: QueueEntry, sold: boolean): Promise<string> {
  if (queue === 'waitlist') return (await waitEntryById(db, subject))?.contact_name ?? '';
  if (!sold) return (await draftOf(db, booking_id))?.passengers[0]?.name.toUpperCase() ?? '';
  const lead = (await saleRecordOf(db, booking_id)).passengers[0];
  return lead ? listedName(lead) : '';
}
