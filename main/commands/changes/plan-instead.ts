import { BOOKING_FLIGHTS_MAX } from '../../../shared/bounds.ts';
import { legTotal } from '../../../shared/leg-fares.ts';
import type { BookedLeg, TraceLine } from '../../../shared/methods/booking-view.ts';
import type { BookingChange } from '../../../shared/methods/changes.ts';
import { minor, sum } from '../../../shared/money.ts';
import { seatsSaid } from '../../../shared/open-seat.ts';
import { accept, type Reply, refuse } from '../../../shared/refusals.ts';
import { CABIN_NAMES, CABINS } from '../../../shared/seat-map.ts';
import { changeRefused } from './change-refused.ts';
import type { Changing, PlannedChange } from './planned-change.ts';
import { partOfPrice, refundTerms } from './refund-terms.ts';
import { whoText } from './who-text.ts';

/** Flights whose seats are held, or are about to be, with their prices. */
export interface HeldFlights {
  readonly legs: readonly BookedLeg[];
  readonly party: Changing['party'];
  readonly currency: string;
}

/**
 * What it means that held flights come instead of some of a booking, or beside them: the one place where that is priced. The difference in fare, what the
 * refund rule keeps of a lower one, and the fee are each a line.
 */
export async function planInstead(
  changing: Changing,
  held: HeldFlights,
  { replaces, reason }: Pick<Extract<BookingChange, { kind: 'flights' }>, 'replaces' | 'reason'>,
): Promise<Reply<PlannedChange>> {
  const { context, row, legs, party, passengers } = changing;
  const old = legs.filter(({ segment }) => replaces.includes(segment));
  if (old.length !== new Set(replaces).size)
    return changeRefused(context, row, 'it has no such flight', 'Choose among the flights of the booking');
  if (held.currency !== row.currency)
    return refuse('CURRENCIES_DIFFER', {
      flight: held.legs[0]?.flight,
      currency: held.currency,
      before: legs[0]?.flight,
      other: row.currency,
    });
  if (party.some(({ seatFrom }) => seatFrom))
    return changeRefused(context, row, 'an infant gets its seat on the way', 'Cancel the booking and sell it anew');
  if (whoText(held.party) !== whoText(party))
    return changeRefused(context, row, 'the seats are held for other passengers', 'Hold seats for the passengers of the booking');
  const kept = legs.filter((leg) => !old.includes(leg));
  const twice = held.legs.find(({ flightId }) => kept.some((leg) => leg.flightId === flightId));
  if (twice) return changeRefused(context, row, `it has ${twice.flight} already`, 'Change the seats there');
  if (kept.length + held.legs.length > BOOKING_FLIGHTS_MAX)
    return changeRefused(context, row, `it would have more than ${BOOKING_FLIGHTS_MAX} flights`, 'Sell them as a booking of their own');
  const added = ofWay(numbered(held.legs, Math.max(...legs.map(({ segment }) => segment))), old, kept);
  const lower = isDowngrade(old, added);
  if (lower && !(context.actor.role === 'supervisor' && reason))
    return changeRefused(context, row, 'a lower cabin or price is a downgrade', 'Let a supervisor do it with a reason');
  const after = [...kept, ...added].toSorted((one, other) => one.departsAt - other.departsAt);
  const difference = sum(added.map(legTotal)) - sum(old.map(legTotal));
  const priced = await priceOf(changing, old, difference, !isUpgrade(old, added));
  return accept({
    after: { party, passengers, legs: after },
    ...priced,
    lines: [
      ...old.map((leg): TraceLine => ({ label: `${leg.flight}, as sold`, detail: seatsSaid(leg.seats), amount: minor(-legTotal(leg)) })),
      ...added.map((leg): TraceLine => ({ label: `${leg.flight}, as held`, detail: seatsSaid(leg.seats), amount: legTotal(leg) })),
      ...priced.lines,
    ],
    overrides: lower ? ['downgrade'] : [],
    note: noteOf(old, added),
  });
}

const numbered = (legs: readonly BookedLeg[], last: number): BookedLeg[] => legs.map((leg, at) => ({ ...leg, segment: last + 1 + at }));

/** The way of flights that come: that of all which they replace; added flights that lead back to where a journey began are its way back. */
function ofWay(added: readonly BookedLeg[], old: readonly BookedLeg[], kept: readonly BookedLeg[]): readonly BookedLeg[] {
  if (added.some(({ back }) => back)) return added;
  const isBack = old.length > 0 ? old.every(({ back }) => back) : leadsBack(kept, added);
  return isBack ? added.map((leg) => ({ ...leg, back: true })) : added;
}

function leadsBack(kept: readonly BookedLeg[], added: readonly BookedLeg[]): boolean {
  const [first, last, begins, ends] = [kept[0], kept.at(-1), added[0], added.at(-1)];
  if (!first || !last || !begins || !ends || kept.some(({ back }) => back)) return false;
  return last.destination === begins.origin && first.origin === ends.destination && last.arrivesAt <= begins.departsAt;
}

const isUpgrade = (old: readonly BookedLeg[], added: readonly BookedLeg[]): boolean =>
  old.length > 0 && old.length === added.length && old.every(({ flightId }, at) => added[at]?.flightId === flightId);

/** Whether a passenger would sit in a lower cabin than before on the same flight. */
const isLower = (one: BookedLeg, old: readonly BookedLeg[]): boolean =>
  old.some(({ flightId, cabin }) => flightId === one.flightId && CABINS.indexOf(one.cabin) > CABINS.indexOf(cabin));

/** On the same flight a lower cabin, or a lower price, is no upgrade: a supervisor does that with a reason. A lower cabin is one too where other flights change beside it. */
function isDowngrade(old: readonly BookedLeg[], added: readonly BookedLeg[]): boolean {
  const cheaper = isUpgrade(old, added) && sum(added.map(legTotal)) < sum(old.map(legTotal));
  return cheaper || added.some((leg) => isLower(leg, old));
}

/** What is kept beside the new price: of a lower price what the refund rule keeps of the difference, and for another flight or date the fee. */
async function priceOf({ context, row, party, legs, waived }: Changing, old: readonly BookedLeg[], difference: number, elsewhere: boolean) {
  if (old.length === 0) return { kept: 0, rule: '', lines: [] as TraceLine[] };
  const terms = await refundTerms(context, partOfPrice(old, Math.max(0, -difference)), { legs, currency: row.currency, waived });
  const fee = elsewhere ? terms.fee('changeFee', party.length) : undefined;
  const lines = [...terms.kept, ...(fee ? [fee] : [])].filter(({ amount }) => amount > 0);
  return { kept: lines.reduce((sum, { amount }) => sum + amount, 0), rule: difference < 0 ? terms.rule : '', lines };
}

/** `Business`, or `Business, Economy` of several. */
const cabinNames = (legs: readonly BookedLeg[]): string => [...new Set(legs.map(({ cabin }) => CABIN_NAMES[cabin]))].join(', ');

function noteOf(old: readonly BookedLeg[], added: readonly BookedLeg[]): string {
  const names = (legs: readonly BookedLeg[]): string => legs.map(({ flight }) => flight).join(', ');
  if (old.length === 0) return `${names(added)} added`;
  if (isUpgrade(old, added)) return `${cabinNames(added)} cabin instead of ${cabinNames(old)} on ${names(added)}`;
  return `${names(added)} instead of ${names(old)}`;
}
