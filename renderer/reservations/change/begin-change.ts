import { PARTY_MAX } from '../../../shared/bounds.ts';
import { instant, isDue } from '../../../shared/instants.ts';
import { seatedOn } from '../../../shared/later-seat.ts';
import type { BookedLeg, BookingView } from '../../../shared/methods/booking-view.ts';
import type { Itinerary } from '../../../shared/methods/flights.ts';
import { isNoSeat, isSeat } from '../../../shared/open-seat.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { call } from '../../client/client.ts';
import { dateAfter, localDay, localTime } from '../../format/times.ts';
import { announce } from '../../parts/announcer.tsx';
import { passengerOf } from '../../sale/passenger-of.ts';
import type { Passenger } from '../../sale/sale.ts';
import { serverNow } from '../../stores/clock-store.ts';
import { today } from '../../stores/today.ts';
import type { ChangeKind } from './change-kinds.ts';
import { AGAIN, type ChangeState, NOTHING_CHOSEN, useChange } from './change-store.ts';
import { freeLaps } from './free-laps.ts';
import { letHoldGo } from './hold-change.ts';
import { letWaysGo, proposeWays } from './propose-ways.ts';
import { entryOf, hostOf } from './wanted-change.ts';

export const stillFlown = (booking: BookingView): BookedLeg[] =>
  booking.legs.filter(({ departsAt, missed }) => missed !== undefined || !isDue(instant(departsAt), serverNow()));

/** Opens a kind of change. One that is open for this booking stays as it is; another one is left, and its hold is released. */
export function openChange(booking: BookingView, kind: ChangeKind): void {
  const now = useChange.getState();
  if (now.bookingId === booking.bookingId && now.kind === kind && !now.done) return;
  if (now.busy === 'taking' || now.busy === 'splitting' || now.unheard) return;
  letHoldGo();
  letWaysGo();
  startChange(booking, kind);
}

/** The same kind of change from its beginning, on the booking as it is now. */
export function startChange(booking: BookingView, kind: ChangeKind, note = ''): void {
  const [first] = stillFlown(booking);
  const { bookingId } = booking;
  useChange.setState(({ round }) => ({
    ...NOTHING_CHOSEN,
    bookingId,
    kind,
    note,
    round: round + 1,
    ...(first ? begun(booking, kind, first) : {}),
  }));
  if (kind === 'ways') void proposeWays(booking);
  if (kind === 'flight') void searchFlights(booking);
  if (kind === 'add') void offerSeats(seatJoins(booking));
  if (kind === 'seats' && first?.seats.every(isNoSeat)) void offerSeats(bestSeatsOn(booking, 0));
}

function begun(booking: BookingView, kind: ChangeKind, first: BookedLeg): Partial<ChangeState> {
  switch (kind) {
    case 'flight': {
      const day = today(first.originZone);
      return { segments: [first.segment], date: first.date < day ? day : first.date };
    }
    case 'upgrade':
      return { segments: [first.segment] };
    case 'seats':
      return seatsOf(first);
    case 'add':
      return { joins: [passengerOf('ADT')] };
    case 'infant': {
      const [lap] = freeLaps(booking);
      return { joins: booking.party.map(({ type }, place) => passengerOf(type, { infant: place === lap })) };
    }
    case 'names':
      return { names: booking.passengers.map((passenger) => ({ name: entryOf(passenger), host: hostOf(passenger) })) };
    case 'ways':
    case 'split':
    case 'part':
      return {};
  }
}

const seatsOf = ({ segment, flightId, cabin, seats }: BookedLeg): Partial<ChangeState> => ({
  segments: [segment],
  // Who has no seat yet gets one here.
  legs: [{ flightId, cabin, seats: seats.map((seat) => (isSeat(seat) ? seat : null)) }],
  turn: Math.max(0, seats.findIndex(isNoSeat)),
});

/** Which flights of the booking a change of flight, cabin or seats is about. With none, a flight is added. */
export function chooseSegments(booking: BookingView, segments: readonly number[]): void {
  const { kind, hold, busy } = useChange.getState();
  if (kind === 'flight' && segments.length === 0) {
    addFlight(booking);
    return;
  }
  const leg = booking.legs.find(({ segment }) => segment === segments[0]);
  if (hold || busy === 'taking' || !leg) return;
  if (kind === 'seats') useChange.setState({ ...AGAIN, ...seatsOf(leg) });
  else useChange.setState({ ...AGAIN, segments, legs: [], found: null });
  if (kind === 'flight') void searchFlights(booking);
}

