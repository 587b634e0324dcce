import { expect, test } from 'vitest';
import { type PossibleAction, possibleActions } from '../../../renderer/reservations/possible-actions.ts';
import { HOUR_MS, instant, MINUTE_MS } from '../../../shared/instants.ts';
import type { BookedLeg, BookingView } from '../../../shared/methods/booking-view.ts';
import type { LegNow } from '../../../shared/methods/leg-now.ts';
import { refundRule } from '../../../shared/refund-rules.ts';
import { hold, NOON } from '../support/samples.ts';

const DEPARTS = NOON + 5 * HOUR_MS;
const TIERS = [
  { overMinutes: 6 * 60, percent: 50 },
  { overMinutes: 0, percent: 25 },
];
const actionsOf = (change: Partial<BookingView>, now: number = NOON, desk = 'T1-04', printed = false): PossibleAction[] => {
  const booking = hold(change);
  const refund = refundRule(TIERS, instant(DEPARTS), instant(now));
  return possibleActions({ booking, now: instant(now), desk, refund, printed, clock: () => 'then' });
};
/** `C no` refused, `C yes` possible, in the order of the list. */
const line = (actions: readonly PossibleAction[]): string => actions.map((each) => `${each.key} ${each.refused ? 'no' : 'yes'}`).join(', ');

const CONFIRMED = { state: 'CONFIRMED', expiresAt: null } as const;

test.each<[string, PossibleAction[], string]>([
  ['a live hold of this desk', actionsOf({}), 'Y yes, F9 yes, Shift F9 yes, X no, P no, M yes'],
  ['one millisecond before it ends', actionsOf({}, NOON + 5 * MINUTE_MS - 1), 'Y yes, F9 yes, Shift F9 yes, X no, P no, M yes'],
  ['at its end', actionsOf({}, NOON + 5 * MINUTE_MS), 'Y no, F9 no, Shift F9 no, X no, P no, M yes'],
  ['another desk holds it', actionsOf({}, NOON, 'T2-11'), 'Y no, F9 no, Shift F9 no, X no, P no, M yes'],
  ['extended before', actionsOf({ extended: true }), 'Y yes, F9 no, Shift F9 yes, X no, P no, M yes'],
  ['kept to the ceiling', actionsOf({ expiresAt: NOON + 45 * MINUTE_MS }), 'Y yes, F9 no, Shift F9 yes, X no, P no, M yes'],
  ['while a payment is under way', actionsOf({ payingSince: NOON }), 'Y no, F9 no, Shift F9 no, X no, P no, M yes'],
  ['confirmed', actionsOf(CONFIRMED), 'X yes, Shift X yes, F yes, J yes, S yes, A yes, I yes, T yes, E yes, P yes, M yes'],
  [
    'confirmed and flown: what works stands first',
    actionsOf(CONFIRMED, DEPARTS),
    'P yes, M yes, N yes, X no, Shift X no, F no, J no, S no, A no, I no, T no, E no',
  ],
  [
    'confirmed for one passenger on one flight',
    actionsOf({ ...CONFIRMED, party: hold().party.slice(0, 1) }),
    'X yes, Shift X no, F yes, J yes, S yes, A yes, I yes, T no, E yes, P yes, M yes',
  ],
  ['cancelled', actionsOf({ state: 'CANCELLED', expiresAt: null }), 'R yes, P yes, X no, M yes'],
  ['expired', actionsOf({ state: 'EXPIRED', expiresAt: null }), 'Y yes, R yes, P no, X no, M yes'],
  ['released, departed', actionsOf({ state: 'RELEASED', expiresAt: null }, DEPARTS), 'R no, P no, X no, M yes'],
  ['payment failed', actionsOf({ state: 'PAYMENT_FAILED', expiresAt: null }), 'Y yes, R yes, P no, X no, M yes'],
])('%s: %#', (_, actions, expected) => {
  expect(line(actions)).toBe(expected);
  // What is refused says what would work, what is possible says what it would do.
  for (const action of actions) expect(action.consequence).not.toBe('');
});

test('cancelling says what comes back and by which rule', () => {
  expect(actionsOf(CONFIRMED)[0]).toMatchObject({
    consequence: 'rule at most 6 h before departure, 25 %; frees two seats',
    figure: '144.55 back',
  });
});

test('a hold of another desk names the desk and the time', () => {
  expect(actionsOf({ desk: 'T2-11' })[0]?.consequence).toBe('ask desk T2-11, or wait until then');
});

test.each([
  [false, 'Print receipt', 'it was not printed yet'],
  [true, 'Reprint receipt', 'marked COPY'],
])('printed before: %s. %s, %s (the first print was announced as a COPY too)', (printed, what, consequence) => {
  expect(actionsOf(CONFIRMED, NOON, 'T1-04', printed).find(({ key }) => key === 'P')).toMatchObject({ what, consequence });
});

