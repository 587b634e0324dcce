import { HOLD_CEILING_MS, PARTY_MAX } from '../../shared/bounds.ts';
import { type Instant, instant, isDue } from '../../shared/instants.ts';
import type { BookingView } from '../../shared/methods/booking-view.ts';
import type { LegNow } from '../../shared/methods/leg-now.ts';
import { type Minor, minor, moneyText, percentOf } from '../../shared/money.ts';
import { isSeat } from '../../shared/open-seat.ts';
import type { RefundRule } from '../../shared/refund-rules.ts';
import { departuresNow } from '../format/legs-as-now.ts';
import { seatCount, seatsText } from './booking-facts.ts';
import { bookingStatus } from './booking-status.ts';
import { freeLaps } from './change/free-laps.ts';
import { missableLegs } from './missed/missable-legs.ts';
import { missedThemselves } from './missed/missed-themselves.ts';

/** What changes a sold booking. Each opens the screen of the change. */
export type ChangeId = 'ways' | 'flight' | 'upgrade' | 'seats' | 'add' | 'infant' | 'split' | 'names' | 'part';
export type ActionId =
  | 'waysOn'
  | 'missed'
  | 'cancel'
  | 'continue'
  | 'extend'
  | 'release'
  | 'again'
  | 'revive'
  | 'takeOver'
  | 'receipt'
  | 'messages'
  | ChangeId;
export type ActionKey = 'A' | 'I' | 'X' | 'Shift X' | 'F' | 'J' | 'S' | 'T' | 'E' | 'P' | 'M' | 'N' | 'O' | 'Y' | 'R' | 'F9' | 'Shift F9';

/** One line of "what can be done now". An action that cannot be done stays in the list and says what would work. */
export interface PossibleAction {
  readonly id: ActionId;
  /** The key that runs it. What cannot be taken back has no letter. */
  readonly key: ActionKey;
  readonly what: string;
  readonly consequence: string;
  readonly figure: string;
  readonly refused: boolean;
}

export interface Standpoint {
  readonly booking: BookingView;
  readonly now: Instant;
  /** The desk that looks. */
  readonly desk: string;
  /** The refund rule in force; undefined where there is nothing to refund, or while the tiers are not known yet. */
  readonly refund: RefundRule | undefined;
  /** Minor units that would go back; left out where the rule alone is known. */
  readonly back?: Minor | undefined;
  /** All goes back because of what the carrier has done. */
  readonly byCarrier?: boolean | undefined;
  /** The legs as they are scheduled now; left out where the hub has not told it. */
  readonly scheduled?: readonly LegNow[] | undefined;
  /** Whether its receipt was printed before, so that the next print is a copy. */
  readonly printed: boolean;
  /** `14:31 JFK`: how this screen writes a deadline. */
  readonly clock: (at: Instant) => string;
}

const possible = (id: ActionId, key: ActionKey, what: string, consequence: string, figure = ''): PossibleAction => ({
  id,
  key,
  what,
  consequence,
  figure,
  refused: false,
});
const notPossible = (id: ActionId, key: ActionKey, what: string, consequence: string): PossibleAction => ({
  id,
  key,
  what,
  consequence,
  figure: 'refused',
  refused: true,
});

function ofHold({ booking, now, desk, clock }: Standpoint): PossibleAction[] {
  const until = instant(booking.expiresAt ?? now);
  const count = seatCount(booking);
  const seats = seatsText(count);
  const names = { continue: 'Continue to names and payment', extend: 'Keep the seats longer', release: 'Release the seats' };
  const all = (why: string) => [
    notPossible('continue', 'Y', names.continue, why),
    notPossible('extend', 'F9', names.extend, why),
    notPossible('release', 'Shift F9', names.release, why),
  ];
  if (isDue(until, now)) return all('the hold has ended; its seats go back to sale');
  if (booking.desk !== desk && booking.payBy)
    return [
      possible('takeOver', 'Y', 'Take over, to names and payment', `held at desk ${booking.desk}; the hold moves to this desk`),
      ...all(`it is held at desk ${booking.desk}; take it over first`).slice(1),
    ];
  if (booking.desk !== desk) return all(`ask desk ${booking.desk}, or wait until ${clock(until)}`);
  const paying = booking.payingSince !== null && 'a payment is under way; wait for the terminal';
  const longest = instant(booking.createdAt + HOLD_CEILING_MS);
  const extended = booking.extended && `was extended before; confirm it before ${clock(until)}`;
  const limited = booking.payBy && 'it has a time limit; T beside the payment sets another one';
  const ceiling = until >= longest && `cannot be kept longer; confirm it before ${clock(until)}`;
  const notLonger = paying || limited || extended || ceiling;
  return [
    paying
      ? notPossible('continue', 'Y', names.continue, paying)
      : possible(
          'continue',
          'Y',
          names.continue,
          `${seats} kept until ${clock(until)}`,
          `${moneyText(minor(booking.total), booking.currency)} to pay`,
        ),
    notLonger
      ? notPossible('extend', 'F9', names.extend, notLonger)
      : possible('extend', 'F9', names.extend, 'once, by the hold time in force'),
    paying
      ? notPossible('release', 'Shift F9', names.release, paying)
      : possible('release', 'Shift F9', names.release, `${seats} ${count === 1 ? 'goes' : 'go'} back to sale at once`),
  ];
}

