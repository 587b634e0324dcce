import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { useChange } from '../../../renderer/reservations/change/change-store.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { LATE } from '../board/board-samples.ts';
import { seatMapAnswer } from '../seats/seat-map-answer.ts';
import { ACTED } from '../support/acted.ts';
import { OSEI, openConsole } from '../support/open-console.ts';
import { bookingEvent, LOCATOR, sold } from '../support/samples.ts';
import { begin, changed, counter, goButton, HELD, offerShown, openChangeCounter, press, take, tell, user } from './change-counter.tsx';

const [LEG] = sold().legs;

const localHour = (at: number, timeZone: string) => {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23' }).formatToParts(at);
  const part = (wanted: string) => Number(parts.find(({ type }) => type === wanted)?.value);
  return { hour: part('hour'), minute: part('minute') };
};

openChangeCounter();

describe('another flight', () => {
  beforeEach(() => {
    counter.hub.gives('holds.place', HELD).answers('holds.release', () => accept({ ...HELD, state: 'RELEASED', expiresAt: null }));
    counter.offered = { total: 110_16, lines: [{ label: 'AA 10, as held', detail: '20A 20B', amount: 110_16 }], heldUntil: HELD.expiresAt };
  });

  /** To the offer of the late flight. */
  async function hold110(): Promise<void> {
    await begin('f');
    await screen.findByRole('list', { name: 'Flights found' });
    await waitFor(() => expect(screen.getAllByText('about, in all')).toHaveLength(1));
    await press(`1${ACTED}`);
    await waitFor(() => expect(useChange.getState().legs[0]?.seats).toEqual(['20A', '20B']));
    await user().click(await goButton(/Hold the seats and ask/));
    await offerShown(1);
  }

  test('F searches the same route, leaves the flight of the booking out, and a digit takes one with the best seats', async () => {
    await hold110();
    const asked = counter.hub.inputsOf('flights.search')[0];
    expect(asked).toMatchObject({ from: LEG?.origin, to: LEG?.destination, date: LEG?.date, adults: 1, children: 1 });
    expect(counter.hub.inputsOf('holds.place')).toMatchObject([
      { legs: [{ flightId: 10, seats: ['20A', '20B'] }], passengers: [{ type: 'ADT' }, { type: 'CHD' }] },
    ]);
    expect(counter.hub.inputsOf('bookings.changeQuote')[0]?.change).toEqual({ kind: 'flights', hold: 9, replaces: [1] });
    expect(screen.getByRole('timer', { name: 'Time left of the hold' }).textContent).toBe('5:00');
    expect(screen.getByText('valid to 07:05 JFK, 5:00'), 'an offer was promised for longer than its seats are held').toBeTruthy();
  });

  test('to go on before the best seats had come said that nobody has a seat, and had to be pressed again: it waits for them', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    counter.hub.answers('flights.bestSeats', async () => {
      await promise;
      return accept({ choices: [{ seats: ['20A', '20B'], relaxed: [] }], mayHold: 100 });
    });
    await begin('f');
    await waitFor(() => expect(screen.getAllByText('about, in all')).toHaveLength(1));
    await press(`1${ACTED}`);
    await waitFor(() => expect(counter.hub.inputsOf('flights.bestSeats')).toHaveLength(1));
    const go = await goButton(/Hold the seats and ask/);
    await user().click(go);
    await user().click(go);
    expect(counter.hub.inputsOf('holds.place')).toEqual([]);
    resolve();
    await offerShown(1);
    expect(counter.hub.inputsOf('holds.place')).toMatchObject([{ legs: [{ flightId: 10, seats: ['20A', '20B'] }] }]);
  });

  test('Enter on the flight that is chosen chose it again, while its best seats were on their way: it goes on', async () => {
    await begin('f');
    await waitFor(() => expect(screen.getAllByText('about, in all')).toHaveLength(1));
    const row = screen.getByText('about, in all').closest('button');
    row?.focus();
    await press('{Enter}');
    row?.focus();
    await press('{Enter}');
    await offerShown(1);
    expect(counter.hub.inputsOf('flights.bestSeats')).toHaveLength(1);
  });

  test('paid in cash: the change goes back to the customer, said until Y', async () => {
    await hold110();
    await user().click(screen.getByText('Cash', { exact: true }));
    const given = screen.getByLabelText('Cash given');
    await user().type(given, '120');
    const go = await goButton(/^Take 120\.00 cash, give 9\.84, change/);
    await waitFor(() => expect(go.disabled).toBe(false));
    await press('{Enter}');
    expect(await screen.findByText(`${LOCATOR} is changed, 110.16 paid.`)).toBeTruthy();
    expect(counter.hub.inputsOf('bookings.change')).toMatchObject([
      { offerId: 41, tenders: [{ kind: 'cash', amount: 110_16, given: 120_00 }] },
    ]);
    expect(screen.getByText('9.84')).toBeTruthy();
    await press(`y${ACTED}`);
    expect(await screen.findByRole('heading', { name: 'Actions' })).toBeTruthy();
  });

  test('a declined card leaves the booking as it was, in words, and another tender is one key', async () => {
    counter.hub.answers('bookings.change', () =>
      refuse('CHANGE_UNPAID', { bookingId: 1, reason: 'the bank refused the card', charged: 'No card was charged' }),
    );
    await hold110();
    await take(/^Take 110\.16 by card, change/);
    expect(await screen.findByText('The change is not paid: the bank refused the card. No card was charged.')).toBeTruthy();
    expect(screen.getByText(/The booking stays as it was\. Try again, or take another tender\./)).toBeTruthy();
    expect(useChange.getState().tenders).toEqual([]);
    const amount = screen.getByLabelText('Amount');
    await waitFor(() => expect(document.activeElement).toBe(amount));
    await press('c');
    expect(await screen.findByLabelText('Cash given')).toBeTruthy();
  });

  test('an answer that was lost is asked for under the same number, so that it is done once', async () => {
    let away = true;
    counter.hub.answers('bookings.change', () => {
      if (away) return refuse('HUB_UNREACHABLE');
      return accept(changed());
    });
    await hold110();
    await take(/^Take 110\.16 by card/);
    expect(await screen.findByText('Not known yet whether this change was made.')).toBeTruthy();
    away = false;
    await user().click(await goButton(/Ask the hub whether it was made/));
    expect(await screen.findByText(`${LOCATOR} is changed, 110.16 paid.`)).toBeTruthy();
    const [first, second] = counter.hub.inputsOf('bookings.change');
    expect(second).toEqual(first);
  });

  test('Esc releases the hold first and leaves the booking; Esc again closes the change', async () => {
    await hold110();
    document.querySelector<HTMLElement>('.ch-row:not(.no)')?.focus();
    screen.getByRole('button', { name: 'Release the hold' }).focus();
    await press('{Escape}');
    expect(counter.hub.inputsOf('holds.release')).toMatchObject([{ bookingId: 9 }]);
    expect(await screen.findByText('N3WS2T is released. The booking is as it was.')).toBeTruthy();
    screen.getByRole('button', { name: 'Keep it as it is' }).focus();
    await press('{Escape}');
    expect(await screen.findByRole('heading', { name: 'Actions' })).toBeTruthy();
    expect(counter.hub.inputsOf('bookings.change')).toEqual([]);
  });

  test('when the hold ends, the offer ends with it, and the screen says that the booking is as it was', async () => {
    await hold110();
    await tell(bookingEvent(101, 'hold.expired', { bookingId: 9, expiresAt: null }));
    expect(await screen.findByText(/The hold N3WS2T has ended/)).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Offer 1' })).toBeNull();
  });

  test('[ and ] walk the days', async () => {
    await begin('f');
    await screen.findByRole('list', { name: 'Flights found' });
    (await goButton(/The day after/)).focus();
    await press(']');
    await press(ACTED);
    await waitFor(() => expect(counter.hub.inputsOf('flights.search').at(-1)?.date).toBe('2026-11-22'));
  });
});

