import type { CalledBy } from '../../shared/contract.ts';
import type { Seat } from '../../shared/seat-map.ts';
import { SEAT_WISHES, type SeatWish } from '../../shared/seat-wishes.ts';
import { call } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { announce } from '../parts/announcer.tsx';
import { useSeats } from '../seats/seat-store.ts';
import { blockWords } from '../seats/seat-words.ts';
import { staysAfter } from '../stores/connection-times.ts';
import { isBlockedFor } from './blocked-picks.ts';
import { exitRowWords } from './exit-row-words.ts';
import { pickProblem } from './pick-seats.ts';
import { isSeated, seatsPicked, sittingOn, turnOf } from './sale.ts';
import { dispatch, useSale } from './sale-store.ts';
import { say } from './say.ts';
import { sayIfGone } from './say-if-gone.ts';

export const isSupervisor = (): boolean => useSession.getState().session?.role === 'supervisor';
const ownDesk = (): string => useSession.getState().session?.desk ?? '';

/** A seat was pressed, or Enter or Space given on it. What cannot be done is said. */
export function pickSeat(flightId: number, seat: Seat): void {
  const { sale } = useSale.getState();
  const leg = sale?.legs[sale.active];
  if (sale?.stage !== 'seats' || leg?.flightId !== flightId || sale.busy) return;
  const name = seat.seat;
  if (!leg.seats.includes(name)) {
    if (sayIfGone(sale)) return;
    const claim = useSeats.getState().flights[flightId]?.claims[name];
    const passenger = sittingOn(sale, sale.active)[turnOf(sale, leg)];
    if (isBlockedFor(claim, passenger) && !isSupervisor()) {
      say(`${name} is ${blockWords(claim)}.`);
      return;
    }
    if (claim && claim.state !== 'blocked') {
      const by = claim.desk === ownDesk() ? 'this desk' : `desk ${claim.desk}`;
      say(claim.state === 'sold' ? `${name} is sold.` : `${name} is held by ${by}.`);
      return;
    }
    if (!seat.sellable) {
      say(`${name} is blocked.`);
      return;
    }
    const refused = seat.exit && passenger ? exitRowWords(passenger) : undefined;
    if (refused) {
      say(`${name}: ${refused}.`);
      return;
    }
    const problem = pickProblem(sale, name, seat.cabin);
    if (problem) {
      say(problem);
      return;
    }
  }
  dispatch({ do: 'pick', seat: name, cabin: seat.cabin });
  const after = useSale.getState().sale;
  const seats = after?.legs[after.active];
  if (!after || !seats) return;
  const open = seats.seats.filter((each) => each === null).length;
  const chosen = seats.seats.includes(name) ? 'chosen' : 'given up';
  announce(open > 0 ? `${name} ${chosen}, ${open} to go` : `${name} ${chosen}, everybody is seated`);
}

/** B: asks for the best seats and takes the first choice; pressed again, the next one. Another wish asks anew. */
export async function bestSeats(wished?: SeatWish): Promise<void> {
  const { sale } = useSale.getState();
  const leg = sale?.legs[sale.active];
  if (!sale || !leg || sale.stage !== 'seats' || sale.busy || leg.cabin === null || sayIfGone(sale)) return;
  const advice = sale.advice?.flightId === leg.flightId ? sale.advice : null;
  const wish = wished ?? advice?.wish ?? 'together';
  const next = advice && advice.wish === wish ? advice.taken + 1 : -1;
  const following = advice?.choices[next];
  if (following) {
    dispatch({ do: 'take', choice: next });
    announce(`${following.seats.join(' ')} chosen`);
    return;
  }
  const best = await askBest(leg.flightId, 'person', wish);
  if (!best) return;
  const [first] = best.choices;
  if (!first) {
    const party = leg.seats.length;
    say(
      best.mayHold < party
        ? `This cabin may sell ${best.mayHold === 0 ? 'no more seats' : `${best.mayHold} more, not ${party}`}.`
        : 'No free seats for this party outside the exit rows.',
    );
    return;
  }
  dispatch({ do: 'advise', advice: { flightId: leg.flightId, choices: best.choices, wish, taken: -1, because: '' } });
  dispatch({ do: 'take', choice: 0 });
  announce(`${first.seats.join(' ')} chosen${first.relaxed.length > 0 ? `: ${first.relaxed.join(', ')}` : ''}`);
}

/** The same by the next wish: a window, the aisle, the front, and together again. */
export function bestByNextWish(): Promise<void> {
  const { sale } = useSale.getState();
  const now = SEAT_WISHES.indexOf(sale?.advice?.wish ?? 'together');
  return bestSeats(SEAT_WISHES[(now + 1) % SEAT_WISHES.length]);
}

/** The best seats for all who sit on one flight; undefined when the hub refused or the party has changed meanwhile. */
export async function askBest(flightId: number, by: CalledBy, wish: SeatWish = 'together') {
  const { sale, round } = useSale.getState();
  const place = sale?.legs.findIndex((each) => each.flightId === flightId) ?? -1;
  const cabin = sale?.legs[place]?.cabin;
  if (!sale || !cabin) return undefined;
  const party = sale.party;
  const other = sale.legs[staysAfter(sale.legs, place - 1) ? place - 1 : staysAfter(sale.legs, place) ? place + 1 : -1];
  const staysOn = other && { flightId: other.flightId, seats: isSeated(other) && !other.kept ? seatsPicked(other) : [] };
  const asked = { flightId, cabin, party: sittingOn(sale, place), wish, ...(staysOn ? { staysOn } : {}) };
  const reply = await call('flights.bestSeats', asked, by);
  const after = useSale.getState().sale;
  // The party has changed meanwhile: the answer is for somebody else.
  if (useSale.getState().round !== round || after?.stage !== 'seats' || after.party !== party) return undefined;
  if (reply.ok) return reply.value;
  dispatch({ do: 'refused', refusal: reply.refusal });
  return undefined;
}
