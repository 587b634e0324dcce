import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { focusScreen } from '../../../renderer/frame/focus-screen.ts';
import { startOver } from '../../../renderer/stores/navigation-store.ts';
import { WaitlistScreen } from '../../../renderer/waitlist/waitlist-screen.tsx';
import { useWaitlist } from '../../../renderer/waitlist/waitlist-store.ts';
import type { WaitEntry } from '../../../shared/methods/waitlist.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { ACTED } from '../support/acted.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole } from '../support/open-console.ts';
import { NEW_YORK, NOON } from '../support/samples.ts';

const flight = {
  ...{ flightId: 7, flight: 'B6 9011', origin: 'JFK', destination: 'BUF', originZone: NEW_YORK, departsAt: NOON + 172_800_000 },
};
const entry = (entryId: number, name: string): WaitEntry => ({
  ...{ entryId, name, state: 'WAITING', status: 'HL', phone: '+1 646 555 0117', flights: [flight], cabin: 'Y' },
  party: [{ type: 'ADT', infant: false, assistance: false }],
  ...{ bookingClass: null, fareLimit: null, currency: 'USD', priority: 'normal', reason: '', desk: 'T1-04', user: 'ruiz', joinedAt: NOON },
  ...{ why: { kind: 'no-seat' }, offer: null, chance: null, waitMs: null },
});
const CHEN = entry(1, 'CHEN/MEI LIN MS');
const OFFER = {
  bookingId: 5,
  locator: 'K7QF2M',
  flightId: 7,
  seats: ['12A'],
  offeredAt: NOON,
  until: NOON + 900_000,
  total: 129_00,
  answeredAt: null,
};
const HAGEN = entry(2, 'HAGEN/NILS MR');

let hub: FakeBridge;
/** The list of the flight has these parties from now on. */
function waits(...entries: WaitEntry[]): void {
  const list = { ...flight, cabin: 'Y' as const, free: 0 };
  const counts = { parties: entries.length, passengers: entries.length };
  hub
    .gives('waitlist.flights', {
      ...{ lists: [{ ...list, ...counts, longestSince: NOON, next: null, offer: null }], ...counts, ended: [], offerMinutes: 15 },
    })
    .gives('waitlist.of', {
      ...{ ...list, seats: 30, held: 0, sold: 30, fare: 129_00, currency: 'USD', offersEnd: flight.departsAt, entries, history: [] },
    });
}
beforeEach(() => {
  hub = new FakeBridge();
  openConsole(hub, OSEI);
});
afterEach(() => {
  cleanup();
  act(() => {
    useWaitlist.setState({ lists: null, list: null, refusal: null, place: null, chosen: null, asking: 'no' });
    startOver();
  });
});

test.each([
  ['x', 'Take CHEN/MEI LIN MS off the list?', 'waitlist.drop'],
  ['e', 'Move CHEN/MEI LIN MS', 'waitlist.move'],
] as const)(
  'a dialog that %s opened is about its party also when the list changes behind it (it acted on the next party)',
  async (key, title, method) => {
    hub.answers(method, () => refuse('WAITLIST_OFFERED', { until: NOON }));
    waits(CHEN, HAGEN);
    render(<WaitlistScreen screen={{ name: 'waitlist' }} />);
    const row = await screen.findByRole('button', { name: CHEN.name });
    act(() => row.focus());
    await userEvent.keyboard(`${key}${ACTED}`);
    await screen.findByText(title);
    // Somebody else offered seats to CHEN, or took the party off: HAGEN is the first now.
    waits(HAGEN);
    await act(() => useWaitlist.getState().load());
    expect(screen.getByText(title)).toBeTruthy();
    if (key === 'e') await userEvent.type(screen.getByLabelText('Reason'), 'missed connection{Enter}');
    else await userEvent.click(screen.getByRole('button', { name: 'Take off' }));
    await screen.findByText(/Seats are held for this party/);
    expect(hub.inputsOf(method)).toMatchObject([{ entryId: CHEN.entryId }]);
  },
);

test('a flight is read as the screens write it, and a fare limit that is no amount is told ("B6 9011" was no flight, and Enter did nothing)', async () => {
  waits(CHEN);
  const cabins = [{ cabin: 'Y' as const, capacity: 30, authorised: 30, held: 0, sold: 30, price: 129_00 }];
  const named = { carrier: 'B6', destinationZone: NEW_YORK, date: '2026-11-30', arrivesAt: flight.departsAt + 1, equipment: 'D38' };
  hub
    .gives('flights.find', { flights: [{ ...flight, ...named, currency: 'USD', cabins }] })
    .answers('waitlist.join', () => accept({ entryId: 3, state: 'WAITING', hold: null, ahead: 1 }));
  const add = { flights: 'B6 9011 30NOV', party: { adults: 1, children: 0, infants: 0 } };
  render(<WaitlistScreen screen={{ name: 'waitlist', cabin: 'Y', add }} />);
  await userEvent.type(await screen.findByLabelText('Name'), 'ROY/DEV MR');
  await userEvent.type(screen.getByLabelText('Phone'), '+1 646 555 0117');
  const limit = screen.getByLabelText('Fare limit, per adult');
  for (const typed of ['1.2.3', '29.999', ',']) {
    await userEvent.clear(limit);
    await userEvent.type(limit, `${typed}{Enter}`);
    await screen.findByText('An amount in USD, or nothing.');
  }
  expect(hub.inputsOf('flights.find')[0]).toMatchObject({ carrier: 'B6', number: 9011 });
  await userEvent.clear(limit);
  await userEvent.type(limit, '150{Enter}');
  await waitFor(() => expect(hub.inputsOf('waitlist.join')).toMatchObject([{ fareLimit: 150_00, flights: [flight.flightId] }]));
});

test('of an offer that another desk answers for no button has the focus, so that an Enter too many tells nobody (it sent the message again)', async () => {
  waits({ ...CHEN, desk: 'T1-09', state: 'OFFERED', status: 'KL', why: { kind: 'offered' }, offer: OFFER });
  render(
    <main>
      <WaitlistScreen screen={{ name: 'waitlist' }} />
    </main>,
  );
  expect(await screen.findByText('Its seats are held at desk T1-09, which answers for it.')).toBeTruthy();
  act(focusScreen);
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement?.contains(screen.getByRole('button', { name: /^Tell again/ }))).toBe(true);
  expect(hub.inputsOf('waitlist.tell')).toEqual([]);
});

test('the priority of a party and its reason stand beside it in full (in a narrow window nothing told them)', async () => {
  waits({ ...CHEN, priority: 'high', reason: 'missed connection from B6 9009, rebooked at the gate' }, HAGEN);
  render(<WaitlistScreen screen={{ name: 'waitlist' }} />);
  expect(await screen.findByText('Priority high: missed connection from B6 9009, rebooked at the gate.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: HAGEN.name }));
  expect(screen.queryByText(/^Priority normal/)).toBeNull();
});

test('a flight that was cancelled says so where it said until when seats are offered', async () => {
  waits({ ...CHEN, why: { kind: 'cancelled' } });
  render(<WaitlistScreen screen={{ name: 'waitlist' }} />);
  expect(await screen.findByText('cancelled')).toBeTruthy();
  expect(screen.queryByText(/offers end/)).toBeNull();
});
