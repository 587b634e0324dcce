import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { App } from '../../../renderer/app.tsx';
import { useSession } from '../../../renderer/client/session-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { go, startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { sessionEnded } from '../../../renderer/stores/session-actions.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { OSEI, openConsole, RUIZ } from '../support/open-console.ts';
import { hubState, NOON } from '../support/samples.ts';
import { policies } from './policy-samples.ts';
import { advice, flightList, flightLook, pricedFlight } from './priced-flights.ts';

let hub: FakeBridge;
const user = userEvent.setup();
const three = [
  pricedFlight({ marks: ['below-bid', 'ahead'] }),
  pricedFlight({ flightId: 2, flight: 'DL 422', marks: ['behind'], usual: null }),
  pricedFlight({ flightId: 3, flight: 'AA 9', stake: null, empty: null, forecast: null, bid: null, usual: null }),
];

beforeEach(() => {
  localStorage.clear();
  setServerNow(NOON);
  hub = new FakeBridge()
    .gives('session.state', hubState())
    .gives('holds.ofDesk', { holds: [] })
    .gives('flights.board', { flights: [] })
    .gives('flights.places', { places: [] })
    .gives('pricing.flights', flightList(three, { matched: 214, of: 1_131 }))
    .answers('pricing.flight', ({ flightId }) => accept(flightLook(three.find((one) => one.flightId === flightId))))
    .gives('pricing.policies', policies())
    .gives('pricing.example', { example: null })
    .gives('flights.named', { flights: [] })
    .gives('pricing.overbookingAdvice', advice())
    .answers('pricing.authorise', ({ flightId, cabin, authorised }) => accept({ flightId, cabin, authorised, held: 2, sold: 80 }))
    .answers('pricing.routeDays', ({ cabin }) =>
      accept({
        from: '2026-11-21',
        more: false,
        flights: [1, 2, 9].map((flightId) => ({
          ...{ flightId, flight: flightId === 2 ? 'DL 422' : 'VX 407', date: flightId === 9 ? '2026-11-24' : '2026-11-22' },
          ...{
            departsAt: NOON + flightId,
            cabin: cabin ?? 'Y',
            currency: 'USD',
            authorised: 100,
            sold: flightId * 10,
            held: 0,
            price: 200_00,
          },
        })),
      }),
    );
});
afterEach(() => {
  cleanup();
  act(() => sessionEnded(''));
  startOver();
});

function show(session = OSEI, scope?: { kind: 'route'; origin: string; destination: string }) {
  openConsole(hub, session);
  useSession.setState({ entered: true });
  go({ name: 'pricing', tab: 'flights', ...(scope ? { scope } : {}) });
  return render(<App />);
}
const line = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Filter flights' });
const rows = async () =>
  within(await screen.findByRole('table', { name: 'Flights' }))
    .getAllByRole('row')
    .slice(1);
const aside = () => screen.getByRole('complementary', { name: 'Chosen flight' });
const asked = () => hub.inputsOf('pricing.flights');

test('the list comes first: flights of the home airport by money at stake, with price, bid price, pick-up and the exception as a word', async () => {
  show();
  const [first, second, third] = await rows();
  expect(asked()[0]).toEqual({ filter: 'JFK', sort: 'stake', reversed: false, limit: 200 });
  expect(first?.textContent).toContain('Sat 05 Dec 14 dVX 407');
  for (const text of ['63', '+5', '+11', '\u22122', '219.00', '206.00', '4,161', 'below bid', '+1'])
    expect(first?.textContent).toContain(text);
  expect(second?.textContent).toContain('behind');
  // What is not known is said to be not known.
  expect(third?.textContent).toMatch(/not known.*not known/);
  expect(screen.getByText('214').parentElement?.textContent).toBe('214 of 1,131 flights');
  expect(screen.getByText('from JFK')).toBeTruthy();
});

test.each([
  ['JFK', 'SFO', 'To', 'SFO'],
  ['BOS', 'LAX', 'From', 'BOS'],
  ['BOS', 'SFO', 'Route', 'BOS\u2013SFO'],
  ['JFK', 'LAX', null, null],
])(
  'beside JFK\u2013LAX a flight %s\u2013%s has a column %s: what all have in common leaves its room to the curves',
  async (origin, destination, column, text) => {
    hub.gives('pricing.flights', flightList([pricedFlight(), pricedFlight({ flightId: 2, origin, destination })]));
    show();
    await rows();
    const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    expect(heads.filter((head) => ['To', 'From', 'Route'].includes(head ?? ''))).toEqual(column === null ? [] : [column]);
    if (text !== null) expect(screen.getByRole('cell', { name: text })).toBeTruthy();
  },
);