test.each<[LegNow['kind'], boolean]>([
  ['none', false],
  ['moved', false],
  ['seatGone', true],
  ['movedFar', true],
  ['connection', true],
  ['otherDestination', true],
  ['cancelled', true],
])('a flight that is %s now leads to ways on: %s', (kind, leads) => {
  const [leg] = hold().legs;
  const { flight = '', originZone = '', destination = '', destinationZone = '', equipment = '' } = leg ?? {};
  const times = { departsAt: DEPARTS, arrivesAt: DEPARTS + HOUR_MS };
  const scheduled: LegNow[] = [
    { flight, originZone, destination, destinationZone, equipment, ...times, kind, status: 'TK', movedMinutes: 0 },
  ];
  const actions = possibleActions({
    ...{ booking: hold(CONFIRMED), now: instant(NOON), desk: 'T1-04', refund: undefined },
    ...{ scheduled, printed: false, clock: () => 'then' },
  });
  expect(actions[0]?.id === 'waysOn').toBe(leads);
});

test.each<[string, 'over' | 'open' | '14C', number, boolean]>([
  ['above the seats', 'over', NOON, true],
  ['above the seats of a flight that has left', 'over', DEPARTS, false],
  ['with a seat that is chosen later', 'open', NOON, false],
  ['with a seat', '14C', NOON, false],
])('who was sold %s is led to ways on or not (who had no seat had to be found another flight by hand): %#', (_, seat, now, leads) => {
  const [leg] = hold().legs;
  const legs = leg
    ? [
        { ...leg, seats: [seat] },
        { ...leg, segment: 2, departsAt: DEPARTS + 8 * HOUR_MS, seats: ['14C'] },
      ]
    : [];
  const [first] = actionsOf({ ...CONFIRMED, legs, party: hold().party.slice(0, 1) }, now);
  expect(first?.id === 'waysOn').toBe(leads);
  if (leads) expect(first?.consequence).toBe('somebody has no seat on a flight; seats kept for 3 minutes, nothing to pay');
});

test('a flight that has left is not flown by who missed it: N says so, O leads on where it was the carrier, F keeps the value of the ticket', () => {
  const late = DEPARTS + MINUTE_MS;
  const legs = (missed?: 'carrier' | 'passenger') => hold({}).legs.map((leg) => (missed ? { ...leg, missed } : leg));
  const keysOf = (missed?: 'carrier' | 'passenger') =>
    actionsOf({ ...CONFIRMED, legs: legs(missed) }, late)
      .filter(({ refused }) => !refused)
      .map(({ key }) => key);
  expect(keysOf()).toEqual(['P', 'M', 'N']);
  expect(keysOf('carrier')).toEqual(expect.arrayContaining(['O', 'X', 'F', 'N']));
  expect(keysOf('passenger')).toEqual(expect.arrayContaining(['O', 'F', 'N']));
  expect(actionsOf({ ...CONFIRMED, legs: legs('passenger') }, late)[0]).toMatchObject({
    ...{ id: 'ways', key: 'O', what: 'Three ways on', refused: false },
    consequence: 'missed by their own fault; each at its fee and fare, seats kept for 3 minutes',
  });
});

test('a flight that was moved far and is flown leads nowhere: who missed the next one by their own fault is led to ways that are sold', () => {
  const [leg] = hold().legs;
  const { flight = '', originZone = '', destination = '', destinationZone = '', equipment = '', arrivesAt = 0 } = leg ?? {};
  const now = (departsAt: number, kind: LegNow['kind']): LegNow => ({
    ...{ flight, originZone, destination, destinationZone, equipment, departsAt, arrivesAt, kind, status: 'TK' as const, movedMinutes: 0 },
  });
  const second = DEPARTS + 4 * HOUR_MS;
  const legs = leg ? [leg, { ...leg, segment: 2, departsAt: second, missed: 'passenger' as const }] : [];
  const [first] = possibleActions({
    ...{ booking: hold({ ...CONFIRMED, legs }), now: instant(second + MINUTE_MS), desk: 'T1-04', refund: undefined },
    ...{ scheduled: [now(DEPARTS, 'movedFar'), now(second, 'none')], printed: false, clock: () => 'then' },
  });
  expect(first).toMatchObject({ id: 'ways', key: 'O' });
});

test('who was left behind by a cancelled flight may still cancel when the next one has left without them (it said that a flight has departed)', () => {
  const [leg] = hold().legs;
  if (!leg) throw new Error('a hold has a flight');
  const next = { ...leg, segment: 2, flight: 'AA 99', departsAt: leg.arrivesAt + HOUR_MS, arrivesAt: leg.arrivesAt + 3 * HOUR_MS };
  const booking = { ...hold(CONFIRMED), legs: [leg, next] };
  const now = (
    { flight, originZone, destination, destinationZone, equipment, departsAt, arrivesAt }: BookedLeg,
    kind: LegNow['kind'],
  ): LegNow => ({
    ...{ flight, originZone, destination, destinationZone, equipment, departsAt, arrivesAt, kind },
    ...{ status: kind === 'cancelled' ? 'HX' : 'HK', movedMinutes: 0 },
  });
  const cancel = (kinds: readonly [LegNow['kind'], LegNow['kind']]) =>
    possibleActions({
      ...{ booking, now: instant(next.departsAt), desk: 'T1-04', refund: undefined, printed: false, clock: () => 'then' },
      scheduled: [now(leg, kinds[0]), now(next, kinds[1])],
    }).find(({ id }) => id === 'cancel');
  expect(cancel(['cancelled', 'none'])?.refused).toBe(false);
  expect(cancel(['none', 'none'])?.refused).toBe(true);
});
