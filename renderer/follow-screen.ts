import { TOPICS_MAX, type Topic } from '../shared/topics.ts';
import { feed, following } from './client/client.ts';
import { useSession } from './client/session-store.ts';
import { useUndo } from './parts/undo.tsx';
import { useBooking } from './reservations/booking-store.ts';
import { useCustomerPage } from './reservations/customer/customer-store.ts';
import { useReservations } from './reservations/reservations-store.ts';
import { useSale } from './sale/sale-store.ts';
import { useActivity } from './stores/activity-store.ts';
import { useLoads } from './stores/loads-store.ts';
import { type Screen, type ScreenName, useNavigation } from './stores/navigation-store.ts';
import { useShiftNow } from './stores/shift-now-store.ts';

// What of the journal this console hears: that of which its parts show something. Each part says it of its store, here and nowhere else. What
// changes for all screens, as prices, settings and the schedule do, everybody hears.

/** Flights that are followed one by one, beside all else that a console follows. */
const FLIGHTS_MAX = TOPICS_MAX - 500;

const ofFlights = (flightIds: readonly number[]): readonly Topic[] =>
  flightIds.length > FLIGHTS_MAX ? ['flights'] : flightIds.map((flightId): Topic => `flight:${flightId}`);

const ofBookings = (bookingIds: readonly number[]): readonly Topic[] => bookingIds.map((bookingId): Topic => `booking:${bookingId}`);

/** What a screen shows before the hub has answered. The flights of a board and the bookings that are found come with the answers. */
const OF_SCREEN: { readonly [Name in ScreenName]: (screen: Extract<Screen, { name: Name }>) => readonly Topic[] } = {
  board: () => [],
  flight: ({ flightIds, bookingId, oversale }) => [
    ...ofFlights(flightIds),
    ...ofBookings(bookingId === undefined ? [] : [bookingId]),
    // Other flights are proposed to those who give their seats up.
    ...(oversale ? (['oversale', 'flights'] as const) : []),
  ],
  reservations: ({ bookingId, customer, changes, queues }) => [
    ...ofBookings(bookingId === undefined ? [] : [bookingId]),
    ...(customer ? (['customers'] as const) : []),
    ...(changes === undefined ? [] : (['bookings'] as const)),
    ...(queues ? (['queues'] as const) : []),
  ],
  // Any flight may be the next one on which seats come free for a party.
  waitlist: () => ['waitlist', 'flights'],
  pricing: () => ['flights'],
  shift: () => [],
  health: () => [],
  // Few look at it, and most of its lists change with money of any booking.
  admin: () => ['bookings', 'users', 'accounts', 'desks'],
};

/** What every screen shows around it: the tray, the shift. How much waits in the queues the hub tells by itself. */
function ofFrame(): readonly Topic[] {
  const desk = useSession.getState().session?.desk;
  const elsewhere = useShiftNow.getState().elsewhere?.report.desk;
  const desks = [desk, elsewhere].filter((one) => one !== undefined);
  return ['shifts', ...desks.map((one): Topic => `desk:${one}`)];
}

function ofScreen(): readonly Topic[] {
  const { screen } = useNavigation.getState();
  return (OF_SCREEN[screen.name] as (screen: Screen) => readonly Topic[])(screen);
}

/** The flights whose counters are shown or kept for the way back to the board. */
function ofLoads(): readonly Topic[] {
  const { board, flight, oversale } = useLoads.getState().shown;
  return ofFlights([...new Set([...board, ...flight, ...oversale].flatMap((flights) => [...flights]))]);
}

/** A sale goes on behind other screens. Seats that are chosen may go to another desk; what is held belongs to this one, and its booking tells of it. */
function ofSale(): readonly Topic[] {
  const { sale, parked } = useSale.getState();
  const bookings = [...Object.keys(parked).map(Number), ...(sale?.booking ? [sale.booking.bookingId] : [])];
  const chosen = sale?.stage === 'seats' ? sale.legs.map(({ flightId }) => flightId) : [];
  return [...ofFlights(chosen), ...ofBookings(bookings)];
}

function ofBooking(): readonly Topic[] {
  const { bookingId } = useBooking.getState();
  return ofBookings(bookingId === null ? [] : [bookingId]);
}

/** What another desk does with the booking ends the offer to take the last step back. */
function ofUndo(): readonly Topic[] {
  const about = /^booking (\d+)$/.exec(useUndo.getState().offer?.about ?? '')?.[1];
  return ofBookings(about === undefined ? [] : [Number(about)]);
}

/** All that passengers are told of, while somebody looks at it. */
const ofActivity = (): readonly Topic[] => (useActivity.getState().isOpen ? ['bookings', 'waitlist'] : []);

const ofFound = (): readonly Topic[] => ofBookings(useReservations.getState().found.map(({ bookingId }) => bookingId));

const ofCustomer = (): readonly Topic[] =>
  ofBookings(useCustomerPage.getState().customer?.bookings.map(({ bookingId }) => bookingId) ?? []);

/** From here on the hub is told what this console shows, whenever that changes. Returns how to stop. */
export function followScreen(): () => void {
  const parts: readonly [
    part: string,
    topics: () => readonly Topic[],
    stores: readonly { subscribe(listener: () => void): () => void }[],
    /** The newest event that was known when the question was asked whose answer brought these topics. */
    asked?: () => number | undefined,
  ][] = [
    ['frame', ofFrame, [useSession, useShiftNow]],
    ['screen', ofScreen, [useNavigation]],
    ['loads', ofLoads, [useLoads], () => useLoads.getState().askedAt],
    ['sale', ofSale, [useSale]],
    ['booking', ofBooking, [useBooking]],
    ['undo', ofUndo, [useUndo]],
    ['activity', ofActivity, [useActivity]],
    ['found', ofFound, [useReservations], () => useReservations.getState().askedAt],
    ['customer', ofCustomer, [useCustomerPage], () => useCustomerPage.getState().askedAt],
  ];
  const stops = parts.flatMap(([part, topics, stores, asked]) => {
    const look = () => following.follow(part, topics(), asked?.() ?? feed.known);
    look();
    return stores.map((store) => store.subscribe(look));
  });
  return () => {
    for (const stop of stops) stop();
    for (const [part] of parts) following.follow(part, []);
  };
}