const FLOWN = 'it is flown: all its flights have departed';
const departures = ({ booking, scheduled }: Standpoint): number[] => departuresNow(booking.legs, scheduled);
/** What was missed is not flown. */
const isFlown = (standpoint: Standpoint): boolean =>
  standpoint.booking.legs.every(({ missed }) => !missed) && departures(standpoint).every((at) => at <= standpoint.now);
const hasBegun = (standpoint: Standpoint): boolean => departures(standpoint).some((at) => at <= standpoint.now);

function ofSale(standpoint: Standpoint): PossibleAction {
  const { booking, refund, back: known, byCarrier } = standpoint;
  const what = 'Cancel and refund';
  if (booking.state === 'HOLD') return notPossible('cancel', 'X', what, 'nothing is paid yet; release the seats instead');
  if (booking.state !== 'CONFIRMED') {
    return notPossible('cancel', 'X', what, `${bookingStatus(booking.state).word}: there is nothing to cancel`);
  }
  if (isFlown(standpoint)) return notPossible('cancel', 'X', what, FLOWN);
  if (hasBegun(standpoint)) return notPossible('cancel', 'X', what, 'a flight has departed; ask a supervisor');
  const seats = `frees ${seatsText(seatCount(booking))}`;
  if (!refund) return possible('cancel', 'X', what, seats);
  const back = known ?? percentOf(minor(booking.total), refund.percent);
  const rule = byCarrier ? `${refund.rule}: 100 %, no fee` : `rule ${refund.rule}, ${refund.percent} %`;
  return possible('cancel', 'X', what, `${rule}; ${seats}`, `${moneyText(back, booking.currency)} back`);
}

/** What may change of a sold booking. Each asks first what it costs or gives back. */
function changesOf(standpoint: Standpoint): PossibleAction[] {
  const { booking, now } = standpoint;
  const { party, legs } = booking;
  const leaves = departures(standpoint);
  const alone = party.length === 1;
  const unseated = Math.max(0, ...booking.legs.map(({ seats }) => seats.filter((seat) => !isSeat(seat)).length));
  const later = party.some(({ seatFrom }) => seatFrom);
  const gone = isFlown(standpoint) && FLOWN;
  const left = legs.filter(({ missed }, at) => !missed && (leaves[at] ?? 0) <= now).map(({ flight }) => flight);
  const begun = left.length > 0 && `${left.join(', ')} departed; sell a booking of its own on the flights ahead`;
  const infant = later && 'an infant gets its seat on the way; cancel the booking and sell it anew';
  const offered = (id: ChangeId, key: ActionKey, what: string, consequence: string, problem: string | false): PossibleAction =>
    problem ? notPossible(id, key, what, problem) : possible(id, key, what, consequence);
  const laps = party.some((held) => held.infant);
  const parts = [alone ? '' : 'some passengers', laps ? 'an infant' : '', legs.length > 1 ? 'some flights' : ''].filter(Boolean);
  const all = legs.length === 2 ? 'both' : 'all';
  const flights = legs.length === 1 ? '' : `one of ${legs.length} flights, or ${all}`;
  return [
    offered(
      'part',
      'Shift X',
      'Cancel a part',
      parts.join(', ').replace(/, (?=[^,]*$)/, ' or '),
      gone || (parts.length === 0 && 'one passenger on one flight; cancel it whole with X'),
    ),
    offered(
      'flight',
      'F',
      'Change flight or date',
      [flights, 'or add a flight', 'the difference in fare first'].filter(Boolean).join('; '),
      gone || infant,
    ),
    offered('upgrade', 'J', 'Change cabin', 'same flight; the difference is paid before the seats change', gone || infant),
    unseated > 0
      ? offered('seats', 'S', 'Give seats', `the best for ${unseated} without a seat`, gone)
      : offered('seats', 'S', 'Change seats', alone ? 'same cabin' : 'same cabin; move, swap two, or all together', gone),
    offered(
      'add',
      'A',
      'Add a passenger',
      `on ${legs.length === 1 ? 'the same flight' : legs.length === 2 ? 'both flights' : `all ${legs.length} flights`}; the price of now is paid first`,
      gone || infant || begun || (party.length >= PARTY_MAX && `${PARTY_MAX} travel already; sell a booking of its own`),
    ),
    offered(
      'infant',
      'I',
      'Add an infant',
      "on an adult's lap; the price of now is paid first",
      gone || infant || begun || (freeLaps(booking).length === 0 && 'no adult has a free lap'),
    ),
    offered(
      'split',
      'T',
      'Split the party',
      'a new locator; seats and fares go with the passengers',
      gone ||
        (alone && 'one passenger travels; there is nobody to split off') ||
        (later && 'an infant gets its seat on the way; sell the second booking anew'),
    ),
    offered('names', 'E', 'Correct names', 'a few letters; another person by a supervisor', gone),
  ];
}

