import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { useChange } from '../../../renderer/reservations/change/change-store.ts';
import { useNavigation } from '../../../renderer/stores/navigation-store.ts';
import type { JournalEvent } from '../../../shared/events.ts';
import { refuse } from '../../../shared/refusals.ts';
import { ACTED } from '../support/acted.ts';
import { OSEI, openConsole } from '../support/open-console.ts';
import { bookingEvent, LOCATOR, sold } from '../support/samples.ts';
import { begin, counter, goButton, offerShown, open, openChangeCounter, press, take, tell, user } from './change-counter.tsx';

openChangeCounter();

describe('seats', () => {
  const seat = (name: RegExp) => screen.findByRole('gridcell', { name });

  test('S, a press on another seat, Enter asks what it costs, Ctrl Enter takes it, and twice takes it once', async () => {
    counter.offered = {
      touches: [
        { kind: 'seats-back', flight: 'AA 185', cabin: 'Y', seats: ['17D'] },
        { kind: 'rows', flight: 'AA 185', rows: 2 },
      ],
    };
    await begin('s');
    await user().click(await seat(/^20 A, /));
    await seat(/^20 A, .*chosen/);
    await press('{Enter}');
    await offerShown(1);
    expect(counter.hub.inputsOf('bookings.changeQuote')).toMatchObject([{ bookingId: 1, change: { kind: 'seats', segment: 1 } }]);
    expect(screen.getByText('17D on AA 185, economy, goes back to sale')).toBeTruthy();
    expect(screen.getByText('The party sits in 2 rows on AA 185')).toBeTruthy();
    // Enter alone takes nothing.
    await press('{Enter}');
    expect(counter.hub.inputsOf('bookings.change')).toEqual([]);
    const go = await goButton(/^Change/);
    await waitFor(() => expect(go.disabled).toBe(false));
    await press('{Control>}{Enter}{/Control}{Control>}{Enter}{/Control}');
    expect(await screen.findByText(`${LOCATOR} is changed, nothing to pay.`)).toBeTruthy();
    expect(counter.hub.inputsOf('bookings.change')).toMatchObject([{ bookingId: 1, offerId: 41, tenders: [] }]);
    // Who sits where now was not told before the booking was opened again.
    const seated = within(screen.getByRole('region', { name: 'Done' })).getByRole('table', { name: 'Passengers' });
    expect(within(seated).getByText('17D')).toBeTruthy();
  });

  test('a change that was taken back still stood there as done, with its money: the booking is shown', async () => {
    await begin('s');
    await user().click(await seat(/^20 A, /));
    await press('{Enter}');
    await offerShown(1);
    await take(/^Change/);
    await screen.findByText(`${LOCATOR} is changed, nothing to pay.`);
    counter.stored = sold({ version: counter.stored.version + 1 });
    counter.version = 101;
    await tell({ ...bookingEvent(101, 'booking.confirmed', { expiresAt: null }), type: 'booking.changeUndone' } as JournalEvent);
    expect(await screen.findByRole('heading', { name: 'Actions' })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Done' })).toBeNull();
  });

  test('a press on the seat of another of the party swaps the two', async () => {
    await begin('s');
    await user().click(await seat(/^17 E, .*chosen/));
    await user().click(await goButton(/Ask what it costs/));
    await offerShown(1);
    expect(counter.hub.inputsOf('bookings.changeQuote')[0]?.change).toEqual({
      kind: 'seats',
      segment: 1,
      seats: [
        { passenger: 1, seat: '17E' },
        { passenger: 2, seat: '17D' },
      ],
      exitRowConfirmed: false,
    });
  });

  test('Enter on the seat of another swaps the two by keyboard alone, and Enter again goes on: it said that everybody sits as sold', async () => {
    await begin('s');
    const theirs = await seat(/^17 E, .*chosen/);
    theirs.focus();
    await press('{Enter}');
    await waitFor(() => expect(useChange.getState().legs[0]?.seats).toEqual(['17E', '17D']));
    await press('{Enter}');
    await offerShown(1);
    expect(counter.hub.inputsOf('bookings.changeQuote')[0]?.change).toMatchObject({
      seats: [
        { passenger: 1, seat: '17E' },
        { passenger: 2, seat: '17D' },
      ],
    });
  });

  test('B seats the whole party together', async () => {
    await begin('s');
    await seat(/^20 A, /);
    await press(`b${ACTED}`);
    await waitFor(() => expect(useChange.getState().legs[0]?.seats).toEqual(['20A', '20B']));
    expect(counter.hub.inputsOf('flights.bestSeats')).toMatchObject([
      { flightId: 7, cabin: 'Y', party: [{ type: 'ADT' }, { type: 'CHD' }] },
    ]);
  });

  test('Enter after B asks what it costs: it chose whose seat is picked next, and had to be pressed again', async () => {
    await begin('s');
    await seat(/^20 A, /);
    await press(`b${ACTED}`);
    await waitFor(() => expect(document.activeElement?.getAttribute('data-seat')).toBe('20A'));
    await press('{Enter}');
    await offerShown(1);
  });

  test('nothing is asked while everybody sits as sold: the screen says what is missing', async () => {
    await begin('s');
    await user().click(await goButton(/Ask what it costs/));
    expect(await screen.findByText('Everybody sits as sold. Pick another seat.')).toBeTruthy();
    expect(counter.hub.inputsOf('bookings.changeQuote')).toEqual([]);
  });

  test('a refusal of the hub says why and what would work, and the offer is not there', async () => {
    counter.hub.answers('bookings.changeQuote', () => refuse('SEAT_SOLD', { flightId: 7, flight: 'AA 185', seat: '20A', nextBest: [] }));
    await begin('s');
    await user().click(await seat(/^20 A, /));
    await user().click(await goButton(/Ask what it costs/));
    expect((await screen.findByText(/20A/, { selector: '.refusal b' })).textContent).toMatch(/sold/);
    expect(screen.queryByRole('heading', { name: /^Offer/ })).toBeNull();
  });
});

/** The first passenger or flight of the list, which has the focus. */
async function tickFirst(): Promise<void> {
  const [first] = within(await screen.findByRole('list', { name: 'Passengers and flights' })).getAllByRole('button');
  await waitFor(() => expect(document.activeElement).toBe(first));
  await press(' ');
  expect(first?.getAttribute('aria-pressed')).toBe('true');
}

describe('a part is cancelled', () => {
  test('Shift X, a passenger, Enter: what goes back and where to; Ctrl Enter takes it', async () => {
    counter.offered = {
      total: -144_55,
      rule: '4 to 24 h before departure',
      lines: [
        { label: 'Not flown', detail: '', amount: -289_10 },
        { label: 'Kept, 4 to 24 h before departure', detail: '50 %', amount: 144_55 },
      ],
      to: [{ kind: 'cash', amount: 144_55, reference: '' }],
    };
    await begin('{Shift>}X{/Shift}');
    await tickFirst();
    await press('{Enter}');
    await offerShown(1);
    expect(counter.hub.inputsOf('bookings.changeQuote')[0]?.change).toEqual({ kind: 'leave', passengers: [1] });
    expect(screen.getByRole('row', { name: /Goes back 4 to 24 h before departure 144\.55/ })).toBeTruthy();
    expect(screen.getByRole('row', { name: /to cash 144\.55/ })).toBeTruthy();
    await take(/^Cancel this part, 144\.55 back/);
    expect(await screen.findByText(`${LOCATOR} is changed, 144.55 back.`)).toBeTruthy();
    expect(screen.getByText(/back out of the drawer/)).toBeTruthy();
  });

  test('one passenger on one flight: refused in the list, with what would work', async () => {
    open(sold({ party: sold().party.slice(0, 1), legs: sold().legs.map((leg) => ({ ...leg, seats: ['17D'] })) }));
    const part = await screen.findByRole('button', { name: /Cancel a part/ });
    expect(part.textContent).toContain('one passenger on one flight; cancel it whole with X');
    expect(screen.getByRole('button', { name: /Split the party/ }).getAttribute('aria-disabled')).toBe('true');
  });
});

describe('names', () => {
  test('E corrects a spelling: what the list will have is told, and only the changed name is asked for', async () => {
    await begin('e');
    const field = await screen.findByLabelText('Name of passenger 1, ADT');
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user().clear(field);
    await user().type(field, 'Szetu/Mei Lin MS');
    expect(screen.getByText('SZETO/MEI LIN MS becomes SZETU/MEI LIN MS')).toBeTruthy();
    await press('{Enter}');
    await offerShown(1);
    expect(counter.hub.inputsOf('bookings.changeQuote')[0]?.change).toEqual({
      kind: 'names',
      names: [{ place: 0, surname: 'Szetu', given: 'Mei Lin', title: 'MS' }],
    });
  });

  test('the form in A to Z that was typed at the sale was missing, and had to be typed anew: it stands in its field', async () => {
    const [first, second] = sold().passengers;
    await begin(
      'e',
      sold({ passengers: [{ ...first, surname: '李', given: '小龙', title: 'MR', name: 'LI/XIAOLONG MR' }, second] as never }),
    );
    const host = await screen.findByLabelText<HTMLInputElement>('Host form, in A to Z');
    expect(host.value).toBe('LI/XIAOLONG');
    await user().type(host, 'G{Enter}');
    await offerShown(1);
    expect(counter.hub.inputsOf('bookings.changeQuote')[0]?.change).toMatchObject({
      names: [{ place: 0, surname: '李', given: '小龙', title: 'MR', host: { surname: 'LI', given: 'XIAOLONGG' } }],
    });
  });

  test('another person is refused for an agent, and asks for no reason', async () => {
    counter.hub.answers('bookings.changeQuote', () => refuse('ROLE_REQUIRED', { role: 'supervisor' }));
    await begin('e');
    const field = await screen.findByLabelText('Name of passenger 1, ADT');
    expect(screen.queryByLabelText('Reason for another person')).toBeNull();
    await user().clear(field);
    await user().type(field, 'Okafor/Chima MR{Enter}');
    expect(await screen.findByText('Only a supervisor may do this.')).toBeTruthy();
  });

  test('a supervisor gives a reason for another person', async () => {
    openConsole(counter.hub, OSEI);
    await begin('e');
    const field = await screen.findByLabelText('Name of passenger 1, ADT');
    await user().clear(field);
    await user().type(field, 'Okafor/Chima MR');
    await user().type(await screen.findByLabelText('Reason for another person'), 'sold under the wrong name{Enter}');
    await offerShown(1);
    expect(counter.hub.inputsOf('bookings.changeQuote').at(-1)?.change).toMatchObject({ reason: 'sold under the wrong name' });
  });
});

describe('a split', () => {
  test('T: who moves, the money of both sides, the contact; then the new locator, one key away', async () => {
    const made = sold({ bookingId: 2, locator: 'NEW2ME' });
    counter.hub.gives('bookings.split', made);
    await begin('t');
    const list = within(await screen.findByRole('list', { name: 'Passengers' }));
    await user().click(list.getAllByRole('button')[1] as HTMLElement);
    const goes = within(screen.getByRole('region', { name: 'Moves, new locator' }));
    expect(goes.getByRole('row', { name: /Paid 289\.10/ })).toBeTruthy();
    expect(screen.getByText(/289\.10 and 289\.10 are 578\.20 USD, as paid/)).toBeTruthy();
    const split = await goButton(/Split into two/);
    expect(split.disabled).toBe(true);
    // Enter goes from who moves to the contact, and from there to who asks; it never splits. What is missing is said beside the button.
    expect(screen.getByText('Type a phone number or an e-mail address for the new booking.')).toBeTruthy();
    await press('{Enter}{Enter}+1 347 555 0100{Enter}');
    expect(document.activeElement).toBe(screen.getByLabelText('Requested by'));
    expect(screen.getByText('Type who requests the new booking.')).toBeTruthy();
    await press('Chima Okafor{Enter}');
    expect(screen.getByText('The booking stays whole until it is split.')).toBeTruthy();
    expect(counter.hub.inputsOf('bookings.split')).toEqual([]);
    await press('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(`${LOCATOR} is split, the new locator is NEW2ME.`)).toBeTruthy();
    expect(counter.hub.inputsOf('bookings.split')).toMatchObject([
      { bookingId: 1, version: sold().version, passengers: [2], contact: { phone: '+1 347 555 0100', email: '', askedBy: 'Chima Okafor' } },
    ]);
    await press(`o${ACTED}`);
    expect(useNavigation.getState().screen).toEqual({ name: 'reservations', bookingId: 2 });
  });
});

test('a booking that another desk changes meanwhile outdates the offer in words, and nothing can be taken', async () => {
  await begin('{Shift>}X{/Shift}');
  await tickFirst();
  await press('{Enter}');
  await offerShown(1);
  counter.stored = sold({ version: counter.stored.version + 1 });
  counter.version = 101;
  await tell(bookingEvent(101, 'booking.quoted', { expiresAt: null, note: 'quote 2, names corrected' }));
  expect((await screen.findAllByText('The booking has changed since. Look at it, then ask again.')).length).toBeGreaterThan(0);
  await press('{Control>}{Enter}{/Control}');
  await offerShown(2);
  expect(counter.hub.inputsOf('bookings.change')).toEqual([]);
});

test('a change that was opened by the first letter of a locator goes away again', async () => {
  await begin('s');
  await screen.findByRole('heading', { name: /^Seats on AA 185/, level: 2 });
  await press('{Escape}');
  expect(await screen.findByRole('heading', { name: 'Actions' })).toBeTruthy();
});