describe('another first flight of two', () => {
  const { departsAt = 0, arrivesAt = 0 } = LATE.flights[0] ?? {};
  const onward = (minutes: number) =>
    sold({
      legs: sold().legs.flatMap((leg) => [
        leg,
        { ...leg, segment: 2, flightId: 99, flight: 'AA 99', departsAt: arrivesAt + minutes * MINUTE_MS, arrivesAt: departsAt + DAY_MS },
      ]),
    });
  beforeEach(() => {
    counter.hub.gives('flights.connections', { connections: [{ airport: 'LAX', toAirport: 'LAX', minutes: 200, minimumMinutes: 30 }] });
  });

  test.each([
    ['29 minutes before the onward flight was held and priced before it was refused', 29, 'true'],
    ['30 minutes before it is long enough', 30, 'false'],
  ])('%s', async (_, minutes, refused) => {
    await begin('f', onward(minutes));
    const rows = within(await screen.findByRole('list', { name: 'Flights found' }));
    await waitFor(() => expect(rows.getAllByRole('button').at(-1)?.getAttribute('aria-disabled')).toBe(refused));
    const words = 'only 0 h 29 to change at LAX, at least 0 h 30; move both flights';
    expect(rows.getAllByRole('button').at(-1)?.textContent?.includes(words)).toBe(refused === 'true');
  });
});

describe('another second flight of two', () => {
  const [first] = sold().legs;
  if (!first) throw new Error('a sold booking has a flight');
  const second = { ...first, segment: 2, flightId: 99, flight: 'AA 99', origin: first.destination, destination: 'HNL' };
  const both = sold({ legs: [first, { ...second, departsAt: first.arrivesAt + 90 * MINUTE_MS, arrivesAt: first.arrivesAt + DAY_MS }] });

  test('those that leave before the first arrives filled the list: only later ones are searched', async () => {
    await begin('f', both);
    await screen.findByRole('list', { name: 'Flights found' });
    expect(counter.hub.inputsOf('flights.search').at(-1)?.leavesFrom).toBe(0);
    await user().click(screen.getByRole('radio', { name: 'AA 99' }));
    await waitFor(() => expect(counter.hub.inputsOf('flights.search').at(-1)).toMatchObject({ from: first.destination, to: 'HNL' }));
    const { hour = 0, minute = 0 } = localHour(first.arrivesAt, first.destinationZone);
    expect(counter.hub.inputsOf('flights.search').at(-1)?.leavesFrom).toBe(hour * 60 + minute);
  });

  test('is one key away: S again goes to the seats of the next flight, and to the first after the last', async () => {
    await begin('s', both);
    const chosen = () => screen.getByRole<HTMLInputElement>('radio', { checked: true }).closest('label')?.textContent;
    expect(chosen()).toBe(first.flight);
    await press(`s${ACTED}`);
    await waitFor(() => expect(chosen()).toBe('AA 99'));
    expect(useChange.getState().segments).toEqual([2]);
    await press(`s${ACTED}`);
    await waitFor(() => expect(chosen()).toBe(first.flight));
  });
});