test('a line is read back in words while it is typed, and asked for when nobody types any more', async () => {
  show();
  await rows();
  await user.clear(line());
  await user.type(line(), 'jfk-lax d<30 load<60');
  for (const words of ['JFK to LAX', 'leaves in under 30 days', 'under 60 % sold']) expect(screen.getByText(words)).toBeTruthy();
  await waitFor(() => expect(asked().at(-1)?.filter).toBe('jfk-lax d<30 load<60'));
  // Nobody waits for the answers to what was half typed.
  expect(asked().length).toBeLessThan(6);
});

test('a line that cannot be read says where and why, and is not sent', async () => {
  show();
  await rows();
  const before = asked().length;
  await user.clear(line());
  await user.type(line(), 'lod<60');
  expect(line().closest('search')?.querySelector('[role=alert]')?.textContent).toMatch(/^lod<60 asks for nothing that is known/);
  await user.keyboard('{Enter}');
  expect(
    asked()
      .slice(before)
      .every(({ filter }) => filter !== 'lod<60'),
  ).toBe(true);
});

test('by keys alone: Enter goes to the list, the arrows choose, S sorts, Enter opens the policy of the flight', async () => {
  show();
  await rows();
  await user.click(line());
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement?.getAttribute('data-flight')).toBe('1'));
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement?.getAttribute('data-flight')).toBe('2');
  expect(await within(aside()).findByRole('heading', { name: 'DL 422' })).toBeTruthy();
  await user.keyboard('s');
  await waitFor(() => expect(asked().at(-1)?.sort).toBe('departure'));
  await user.keyboard('{Shift>}S{/Shift}');
  await waitFor(() => expect(asked().at(-1)).toMatchObject({ sort: 'departure', reversed: true }));
  expect(screen.getByRole('columnheader', { name: /Leaves/ }).getAttribute('aria-sort')).toBe('descending');
  await user.keyboard('{Enter}');
  expect(useNavigation.getState().screen).toMatchObject({ name: 'pricing', tab: 'policy', scope: { kind: 'flight', flightId: 2 } });
});

test('the chosen flight says what its money at stake is made of, and its forecast with the errors of the past', async () => {
  show();
  await rows();
  expect(await within(aside()).findByText('19 seats are expected to leave empty, at 219.00 USD each.')).toBeTruthy();
  const text = aside().textContent ?? '';
  expect(text).toContain(
    'By pick-up on 23 past departures JFK\u2013LAX of this weekday. Four in five such forecasts ended between 95 and 119.',
  );
  const errors = within(aside()).getByRole('table', { name: 'Error of the forecast' });
  expect(
    within(errors)
      .getAllByRole('row')
      .map((row) => row.textContent),
  ).toEqual([
    'Days before6030147',
    'Mean error24.1 %16.3 %7.1 %not known',
    'Too high by, seats\u22121.2+0.40.0',
    'Past flights foretold1112130',
  ]);
  expect(within(aside()).getByRole('img').getAttribute('aria-label')).toBe(
    'Seats sold by days to departure: 80 of 126 sold, 14 days before; usual 76 to 96; forecast 107, four in five between 95 and 119',
  );
  await user.click(within(aside()).getByRole('button', { name: 'As a table' }));
  const figures = within(aside()).getByRole('table', { name: 'Booking curve in figures' });
  expect(within(figures).getByRole('row', { name: /^30/ }).textContent).toBe('30707060 to 80');
});

test('the heat table of the route comes by L, is walked by arrows over days without a flight, and L brings the list back', async () => {
  show();
  await rows();
  await user.click(line());
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement?.getAttribute('data-flight')).toBe('1'));
  await user.keyboard('l');
  const heat = await screen.findByRole('table', { name: 'Percent sold by flight and day' });
  expect(hub.inputsOf('pricing.routeDays')).toEqual([{ origin: 'JFK', destination: 'LAX', cabin: 'Y' }]);
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('VX 407 Sun 22 Nov: 10 % sold, 200.00 USD'));
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('VX 407 Tue 24 Nov: 90 % sold, 200.00 USD');
  // This flight stands in no list, and is looked at all the same.
  await waitFor(() => expect(hub.inputsOf('pricing.flight').at(-1)).toEqual({ flightId: 9, cabin: 'Y' }));
  await user.click(screen.getByRole('radio', { name: 'Price USD' }));
  expect(within(screen.getByRole('table', { name: 'Price by flight and day' })).getAllByRole('button')[0]?.textContent).toBe('200');
  expect(heat).toBeTruthy();
  act(() => document.querySelector<HTMLElement>('.fl-heat button')?.focus());
  await user.keyboard('l');
  await waitFor(() => expect(document.activeElement?.hasAttribute('data-flight')).toBe(true));
});

