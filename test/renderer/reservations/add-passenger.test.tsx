import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { useChange } from '../../../renderer/reservations/change/change-store.ts';
import { accept } from '../../../shared/refusals.ts';
import { ACTED } from '../support/acted.ts';
import { hold, LOCATOR } from '../support/samples.ts';
import { begin, counter, goButton, offerShown, openChangeCounter, press, take, user } from './change-counter.tsx';

openChangeCounter();

const HELD = hold({ bookingId: 9, locator: 'N3WS2T', legs: hold().legs.map((leg) => ({ ...leg, seats: ['20A'] })) });

/** A opens the change with one adult, the focus in the name and the best seat offered. */
async function beginAdding(): Promise<void> {
  counter.hub
    .answers('flights.bestSeats', ({ party }) =>
      accept({ choices: [{ seats: party.map((_, at) => `20${'ABC'[at]}`), relaxed: [] }], mayHold: 100 }),
    )
    .answers('holds.place', () => accept(HELD));
  await begin('a');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Name, adult 1')));
  await waitFor(() => expect(useChange.getState().legs[0]?.seats).toEqual(['20A']));
}

describe('a passenger is added', () => {
  test('by A, a name, Enter: the seats are held, and the offer asks for their price', async () => {
    counter.offered = { total: 0, lines: [{ label: 'AA 185, added', detail: '20A', amount: 0 }] };
    await beginAdding();
    await press('orlov/ivan mr{Enter}');
    await offerShown(1);
    expect(counter.hub.inputsOf('holds.place')).toMatchObject([
      { legs: [{ flightId: 7, cabin: 'Y', seats: ['20A'] }], passengers: [{ type: 'ADT', infant: false, assistance: false }] },
    ]);
    expect(counter.hub.inputsOf('bookings.changeQuote')[0]?.change).toEqual({
      kind: 'add',
      hold: 9,
      passengers: [{ type: 'ADT', surname: 'Orlov', given: 'Ivan', title: 'MR', birthDate: null, with: null }],
    });
    await take(/^Change/);
    expect(await screen.findByText(`${LOCATOR} is changed, nothing to pay.`)).toBeTruthy();
  });

  test('and nothing is held while a name is missing: the screen says whose', async () => {
    await beginAdding();
    await press('{Enter}');
    await screen.findByText(/^Passenger 1 who comes: /);
    expect(counter.hub.inputsOf('holds.place')).toEqual([]);
  });

  test('A adds another adult, Shift A a child, I an infant on a lap, each with a seat or a lap and a name', async () => {
    await beginAdding();
    await user().click(await goButton(/^Adult/));
    await user().click(await goButton(/^Child/));
    await user().click(await goButton(/^Infant/));
    await waitFor(() => expect(useChange.getState().legs[0]?.seats).toEqual(['20A', '20B', '20C']));
    expect(counter.hub.inputsOf('flights.bestSeats').at(-1)?.party).toEqual([
      { type: 'ADT', infant: false, assistance: false },
      { type: 'ADT', infant: true, assistance: false },
      { type: 'CHD', infant: false, assistance: false },
    ]);
    for (const label of ['Name, adult 2', 'Name, infant on the lap of adult 2', 'Birth date, child 3']) screen.getByLabelText(label);
    await user().click(await goButton(/^Without adult 1/));
    await waitFor(() => expect(useChange.getState().legs[0]?.seats).toEqual(['20A', '20B']));
  });

  test('by the letter as well, where letters are keys', async () => {
    await beginAdding();
    (await goButton(/^Adult/)).focus();
    await press(`a${ACTED}`);
    await screen.findByLabelText('Name, adult 2');
  });

  test('their seats are let go by Esc, and the booking stays as it is', async () => {
    counter.hub.answers('holds.release', () => accept(HELD));
    await beginAdding();
    await press('orlov/ivan mr{Enter}');
    await offerShown(1);
    await user().click(await goButton(/Release the hold/));
    await waitFor(() => expect(counter.hub.inputsOf('holds.release')).toMatchObject([{ bookingId: 9 }]));
    expect(useChange.getState()).toMatchObject({ hold: null, offer: null, kind: 'add' });
  });
});
