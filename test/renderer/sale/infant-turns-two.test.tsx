import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { PassengersPanel } from '../../../renderer/sale/passengers-panel.tsx';
import { heldLines } from '../../../renderer/sale/price-panel.tsx';
import { namesOf } from '../../../renderer/sale/sale.ts';
import { holdSeats } from '../../../renderer/sale/sale-actions.ts';
import { saleOf } from '../../../renderer/sale/sale-flow.ts';
import { dispatch, useSale } from '../../../renderer/sale/sale-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import { accept } from '../../../shared/refusals.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { hold, hubState, NOON, settings, signedIn } from '../support/samples.ts';

const [LEG] = hold().legs as [BookingView['legs'][number]];
const nextDay = new Date(Date.parse(LEG.date) + 86_400_000).toISOString().slice(0, 10);
const LEGS = [
  { ...LEG, seats: ['17D', '17E'] },
  { ...LEG, segment: 2, flightId: 8, flight: 'AA 9', date: nextDay, seats: ['4A', '4B'] },
];
/** An adult with an infant on the lap, and a second adult, on two flights. */
const onLap = hold({
  legs: LEGS,
  party: [
    { passenger: 1, type: 'ADT', infant: true, assistance: false },
    { passenger: 2, type: 'ADT', infant: false, assistance: false },
  ],
});
const SEAT_FROM = { segment: 2, with: 0 };
const seatedLater = hold({
  legs: [LEGS[0] as (typeof LEGS)[number], { ...(LEGS[1] as (typeof LEGS)[number]), seats: ['4A', '4B', '4C'] }],
  party: [
    { passenger: 1, type: 'ADT', infant: false, assistance: false },
    { passenger: 2, type: 'ADT', infant: false, assistance: false },
    { passenger: 3, type: 'INS', infant: false, assistance: false, seatFrom: SEAT_FROM },
  ],
});
const BORN = `${Number(nextDay.slice(0, 4)) - 2}${nextDay.slice(4)}`;

const user = userEvent.setup();
let hub: FakeBridge;
const now = () => useSale.getState().sale;

function Shown() {
  const sale = useSale((state) => state.sale);
  return sale ? <PassengersPanel sale={sale} flightId={7} listed={false} onList={() => undefined} /> : null;
}

function open(booking: BookingView): void {
  setServerNow(NOON);
  hub = new FakeBridge().gives('settings.get', settings).answers('holds.release', () => accept({ ...booking, state: 'RELEASED' }));
  connect(hub, atOnce);
  useSession.setState({ state: hubState(), session: signedIn, locked: false });
  useSale.setState({ sale: saleOf(booking) });
  render(<Shown />);
}

beforeEach(() => open(onLap));
afterEach(() => {
  cleanup();
  useSale.setState({ sale: null });
  useSession.setState({ state: null, session: null });
});

const birth = () => screen.getByLabelText('Birth date of the infant on the lap of adult 1');

test('that an infant turns 2 on the way was said only by the refusal at the payment: it is said when the birth date is typed', async () => {
  await user.type(birth(), '01MAY26');
  expect(screen.queryByRole('region', { name: 'Seat of the infant' })).toBeNull();
  await user.clear(birth());
  await user.type(birth(), BORN);
  expect(screen.getByRole('alert').textContent).toContain('The infant is 2 on AA 9');
});

test('one key holds again with a seat from that flight on: names stay, and one seat more is to pick there', async () => {
  await user.type(screen.getByLabelText('Name of adult 1'), 'okafor/chima mr');
  await user.type(screen.getByLabelText('Name of the infant on the lap of adult 1'), 'okafor/ife');
  await user.type(birth(), BORN);
  dispatch({ do: 'write', contact: '2125550148' });
  dispatch({ do: 'addTender', tender: { kind: 'cash', amount: 100_00, given: 100_00 } });
  // Enter leads from the date to the button; the second one of a hurried hand does not press it.
  await user.keyboard('{Enter}{Enter}');
  expect(document.activeElement?.textContent).toContain('Hold again with a seat on AA 9');
  expect(hub.inputsOf('holds.release')).toEqual([]);
  await user.keyboard(' ');
  expect(hub.inputsOf('holds.release')).toMatchObject([{ bookingId: onLap.bookingId }]);
  expect(now()).toMatchObject({ stage: 'seats', active: 1, contact: '2125550148', tenders: [{ amount: 100_00 }] });
  expect(now()?.party).toMatchObject([
    { type: 'ADT', name: 'okafor/chima mr', infant: false, infantName: '' },
    { type: 'ADT' },
    { type: 'INS', name: 'okafor/ife', birthDate: BORN, seatFrom: SEAT_FROM },
  ]);
  expect(now()?.legs.map(({ seats }) => seats)).toEqual([
    ['17D', '17E'],
    ['4A', '4B', null],
  ]);

  hub.answers('holds.place', () => accept(seatedLater));
  dispatch({ do: 'pick', seat: '4C', cabin: 'Y' });
  await holdSeats();
  const [asked] = hub.inputsOf('holds.place');
  expect(asked?.legs.map(({ seats }) => seats.length)).toEqual([2, 3]);
  expect(asked?.passengers[2]).toMatchObject({ type: 'INS', seatFrom: SEAT_FROM });
  expect(now()?.stage).toBe('details');
  expect(screen.queryByRole('region', { name: 'Seat of the infant' })).toBeNull();
});

test('an adult who is added or taken out keeps the infant last, on the right lap', () => {
  useSale.setState({ sale: { ...saleOf(seatedLater), stage: 'seats', booking: null } });
  dispatch({ do: 'addPassenger', type: 'ADT' });
  expect(now()?.party.map(({ type }) => type)).toEqual(['ADT', 'ADT', 'ADT', 'INS']);
  expect(now()?.legs.map(({ seats }) => seats)).toEqual([
    ['17D', '17E', null],
    ['4A', '4B', null, '4C'],
  ]);
  dispatch({ do: 'dropPassenger', index: 2 });
  dispatch({ do: 'dropPassenger', index: 0 });
  expect(now()?.party.map(({ type }) => type)).toEqual(['ADT']);
  expect(now()?.legs.map(({ seats }) => seats)).toEqual([['17E'], ['4B']]);
});

test('a birth date that was corrected takes the infant back to the lap', async () => {
  cleanup();
  open(seatedLater);
  expect(namesOf({ ...saleOf(seatedLater) }, '2026-11-21')).toBeUndefined();
  await user.type(screen.getByLabelText('Birth date of infant with seat 3'), '01MAY26');
  expect(screen.getByRole('alert').textContent).toContain('not yet 2 on AA 9');
  await user.click(screen.getByRole('button', { name: 'Hold again on the lap' }));
  expect(now()?.party).toMatchObject([{ infant: true, infantBirthDate: '01MAY26' }, { infant: false }]);
  expect(now()?.legs.map(({ seats }) => seats.length)).toEqual([2, 2]);
});

test('the lap costs nothing: the lines of the price count the seats of each flight', () => {
  const lines = heldLines(seatedLater);
  expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(LEG.fare * 2 + LEG.fare * 3);
});