/** One more flight: at first the way back, on the day on which the last one arrives. */
function addFlight({ legs, ...booking }: BookingView): void {
  const { hold, busy } = useChange.getState();
  const [first, last] = [legs[0], legs.at(-1)];
  if (hold || busy === 'taking' || !first || !last) return;
  const day = localDay(last.arrivesAt, last.destinationZone);
  const date = day < today(last.destinationZone) ? today(last.destinationZone) : day;
  const to = first.origin === last.destination ? '' : first.origin;
  useChange.setState({ ...AGAIN, segments: [], legs: [], found: null, date, route: { from: last.destination, to } });
  void searchFlights({ legs, ...booking });
}

/** From where to where the flight goes that is added. */
export function chooseRoute(booking: BookingView, route: ChangeState['route']): void {
  const { hold, busy, route: before } = useChange.getState();
  if (hold || busy === 'taking' || (route.from === before.from && route.to === before.to)) return;
  useChange.setState({ ...AGAIN, route, legs: [], found: null });
  void searchFlights(booking);
}

/** A passenger moves or stays. In a cancellation of a part this is instead of flights. */
export function togglePassenger(passenger: number): void {
  useChange.setState(({ passengers, kind, segments }) => ({
    ...AGAIN,
    passengers: toggled(passengers, passenger),
    segments: kind === 'part' ? [] : segments,
  }));
}

/** The infant on the lap of this passenger travels or does not, in a cancellation of a part. */
export function toggleLap(passenger: number): void {
  useChange.setState(({ laps }) => ({ ...AGAIN, laps: toggled(laps, passenger), segments: [] }));
}

/** A flight is flown or not, in a cancellation of a part. */
export function toggleSegment(segment: number): void {
  useChange.setState(({ segments }) => ({ ...AGAIN, segments: toggled(segments, segment), passengers: [], laps: [] }));
}

const toggled = (numbers: readonly number[], number: number): number[] =>
  numbers.includes(number) ? numbers.filter((other) => other !== number) : [...numbers, number].sort((a, b) => a - b);

/** `[` and `]`: the flights of the day before, of the day after. */
export function otherDay(booking: BookingView, days: 1 | -1): void {
  const { date, hold, kind, busy } = useChange.getState();
  if (kind !== 'flight' || hold || (busy && busy !== 'searching')) return;
  useChange.setState({ date: dateAfter(date, days) });
  void searchFlights(booking);
}

/** The flights of the booking that are to be replaced, in the order they are flown. */
export const replacedLegs = ({ legs }: BookingView, segments: readonly number[]): BookedLeg[] =>
  legs.filter(({ segment }) => segments.includes(segment));

/** A flight that goes on from where the one before it arrives leaves after that; those before would fill the list. `old`: those that it replaces. */
function leavesFrom({ legs }: BookingView, old: readonly BookedLeg[], from: string, date: string): { leavesFrom?: number } {
  const [first] = old;
  const last = first ? legs.findLast((leg) => !old.includes(leg) && leg.departsAt < first.departsAt) : legs.at(-1);
  if (!last || last.destination !== from || localDay(last.arrivesAt, last.destinationZone) !== date) return {};
  const [hours = 0, minutes = 0] = localTime(last.arrivesAt, last.destinationZone).split(':').map(Number);
  return { leavesFrom: hours * 60 + minutes };
}

/** Searches what flies from where the replaced flights begin to where they end, or where an added one is to fly, as a sale does. */
async function searchFlights(booking: BookingView): Promise<void> {
  const { segments, date, round, route } = useChange.getState();
  const old = replacedLegs(booking, segments);
  const { from, to } = segments.length === 0 ? route : { from: old[0]?.origin ?? '', to: old.at(-1)?.destination ?? '' };
  if (from === to || from === '' || to === '') return useChange.setState({ ...AGAIN, busy: null, found: [], legs: [] });
  useChange.setState({ ...AGAIN, busy: 'searching', found: null, legs: [] });
  const adults = booking.party.filter(({ type }) => type === 'ADT').length;
  const reply = await call(
    'flights.search',
    {
      from,
      to,
      date,
      adults,
      children: booking.party.length - adults,
      sort: 'departure',
      ...leavesFrom(booking, old, from, date),
    },
    'person',
  );
  const now = useChange.getState();
  if (now.round !== round || now.date !== date || now.segments !== segments || now.route !== route) return;
  if (!reply.ok) {
    useChange.setState({ busy: null, found: [], refusal: reply.refusal });
    return;
  }
  const sold = old.map(({ flightId }) => flightId).join('-');
  useChange.setState({ busy: null, found: reply.value.itineraries.filter(({ key }) => key !== sold) });
}

