import { seatedOn } from '../../../shared/later-seat.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { Seat } from '../../../shared/seat-map.ts';
import { announce } from '../../parts/announcer.tsx';
import { exitRowWords } from '../../sale/exit-row-words.ts';
import { initialsOf } from '../../sale/name-entry.ts';
import type { SeatPicker } from '../../seats/seat-picker.ts';
import { useSeats } from '../../seats/seat-store.ts';
import { blockWords } from '../../seats/seat-words.ts';
import { goOn } from './ask-offer.ts';
import { type PickedLeg, useChange } from './change-store.ts';
import { moveTo, pickFresh } from './pick-seats.ts';

/** `EP` of PETROV/ELENA. */
const initials = (name: string, place: number): string => {
  const [surname = '', given = ''] = name.split('/');
  return surname && given ? `${given[0]}${surname[0]}` : String(place + 1);
};

const legOf = (flightId: number): PickedLeg | undefined => useChange.getState().legs.find((leg) => leg.flightId === flightId);

/** Those of the booking who sit on the flight that is picked. */
function seatedOf({ party }: BookingView, flightId: number) {
  const { kind, segments, legs } = useChange.getState();
  return seatedOn(party, kind === 'seats' ? (segments[0] ?? 1) : legs.findIndex((leg) => leg.flightId === flightId) + 1);
}

/** Those who get the seats that are picked. */
function sitting(booking: BookingView, flightId: number) {
  const { kind, joins } = useChange.getState();
  return kind === 'add' ? joins : seatedOf(booking, flightId);
}

/** The place whose seat is picked next. */
function turnOn(leg: PickedLeg): number {
  const { kind, turn } = useChange.getState();
  return kind === 'seats' ? turn : Math.max(0, leg.seats.indexOf(null));
}

/** Why this seat cannot be picked now, in a sentence; empty when it can. */
function pickProblem(booking: BookingView, leg: PickedLeg, seat: Seat): string {
  const name = seat.seat;
  if (seat.cabin !== leg.cabin) return `${name} is in another cabin.`;
  const claim = useSeats.getState().flights[leg.flightId]?.claims[name];
  if (claim?.state === 'blocked') return `${name} is ${blockWords(claim)}.`;
  if (claim && claim.locator !== booking.locator)
    return claim.state === 'sold' ? `${name} is sold.` : `${name} is held by desk ${claim.desk}.`;
  if (!seat.sellable) return `${name} is blocked.`;
  const who = sitting(booking, leg.flightId)[turnOn(leg)];
  const exit = seat.exit && who ? exitRowWords(who) : undefined;
  return exit ? `${name}: ${exit}.` : '';
}

function pick(booking: BookingView, flightId: number, seat: Seat): void {
  const { kind, hold, busy, legs } = useChange.getState();
  const leg = legOf(flightId);
  if (!leg || busy === 'taking') return;
  if (hold) {
    useChange.setState({ note: `${hold.locator} holds these seats. Esc releases them, then pick others.` });
    return;
  }
  const problem = leg.seats.includes(seat.seat) ? '' : pickProblem(booking, leg, seat);
  const turn = turnOn(leg);
  const after = kind === 'seats' ? moveTo(leg, turn, seat.seat) : pickFresh(leg, seat.seat);
  if (problem || !after) {
    const note = problem || 'Everybody has a seat. Pick a chosen one to give it up.';
    announce(note);
    useChange.setState({ note });
    return;
  }
  useChange.setState({
    ...{ note: '', refusal: null, offer: null, tenders: [], exitRowConfirmed: false },
    legs: legs.map((each) => (each === leg ? after : each)),
    ...(kind === 'seats' && leg.seats[turn] !== seat.seat ? { turn: (turn + 1) % leg.seats.length } : {}),
  });
  announce(`${seat.seat} ${after.seats.includes(seat.seat) ? 'chosen' : 'given up'}`);
}

/** Enter on a picked seat goes on. While everybody sits as sold, the seat of another of the party is not picked yet: Enter swaps the two. */
function isDone({ legs: sold }: BookingView, flightId: number, seat: string): boolean {
  const leg = legOf(flightId);
  if (!leg?.seats.includes(seat)) return false;
  const { kind, segments } = useChange.getState();
  if (kind !== 'seats' || leg.seats[turnOn(leg)] === seat) return true;
  const asSold = sold.find(({ segment }) => segment === segments[0])?.seats ?? [];
  return leg.seats.some((now, at) => now !== asSold[at]);
}

/** The change of this booking as the seats see it. */
export const changePicker = (booking: BookingView): SeatPicker => ({
  subscribe: (listener) => useChange.subscribe(listener),
  cabinOf: (flightId) => legOf(flightId)?.cabin ?? null,
  markOf(flightId, seat) {
    const at = legOf(flightId)?.seats.indexOf(seat) ?? -1;
    if (at < 0) return undefined;
    const { kind, joins } = useChange.getState();
    if (kind === 'add') return initialsOf(joins[at]?.name ?? '', booking.party.length + at + 1, joins[at]?.host);
    const who = seatedOf(booking, flightId)[at];
    const place = booking.party.findIndex(({ passenger }) => passenger === who?.passenger);
    return initials(booking.passengers[place]?.name ?? '', place);
  },
  exitRowRestriction(flightId) {
    const leg = legOf(flightId);
    const who = leg && sitting(booking, flightId)[turnOn(leg)];
    return who ? exitRowWords(who) : undefined;
  },
  isSuggested: () => false,
  pick: (flightId, seat) => pick(booking, flightId, seat),
  enter(flightId, seat) {
    if (isDone(booking, flightId, seat.seat)) void goOn(booking);
    else pick(booking, flightId, seat);
  },
});