test('one more flight had no place on the screen: its route is begun as the way back, and nothing is replaced', async () => {
  counter.hub.gives('holds.place', HELD).gives('flights.places', { places: [] });
  await begin('f');
  await screen.findByRole('list', { name: 'Flights found' });
  await user().click(screen.getByRole('radio', { name: 'one more' }));
  await screen.findByRole('heading', { name: 'One more flight' });
  await waitFor(() => expect(screen.getAllByText('about, in all')).toHaveLength(1));
  const search = counter.hub.inputsOf('flights.search').at(-1);
  expect(search).toMatchObject({ from: LEG?.destination, to: LEG?.origin, date: LEG?.date });
  expect(search?.leavesFrom, 'after the last flight has arrived').toBeGreaterThan(0);
  expect(screen.getByRole('list', { name: 'Flights found' }).textContent).toContain(`it flies while ${LEG?.flight} does`);
  screen.getByText('about, in all').closest('button')?.focus();
  await press(`1${ACTED}`);
  await waitFor(() => expect(useChange.getState().legs[0]?.seats).toEqual(['20A', '20B']));
  await user().click(await goButton(/Hold the seats and ask/));
  await offerShown(1);
  expect(counter.hub.inputsOf('bookings.changeQuote')[0]?.change).toEqual({ kind: 'flights', hold: 9, replaces: [] });
});

describe('another cabin', () => {
  const cabins = [
    { cabin: 'J' as const, capacity: 8, authorised: 8, sold: 0, held: 0, price: 500_00 },
    { cabin: 'Y' as const, capacity: 128, authorised: 128, sold: 2, held: 0, price: 300_00 },
  ];
  const inBusiness = () => sold({ legs: sold().legs.map((leg) => ({ ...leg, cabin: 'J' as const })) });
  beforeEach(() => {
    counter.hub
      .gives('holds.place', HELD)
      .answers('flights.seatMap', () => accept({ ...seatMapAnswer(), flight: { ...seatMapAnswer().flight, cabins } }));
  });

  test('J lists the cabins with the difference', async () => {
    await begin('j');
    const rows = within(await screen.findByRole('list', { name: 'Cabins' }));
    expect((await rows.findByRole('button', { name: /Business/ })).textContent).toContain('+421.80');
    expect(rows.getByRole('button', { name: /Economy, where they are/ }).getAttribute('aria-disabled')).toBe('true');
  });

  test('a lower one is refused in words for an agent', async () => {
    await begin('j', inBusiness());
    const lower = await screen.findByRole('button', { name: /Economy/ });
    expect(lower.textContent).toContain('a lower cabin is a downgrade; a supervisor does it with a reason');
    await user().click(lower);
    expect(useChange.getState().legs).toEqual([]);
  });

  test('a supervisor gives a reason first, and it goes with the question', async () => {
    openConsole(counter.hub, OSEI);
    await begin('j', inBusiness());
    await user().type(await screen.findByLabelText('Reason for a lower cabin or price'), 'seat 3A is broken');
    await user().click(await screen.findByRole('button', { name: /Economy/ }));
    await waitFor(() => expect(useChange.getState().legs[0]?.seats).toEqual(['20A', '20B']));
    await user().click(await goButton(/Hold the seats and ask/));
    await offerShown(1);
    expect(counter.hub.inputsOf('bookings.changeQuote')[0]?.change).toEqual({
      ...{ kind: 'flights', hold: 9, replaces: [1] },
      reason: 'seat 3A is broken',
    });
  });

  test('the digit of a lower cabin did nothing while there was no reason: it goes to the reason, and Enter there takes the cabin', async () => {
    openConsole(counter.hub, OSEI);
    await begin('j', inBusiness());
    await screen.findByRole('button', { name: /Economy/ });
    await press(`2${ACTED}`);
    const reason = screen.getByLabelText('Reason for a lower cabin or price');
    expect(document.activeElement).toBe(reason);
    await press('{Enter}');
    expect(useChange.getState().legs).toEqual([]);
    await user().type(reason, 'seat 3A is broken{Enter}');
    await waitFor(() => expect(useChange.getState().legs[0]?.seats).toEqual(['20A', '20B']));
    expect(counter.hub.inputsOf('holds.place')).toEqual([]);
  });
});