test('past flights are read over several questions, and the list says how many routes are left', async () => {
  const left = [120, 40, 0];
  hub.answers('pricing.flights', () => accept(flightList(three, { pastLeft: left.shift() ?? 0 })));
  show();
  await rows();
  await waitFor(() => expect(asked().length).toBe(3));
  expect(screen.queryByText(/are being read/)).toBeNull();
});

test('when seats move the figures follow and no row changes its place', async () => {
  show();
  await rows();
  const moved = pricedFlight({ flightId: 3, flight: 'AA 9', stake: 9_999_00, pickUp: { day1: 42, days3: 42, days7: 42 } });
  hub.gives('pricing.flights', flightList([moved, ...three.slice(0, 2)]));
  act(() =>
    hub.tell({
      event: 101,
      at: NOON,
      type: 'booking.confirmed',
      user: 'ruiz',
      desk: 'T1-04',
      data: {
        ...{ bookingId: 1, locator: 'K7QF2M', desk: 'T1-04', expiresAt: null, amount: 1, currency: 'USD', note: '' },
        legs: [{ flightId: 3, cabin: 'Y', seats: ['12A'], authorised: 126, held: 0, sold: 81 }],
      },
    }),
  );
  await waitFor(async () => expect((await rows())[2]?.textContent).toContain('+42'));
  expect((await rows()).map((row) => row.textContent?.match(/VX 407|DL 422|AA 9/)?.[0])).toEqual(['VX 407', 'DL 422', 'AA 9']);
});

test('a refusal and an empty answer say what would work', async () => {
  hub.answers('pricing.flights', () =>
    refuse('LIST_TOO_LONG', { most: 25_000, advice: 'Type an airport or a route, such as JFK or JFK-LAX' }),
  );
  show();
  expect(await screen.findByText('Type an airport or a route, such as JFK or JFK-LAX.')).toBeTruthy();
  hub.gives('pricing.flights', flightList([]));
  fireEvent.change(line(), { target: { value: 'BOS' } });
  expect(await screen.findByText('No flight to come fits this line.')).toBeTruthy();
});

test('a route that was asked for stands in the line, and an agent has no list', async () => {
  show(OSEI, { kind: 'route', origin: 'JFK', destination: 'SFO' });
  await rows();
  expect(line().value).toBe('JFK-SFO');
  cleanup();
  act(() => sessionEnded(''));
  const before = asked().length;
  show(RUIZ);
  expect(await screen.findByRole('tab', { name: 'Policy' })).toBeTruthy();
  expect(screen.queryByRole('tab', { name: 'Flights' })).toBeNull();
  expect(asked().length).toBe(before);
});

test('where the policy has booking classes the rows say what is open, and the chosen flight what each class keeps', async () => {
  const flight = pricedFlight({ open: 'Y9 M9 QC' });
  hub.gives('pricing.flights', flightList([flight, pricedFlight({ flightId: 2, flight: 'DL 422' })])).gives('pricing.flight', {
    ...flightLook(flight),
    classes: [
      { code: 'Y', fare: 389_00, meanTenths: 140, deviationTenths: 52, kept: 11, left: 44, byHand: null },
      { code: 'M', fare: 219_00, meanTenths: null, deviationTenths: null, kept: 'all', left: 33, byHand: null },
      { code: 'Q', fare: 169_00, meanTenths: 660, deviationTenths: 180, kept: null, left: 0, byHand: 'closed' },
    ],
    competitor: { fare: 214_00, readAt: NOON },
  });
  show();
  const [first, second] = await rows();
  expect(first?.textContent).toContain('Y9 M9 QC');
  expect(second?.textContent).toContain('no classes');
  const table = await within(aside()).findByRole('table', { name: 'Booking classes' });
  expect(
    within(table)
      .getAllByRole('row')
      .map((row) => row.textContent),
  ).toEqual([
    'ClassFare USDTo comeProtectedLimit leftShown',
    'Y389.0014 \u00b1 5.21144Y9',
    'M219.00not knownevery seat33M9',
    'Q169.0066 \u00b1 18none0QC closed by hand',
  ]);
  const text = aside().textContent ?? '';
  expect(text).toContain('219.00 USD by v14 of the network, osei');
  expect(text).toContain('214.00 read Sat 21 Nov');
});

