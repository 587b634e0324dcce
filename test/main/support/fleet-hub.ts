import type { Input } from '../../../shared/contract.ts';
import { dateOfDay } from '../../../shared/instants.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { FleetDraft } from '../../../shared/methods/fleet.ts';
import type { FakeClock } from './fake-clock.ts';
import { ANA, adult, MERCY, openTestHub, sale, value } from './test-hub.ts';

type Passenger = Input<'holds.place'>['passengers'][number];
export const child: Passenger = { type: 'CHD', infant: false, assistance: false };
export const withInfant: Passenger = { type: 'ADT', infant: true, assistance: false };

/** A hub with what a supervisor does to seat maps, and a desk that sells. */
export async function openFleetHub(options: { readonly clock?: FakeClock } = {}) {
  const core = await openTestHub(options);
  const { hub, requestId } = core;
  type Days = Partial<Omit<Input<'fleet.preview'>, 'map'>>;
  const first = dateOfDay(Math.floor(core.clock.now() / 86_400_000));
  const preview = (map: Input<'fleet.preview'>['map'], days: Days = {}) =>
    hub.ask('fleet.preview', { map, from: first, until: null, onlyUnsold: false, ...days }, MERCY);
  const takeOver = (id: string, seen: string, days: Days = {}) =>
    hub.execute(
      'fleet.takeOver',
      { requestId: requestId(), id, from: first, until: null, onlyUnsold: false, seen, reason: 'retrofit', ...days },
      MERCY,
    );
  const save = async (draft: FleetDraft, basedOn = 0) =>
    value(await hub.execute('fleet.save', { requestId: requestId(), draft, basedOn, reason: 'retrofit' }, MERCY)).id;
  const held = async (flightId: number, seats: readonly string[], passengers?: readonly Passenger[], exit = false) =>
    value(await core.hold(flightId, seats, { passengers: [...(passengers ?? seats.map(() => adult))], exitRowConfirmed: exit }));
  return {
    ...core,
    first,
    preview,
    takeOver,
    save,
    held,
    /** Saves a map, looks at what it does and lets it take over. */
    async fly(draft: FleetDraft, days: Days = {}, basedOn = 0) {
      const id = await save(draft, basedOn);
      const seen = value(await preview({ id }, days));
      return { id, seen, done: value(await takeOver(id, seen.seen, days)) };
    },
    async sell(flightId: number, seats: readonly string[], passengers?: readonly Passenger[], exit = false) {
      const hold = await held(flightId, seats, passengers, exit);
      const named = sale(hold);
      const people = named.passengers.map((one) =>
        one.type === 'CHD' ? { ...one, birthDate: '2019-05-01', title: 'MISS' as const } : one,
      );
      const laps = hold.party.flatMap(({ infant }, place) => (infant ? [place] : []));
      const infants = laps.map((place) => ({
        ...{ type: 'INF' as const, surname: 'Petrov', given: 'Mila', title: 'MISS' as const, birthDate: '2026-06-01', with: place },
      }));
      const confirm = { ...named, passengers: [...people, ...infants], approved: [] };
      return value(await hub.change('payments.confirm', confirm, ANA, requestId())) as BookingView;
    },
    async seatsOf({ bookingId }: { readonly bookingId: number }): Promise<string> {
      const { legs } = value(await hub.ask('bookings.get', { bookingId }, ANA)).booking;
      return legs.map(({ seats }) => seats.join(' ')).join('/');
    },
    mapOf: async (flightId: number) =>
      (await core.db.query<{ seat_map: string }>('SELECT seat_map FROM flights WHERE id = ?').get(flightId))?.seat_map,
  };
}