/** The cabin in which an itinerary is taken: the one that was sold where all its flights have it, else the cheapest that seats the party. */
export function cabinFor(itinerary: Itinerary, sold: Cabin, party: number): Cabin | null {
  const fits = itinerary.flights.every(({ cabins }) =>
    cabins.some((load) => load.cabin === sold && load.authorised - load.sold - load.held >= party),
  );
  return fits ? sold : itinerary.cabin;
}

/** The best seats that are being asked for. */
let coming: Promise<void> = Promise.resolve();

const offerSeats = (asked: Promise<void>): Promise<void> => {
  coming = asked;
  return asked;
};

/** Waits for the best seats that are being asked for. False when others were asked for meanwhile. */
export async function seatsHaveCome(): Promise<boolean> {
  const asked = coming;
  await asked;
  return coming === asked;
}

/** Takes flights to pick seats on, and offers the best ones. */
export async function chooseFlights(booking: BookingView, flights: readonly { flightId: number; cabin: Cabin }[]): Promise<void> {
  const { hold, busy } = useChange.getState();
  if (hold || busy) return;
  useChange.setState({
    ...AGAIN,
    active: 0,
    exitRowConfirmed: false,
    legs: flights.map(({ flightId, cabin }) => ({ flightId, cabin, seats: booking.party.map(() => null) })),
  });
  await offerSeats(bestSeatsOnEach(booking, flights));
}

async function bestSeatsOnEach(booking: BookingView, flights: readonly unknown[]): Promise<void> {
  for (const at of flights.keys()) await bestSeatsOn(booking, at);
}

/** B: the best seats for the party on the flight that is shown. */
export const bestSeats = (booking: BookingView): Promise<void> => offerSeats(bestSeatsOn(booking, useChange.getState().active, 'person'));

async function bestSeatsOn(booking: BookingView, at: number, by: 'console' | 'person' = 'console'): Promise<void> {
  const { legs, hold, round, kind } = useChange.getState();
  const leg = legs[at];
  if (!leg || hold) return;
  const { segments, joins } = useChange.getState();
  const segment = kind === 'seats' ? (segments[0] ?? 1) : at + 1;
  const sitting = kind === 'add' ? joins : seatedOn(booking.party, segment);
  const party = sitting.map(({ type, infant, assistance }) => ({ type, infant, assistance }));
  const reply = await call(
    'flights.bestSeats',
    { flightId: leg.flightId, cabin: leg.cabin, party, ...(kind === 'seats' ? { bookingId: booking.bookingId } : {}) },
    by,
  );
  const now = useChange.getState();
  if (now.round !== round || now.legs[at]?.flightId !== leg.flightId || now.legs[at].seats.length !== leg.seats.length || now.hold) return;
  if (!reply.ok) {
    useChange.setState({ refusal: reply.refusal });
    return;
  }
  const [first] = reply.value.choices;
  if (!first) {
    useChange.setState({ note: 'There are no free seats for this party outside the exit rows.' });
    return;
  }
  useChange.setState({ ...AGAIN, legs: now.legs.map((each, place) => (place === at ? { ...each, seats: first.seats } : each)) });
  announce(`${first.seats.join(' ')} chosen${first.relaxed.length > 0 ? `: ${first.relaxed.join(', ')}` : ''}`);
}

/** The best seats on each flight of the booking for those who come. */
async function seatJoins(booking: BookingView): Promise<void> {
  const { joins } = useChange.getState();
  const legs = booking.legs.map(({ flightId, cabin }) => ({ flightId, cabin, seats: joins.map(() => null) }));
  useChange.setState({ ...AGAIN, active: 0, exitRowConfirmed: false, legs });
  await bestSeatsOnEach(booking, legs);
}

/** One more who comes, or one with an infant on the lap. What was typed for the others stays. */
export function changeJoins(booking: BookingView, change: (joins: readonly Passenger[]) => readonly Passenger[]): void {
  const { joins, hold, busy, note } = useChange.getState();
  if (busy) return;
  if (hold) {
    useChange.setState({ note: `${hold.locator} holds their seats. Esc releases them, then change who comes.` });
    return;
  }
  const next = change(joins);
  if (next.length === 0 || booking.party.length + next.length > PARTY_MAX) {
    useChange.setState({ note: next.length === 0 ? note : `A booking takes ${PARTY_MAX}; more are a group.` });
    return;
  }
  useChange.setState({ joins: next });
  void offerSeats(seatJoins(booking));
}