const over = () => screen.findByRole('region', { name: 'Overbooking advice' });
const authorised = () => hub.inputsOf('pricing.authorise').map(({ requestId: _, ...said }) => said);

test('overbooking advice is taken by T, once, and U takes it back', async () => {
  show();
  await rows();
  expect((await over()).textContent).toContain('authorised now 126');
  expect((await over()).textContent).toContain('95 of 100 turn up. With 131, too many turn up on 21 flights of 100');
  expect((await over()).textContent).toContain('+808.82 USD a flight');
  await user.click(line());
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement?.getAttribute('data-flight')).toBe('1'));
  await user.keyboard('t');
  await waitFor(() =>
    expect(authorised()).toEqual([{ flightId: 1, cabin: 'Y', authorised: 131, seen: 126, reason: 'As advised: the most net revenue' }]),
  );
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(authorised().at(-1)).toMatchObject({ authorised: 126, seen: 131 }));
});

test('another number needs a reason, a refusal is shown, and Esc leaves it as it was', async () => {
  show();
  await rows();
  await user.click(within(await over()).getByRole('button', { name: /^Edit/ }));
  const form = await screen.findByRole('form', { name: 'Authorised seats' });
  const [seats, reason] = within(form).getAllByRole('textbox');
  if (!seats || !reason) throw new Error('two fields');
  await user.clear(seats);
  await user.type(seats, '120{Enter}');
  expect(form.textContent).toContain('Say why, in three letters or more.');
  expect(authorised()).toEqual([]);
  hub.answers('pricing.authorise', () => refuse('AUTHORISED_CHANGED', { cabin: 'Y', flight: 'VX 407', authorised: 128, seen: 126 }));
  await user.type(reason, 'a group comes{Enter}');
  expect(await screen.findByText(/is authorised for 128 seats by now/)).toBeTruthy();
  expect(authorised()).toEqual([{ flightId: 1, cabin: 'Y', authorised: 120, seen: 126, reason: 'a group comes' }]);
  await user.type(reason, '{Escape}');
  expect(screen.queryByRole('form', { name: 'Authorised seats' })).toBeNull();
});

test('a percentage is typed, what it comes to is said, and taking a number back restores the percentage', async () => {
  hub.answers('pricing.overbookingAdvice', () => accept(advice({ authorised: 132, percent: 105, blocked: 1 })));
  show();
  await rows();
  expect((await over()).textContent).toContain('authorised now 132, 105 %');
  await user.click(within(await over()).getByRole('button', { name: /^Edit/ }));
  const form = await screen.findByRole('form', { name: 'Authorised seats' });
  const [seats, reason] = within(form).getAllByRole('textbox');
  if (!seats || !reason) throw new Error('two fields');
  expect(seats).toHaveProperty('value', '105 %');
  await user.clear(seats);
  await user.type(seats, '151 %{Enter}');
  expect(form.textContent).toContain('Type a number of seats, or up to 150 %.');
  await user.clear(seats);
  await user.type(seats, '110%');
  expect(form.textContent).toContain('110 % of 126 seats, less 1 blocked, are 137.');
  await user.type(reason, 'few turn up{Enter}');
  await waitFor(() =>
    expect(authorised()).toEqual([{ flightId: 1, cabin: 'Y', authorised: 137, percent: 110, seen: 132, reason: 'few turn up' }]),
  );
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(authorised().at(-1)).toMatchObject({ authorised: 132, percent: 105, seen: 137 }));
});

test('what is taken back in a cabin of which blocks took every seat does not close it: its seats are sold when the blocks end', async () => {
  hub.answers('pricing.overbookingAdvice', () => accept(advice({ authorised: 0, decided: null, blocked: 126 })));
  show();
  await rows();
  await user.click(within(await over()).getByRole('button', { name: /^Take/ }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(authorised().at(-1)).toMatchObject({ authorised: 0, percent: 100, seen: 131 }));
});

test('advice that agrees offers nothing to take, and advice that is ignored is quiet', async () => {
  show();
  await rows();
  await user.click(within(await over()).getByRole('button', { name: 'Ignore' }));
  expect(within(await over()).queryByRole('button', { name: /Take/ })).toBeNull();
  cleanup();
  act(() => sessionEnded(''));
  hub.gives('pricing.overbookingAdvice', advice({ byRevenue: advice().now }));
  show();
  await rows();
  expect((await over()).textContent).toContain('as advised');
  expect(within(await over()).queryByRole('button', { name: /Take/ })).toBeNull();
});
