import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { useBridge as connect } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { Frame } from '../../../renderer/frame/frame.tsx';
import { shortName } from '../../../renderer/frame/user-menu.tsx';
import { hubTrouble } from '../../../renderer/stores/connection-store.ts';
import { go, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { refreshState, sessionEnded } from '../../../renderer/stores/session-actions.ts';
import type { Output } from '../../../shared/contract.ts';
import { seatMapAnswer } from '../seats/seat-map-answer.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { foundSold, hold, hubState, signedIn } from '../support/samples.ts';

/** AA 2336 flies on from place to place, as AA 185 does from New York to Los Angeles. */
const leg = (flightId: number, origin: string, destination: string): Output<'flights.find'>['flights'][number] => ({
  ...seatMapAnswer().flight,
  ...{ flightId, flight: 'AA 2336', origin, destination },
});

describe('frame', () => {
  let hub: FakeBridge;
  const user = userEvent.setup();
  const screenNow = () => useNavigation.getState().screen;
  const focusOnScreen = () => waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
  const commandBar = () => screen.getByRole<HTMLInputElement>('combobox', { name: /Go to/ });

  async function show(change: Partial<Output<'session.state'>> = {}, holds = [hold()]) {
    const state = hubState({ session: { ...signedIn, locked: false, restored: false }, ...change });
    hub = new FakeBridge()
      .gives('session.state', state)
      .gives('holds.ofDesk', { holds })
      .gives('session.lock', {})
      .gives('session.signOut', {});
    connect(hub, atOnce);
    await refreshState();
    render(
      <Frame state={state}>
        <h1>Board</h1>
      </Frame>,
    );
    await screen.findByText(/Holds of/);
    await act(async () => undefined);
  }

  afterEach(() => {
    cleanup();
    sessionEnded('');
  });

  it.each([
    ['nyc lax 24nov26', { name: 'board', from: 'NYC', to: 'LAX', date: '2026-11-24' }],
    ['K7QF2M', { name: 'reservations', find: 'K7QF2M' }],
    ['SMITH/J', { name: 'reservations', find: 'SMITH/J' }],
  ])('goes where "%s" says', async (line, target) => {
    await show();
    await user.keyboard('/');
    expect(document.activeElement).toBe(commandBar());
    await user.keyboard(`${line}{Enter}`);
    expect(screenNow()).toEqual(target);
    expect(commandBar().value).toBe('');
  });

  const nothingFound = { bookings: [], more: 0, counted: true, misread: [] };

  it('opens a flight, lets one choose among its legs and the booking of that locator', async () => {
    await show();
    hub.gives('bookings.find', nothingFound);
    hub.gives('flights.find', { flights: [leg(7, 'JFK', 'ORD')] });
    await user.keyboard('{Control>}k{/Control}AA2336 24NOV26{Enter}');
    expect(hub.inputsOf('flights.find')).toEqual([{ carrier: 'AA', number: 2336, date: '2026-11-24' }]);
    expect(screenNow()).toEqual({ name: 'flight', flightIds: [7] });
    await focusOnScreen();

    hub.gives('flights.find', { flights: [leg(7, 'JFK', 'ORD'), leg(8, 'ORD', 'LAX')] });
    await user.keyboard('/AA2336{Enter}');
    expect(screen.getAllByRole('option')).toHaveLength(2);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(screenNow()).toEqual({ name: 'flight', flightIds: [8] });
    await focusOnScreen();

    hub.gives('flights.find', { flights: [] }).gives('bookings.find', { ...nothingFound, bookings: [{ ...foundSold, bookingId: 5 }] });
    await user.keyboard('/AA2336{Enter}');
    expect(screenNow()).toEqual({ name: 'reservations', bookingId: 5 });
    await focusOnScreen();
    await user.keyboard('/AA 2336 24NOV26{Enter}');
    expect(screen.getByText('AA 2336 does not fly on Tue 24 Nov.')).toBeTruthy();
  });

  it('a through flight is offered whole first, and opens as one itinerary for the party that was typed', async () => {
    await show();
    const legs = [leg(7, 'JFK', 'YUL'), leg(8, 'YUL', 'YVR')];
    hub.gives('bookings.find', nothingFound).gives('flights.find', { flights: legs, journeys: [legs] });
    const said = () =>
      screen.getAllByRole('option').map(({ textContent }) => /[A-Z]{3}–[A-Z]{3}(?:, 1 stop, stays on board)?/.exec(textContent ?? '')?.[0]);
    await user.keyboard('/AA2336 24NOV26 2+1{Enter}');
    expect(said()).toEqual(['JFK–YVR, 1 stop, stays on board', 'JFK–YUL', 'YUL–YVR']);
    await user.keyboard('{Enter}');
    expect(screenNow()).toMatchObject({ name: 'flight', flightIds: [7, 8], adults: 2, children: 1 });
    await focusOnScreen();

    // A leg that leaves after midnight is of another date, and the whole journey is a choice all the same.
    hub.gives('flights.find', { flights: legs.slice(0, 1), journeys: [legs] });
    await user.keyboard('/AA2336 24NOV26{Enter}');
    expect(said()).toEqual(['JFK–YVR, 1 stop, stays on board', 'JFK–YUL']);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(screenNow()).toEqual({ name: 'flight', flightIds: [7] });
    await focusOnScreen();

    hub.gives('flights.find', { flights: legs, journeys: [legs] });
    await user.keyboard('/AA2336A 24NOV26{Enter}');
    expect(screen.getByText('AA 2336A does not fly on Tue 24 Nov.')).toBeTruthy();
  });

  it('a flight number without a date opens its next departure', async () => {
    await show();
    hub.gives('flights.find', { flights: [leg(7, 'JFK', 'ORD')] });
    await user.keyboard('/AA 2336{Enter}');
    expect(hub.inputsOf('flights.find')).toEqual([{ carrier: 'AA', number: 2336, date: null }]);
    expect(screenNow()).toEqual({ name: 'flight', flightIds: [7] });
    await focusOnScreen();
    hub.gives('flights.find', { flights: [] });
    await user.keyboard('/AA 2336{Enter}');
    expect(screen.getByText('AA 2336 has no departure to come.')).toBeTruthy();
  });

  it('a locator of letters, read out in two groups, is offered beside the route that it looks like', async () => {
    await show();
    hub.gives('bookings.find', { ...nothingFound, bookings: [{ ...foundSold, bookingId: 5, locator: 'JFKLAX' }] });
    await user.keyboard('/jfk lax{Enter}');
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      `JFKLAX${foundSold.name}${foundSold.flight}, Sat 21 Nov`,
      'JFK to LAXflightsSat 21 Nov',
    ]);
    await user.keyboard('{Enter}');
    expect(screenNow()).toEqual({ name: 'reservations', bookingId: 5 });
  });

  it('a surname of three letters that no place has is looked for', async () => {
    await show();
    hub.gives('flights.places', { places: [] });
    await user.keyboard('/lee{Enter}');
    expect(screenNow()).toEqual({ name: 'reservations', find: 'lee' });
  });

  it('Enter twice asked the hub twice', async () => {
    await show();
    hub.gives('flights.find', { flights: [] });
    await user.keyboard('/AA 2336 24NOV26{Enter}{Enter}');
    expect(screen.getByText('AA 2336 does not fly on Tue 24 Nov.')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(hub.inputsOf('flights.find')).toHaveLength(1);
  });

  it('says what is wrong, keeps the line, and recalls earlier ones', async () => {
    await show();
    await user.keyboard('/nyc lax 24nov26{Enter}');
    await focusOnScreen();
    await user.keyboard('/SMITH/J{Enter}');
    await focusOnScreen();
    await user.keyboard('/???{Enter}');
    expect(screen.getByText(/is no route, flight, locator or name/)).toBeTruthy();
    expect(commandBar().value).toBe('???');
    await user.keyboard('{Escape}{ArrowUp}');
    expect(commandBar().value).toBe('SMITH/J');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(commandBar().value).toBe('nyc lax 24nov26');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(commandBar().value).toBe('');
  });

  it('changes screens by F-keys, with Admin for supervisors only', async () => {
    await show();
    await user.keyboard('{F3}');
    expect(screenNow()).toEqual({ name: 'reservations' });
    await user.keyboard('{F7}');
    expect(screenNow()).toEqual({ name: 'reservations' });
    expect(screen.queryByRole('button', { name: 'Admin' })).toBeNull();
    act(() => useSession.setState(({ session }) => ({ session: session && { ...session, role: 'supervisor' } })));
    await user.keyboard('{F7}');
    expect(screenNow()).toEqual({ name: 'admin' });
    await user.keyboard('{F1}');
    expect(screenNow()).toEqual({ name: 'board' });
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(screenNow()).toEqual({ name: 'admin' });
  });

  it('opens Flight where it was left, else the most urgent hold, else says how to get there', async () => {
    await show({}, []);
    await user.keyboard('{F2}');
    expect(screenNow()).toEqual({ name: 'board' });
    expect(screen.getByRole('button', { name: 'Flight' }).getAttribute('aria-disabled')).toBe('true');
    act(() => go({ name: 'flight', flightIds: [7], cabin: 'J' }));
    await user.keyboard('{F1}{F2}');
    expect(screenNow()).toEqual({ name: 'flight', flightIds: [7], cabin: 'J' });
  });

  it('opens a hold by Alt and its number', async () => {
    await show();
    await user.keyboard('{Alt>}[Digit2]{/Alt}');
    expect(screenNow()).toEqual({ name: 'board' }); // there is no second one
    await user.keyboard('{Alt>}[Digit1]{/Alt}');
    expect(screenNow()).toMatchObject({ name: 'flight', bookingId: 1 });
  });

  it('shows the keys with ? and keeps the frame quiet meanwhile', async () => {
    await show();
    await user.keyboard('?');
    expect(screen.getByRole('dialog', { name: 'Keys' })).toBeTruthy();
    await user.keyboard('{F3}');
    expect(screenNow()).toEqual({ name: 'board' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('cannot be mistaken for the real thing in training', async () => {
    await show();
    expect(screen.getByText('Training')).toBeTruthy();
    expect(document.querySelector('.watermark')).toBeTruthy();
    cleanup();
    await show({ mode: 'live' });
    expect(screen.queryByText('Training')).toBeNull();
    expect(document.querySelector('.watermark')).toBeNull();
  });

  it('puts the focus on the heading and names the page after a move', async () => {
    await show();
    act(() => go({ name: 'reservations' }));
    expect(document.title).toBe('Reservations · Aisle');
    await focusOnScreen();
  });

  it('shows the whole trouble of the hub, and leads a supervisor to the backups it names', async () => {
    const damaged = 'The store is damaged: page 7. Nothing more is sold on it. The newest backup that was verified is of 14:00 UTC.';
    await show({ session: { ...signedIn, role: 'supervisor', locked: false, restored: false } });
    act(() => hubTrouble({ problem: 'Holds that have ended are given back late: the disk is full.', backups: false }));
    expect(screen.getByText(/given back late/).closest('[role="alert"]')).toBeTruthy();
    expect(screen.queryByText('Expiry is late')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Open Backups' })).toBeNull();
    act(() => hubTrouble({ problem: damaged, backups: true }));
    await user.click(screen.getByRole('button', { name: 'Open Backups' }));
    expect(screenNow()).toEqual({ name: 'admin', tab: 'backups' });
    act(() => hubTrouble({ problem: '', backups: false }));
    expect(screen.queryByText(damaged)).toBeNull();
  });
});

it.each([
  ['Ana Ruiz', 'A. Ruiz'],
  ['Ilse van der Brandt', 'I. van der Brandt'],
  ['Madonna', 'Madonna'],
])('shortens %s to %s', (display, short) => {
  expect(shortName(display)).toBe(short);
});
