import { type Actor, SYSTEM } from '../../../main/actor.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { Input } from '../../../shared/contract.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/instants.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { WaitEntry } from '../../../shared/methods/waitlist.ts';
import { ANA, adult, JONAS, MERCY, openTestHub, sale, value } from './test-hub.ts';

type Join = Omit<Input<'waitlist.join'>, 'requestId'>;

/** A store with a flight that may sell four economy seats, all of them sold at desk T2-11: to one booking of two seats, and two of one. */
export async function openFullCabin({ hours = 48 }: { readonly hours?: number } = {}) {
  const store = await openTestHub();
  const { hub, requestId } = store;
  const flight = await store.addFlight({ departs_at: store.clock.now() + hours * HOUR_MS, fixed: true });
  const authorise = async (authorised: number, seen: number) =>
    value(
      await hub.execute(
        'pricing.authorise',
        { requestId: requestId(), flightId: flight.id, cabin: 'Y', authorised, seen, reason: 'a test' },
        MERCY,
      ),
    );
  await authorise(4, 178);
  const sell = async (seats: readonly string[], actor: Actor = JONAS): Promise<BookingView> => {
    const held = value(await store.hold(flight.id, seats, {}, actor));
    return value(await hub.change('payments.confirm', { ...sale(held), approved: [] }, actor, requestId())) as BookingView;
  };
  const [pair, single, other] = [await sell(['20A', '20B']), await sell(['21A']), await sell(['21C'])];
  const list = async () => value(await hub.ask('waitlist.of', { flightId: flight.id, cabin: 'Y' }, ANA));
  return {
    ...store,
    flight,
    pair,
    single,
    other,
    sell,
    authorise,
    list,
    join: (more: Partial<Join> = {}, actor = ANA) =>
      hub.execute(
        'waitlist.join',
        {
          ...{
            requestId: requestId(),
            flights: [flight.id],
            cabin: 'Y',
            passengers: [adult],
            name: 'CHEN/MEI LIN MS',
            phone: '+1 646 555 0117',
          },
          ...{ fareLimit: null, priority: 'normal', reason: '', ...more },
        },
        actor,
      ),
    answer: (entryId: number, answer: 'yes' | 'no', actor = ANA) =>
      hub.execute('waitlist.answer', { requestId: requestId(), entryId, answer }, actor),
    /** Cancels a booking with all that goes back. */
    async cancel({ bookingId }: BookingView): Promise<void> {
      const { offerId } = value(await hub.execute('bookings.cancelQuote', { requestId: requestId(), bookingId }, JONAS));
      value(await hub.execute('bookings.cancel', { requestId: requestId(), bookingId, offerId }, JONAS));
    },
    /** Lets minutes pass, and ends what is due then. */
    async pass(minutes: number): Promise<void> {
      store.clock.advance(minutes * MINUTE_MS);
      value(await hub.change('holds.expireDue', {}, SYSTEM, null));
    },
    /** Numbers of the parties that have an offer, with its seats. */
    async offers(): Promise<Record<number, readonly string[]>> {
      const { entries } = await list();
      return Object.fromEntries(entries.flatMap(({ entryId, offer }) => (offer ? [[entryId, offer.seats]] : [])));
    },
    whys: async (): Promise<WaitEntry['why'][]> => (await list()).entries.map(({ why }) => why),
    state: async (entryId: number) =>
      store.db.query<{ state: string; ended_why: string | null }>('SELECT state, ended_why FROM waitlist WHERE id = ?').get(entryId),
    /** What the store says of itself; nothing may be wrong. */
    sound: () => crossCheck(store.db),
  };
}

export const party = (count: number): Join['passengers'] => Array.from({ length: count }, () => adult);