const MESSAGES = possible('messages', 'M', 'Messages', 'what the passengers were told; their language, or no messages');

const WAYS_ON = 'Three ways on';
const waysOn = (why: string): PossibleAction => possible('waysOn', 'O', WAYS_ON, `${why}; seats kept for 3 minutes, nothing to pay`);

/** Whether the carrier did more to a flight than telling the passengers mends. One that they have flown is as it was. */
const isBroken = (standpoint: Standpoint): boolean => {
  const leaves = departures(standpoint);
  const isAhead = (at: number, kind: LegNow['kind']): boolean =>
    kind === 'cancelled' || standpoint.booking.legs[at]?.missed !== undefined || (leaves[at] ?? 0) > standpoint.now;
  return standpoint.scheduled?.some(({ kind }, at) => kind !== 'none' && kind !== 'moved' && isAhead(at, kind)) ?? false;
};

/** Whether somebody was sold above the seats of a flight that has not left. */
const isOversold = (standpoint: Standpoint): boolean => {
  const leaves = departures(standpoint);
  return standpoint.booking.legs.some(({ seats }, at) => seats.includes('over') && (leaves[at] ?? 0) > standpoint.now);
};

/** Somebody stands at the counter whose flight is closed or has left. */
const missedOf = ({ booking, scheduled, now }: Standpoint): PossibleAction[] => {
  const [first] = missableLegs(booking, scheduled, now);
  if (!first) return [];
  const said = booking.legs.some(({ missed }) => missed);
  return [
    possible('missed', 'N', 'Missed a flight', said ? 'it is said of one; say otherwise' : 'by whose fault, and what follows from it'),
  ];
};

function waysOnOf(standpoint: Standpoint): PossibleAction[] {
  if (standpoint.booking.legs.some(({ missed }) => missed === 'carrier')) return [waysOn('it missed a flight by the fault of the carrier')];
  if (isBroken(standpoint)) return [waysOn('the carrier changed its flights')];
  return isOversold(standpoint) ? [waysOn('somebody has no seat on a flight')] : [];
}

/** What they missed by their own fault is changed at its fee. */
const soldWaysOf = ({ booking }: Standpoint): PossibleAction[] =>
  missedThemselves(booking)
    ? [possible('ways', 'O', WAYS_ON, 'missed by their own fault; each at its fee and fare, seats kept for 3 minutes')]
    : [];

/** What can be done with a booking now, the likeliest first. The store decides again when it is done. */
export function possibleActions(standpoint: Standpoint): PossibleAction[] {
  const { booking, printed } = standpoint;
  const departed = hasBegun(standpoint);
  const sold = booking.state === 'CONFIRMED' || booking.state === 'CANCELLED';
  const receipt = sold
    ? possible('receipt', 'P', printed ? 'Reprint receipt' : 'Print receipt', printed ? 'marked COPY' : 'it was not printed yet')
    : notPossible('receipt', 'P', 'Print receipt', 'nothing was paid, so there is no receipt');
  const again = departed
    ? notPossible('again', 'R', 'Sell these flights again', 'a flight has departed; choose a later one on the board')
    : possible('again', 'R', 'Sell these flights again', 'opens the seat grid for the same party');
  if (booking.state === 'HOLD') return [...ofHold(standpoint), ofSale(standpoint), receipt, MESSAGES];
  if (booking.state === 'CONFIRMED' && isFlown(standpoint))
    return [receipt, MESSAGES, ...missedOf(standpoint), ofSale(standpoint), ...changesOf(standpoint)];
  if (booking.state === 'CONFIRMED') {
    const free = waysOnOf(standpoint);
    const ways = free.length > 0 ? free : soldWaysOf(standpoint);
    return [...ways, ofSale(standpoint), ...changesOf(standpoint), ...missedOf(standpoint), receipt, MESSAGES];
  }
  if (booking.state !== 'EXPIRED' && booking.state !== 'PAYMENT_FAILED') return [again, receipt, ofSale(standpoint), MESSAGES];
  const what = 'Hold the seats again, with the names';
  const revive = departed
    ? notPossible('revive', 'Y', what, 'a flight has departed; choose a later one on the board')
    : possible('revive', 'Y', what, 'the same seats if they are free, else the next best; at the present price');
  return [revive, again, receipt, ofSale(standpoint), MESSAGES];
}
