import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BoardScreen } from '../../../renderer/board/board-screen.tsx';
import { search } from '../../../renderer/board/board-search.ts';
import { forgetBoard, useBoard, wish } from '../../../renderer/board/board-store.ts';
import { useBridge as connect, feed, onEvents } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { undoLast } from '../../../renderer/parts/undo.tsx';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { forgetLoads, hearLoads } from '../../../renderer/stores/loads-store.ts';
import { startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { accept } from '../../../shared/refusals.ts';
import { ACTED } from '../support/acted.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { bookingEvent, hubState, NOON, refused, signedIn } from '../support/samples.ts';
import { DEPARTURES, DIRECT, FOUND, flight, found, LATE, load, VIA } from './board-samples.ts';

const SEATS = load('Y').authorised;

let hub: FakeBridge;
let stopLoads: () => void;
const user = userEvent.setup();
const grid = () => screen.getByRole('grid');
const rows = () => within(grid()).getAllByRole('row').slice(1);
const flights = () => rows().map((row) => within(row).getAllByRole('gridcell')[2]?.textContent);
const chosen = () => rows().find((row) => row.getAttribute('aria-selected') === 'true');
const open = (wish: { from?: string; to?: string; date?: string } = {}) => render(<BoardScreen screen={{ name: 'board', ...wish }} />);
const openSearch = async () => {
  const page = open({ from: 'JFK', to: 'LAX', date: '2026-11-21' });
  await screen.findByText('VX 407');
  return page;
};

beforeEach(() => {
  // The list draws what its height shows; a page without layout has none of its own.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
  setServerNow(NOON);
  hub = new FakeBridge()
    .gives('flights.places', { places: [] })
    .gives('flights.board', { flights: DEPARTURES })
    .gives('flights.search', FOUND);
  connect(hub, atOnce);
  feed.start(100);
  stopLoads = onEvents(hearLoads);
  const { token: _, ...session } = signedIn;
  useSession.setState({ state: hubState(), session, locked: false });
});
afterEach(() => {
  cleanup();
  stopLoads();
  forgetBoard();
  startOver();
  forgetLoads();
  useSession.setState({ state: null, session: null, locked: false });
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('departures board', () => {
  it('begins with the departures of the home airport today, on the first that is still sold', async () => {
    open();
    await screen.findByText('AA 1');
    expect(hub.inputsOf('flights.board')).toEqual([{ from: 'JFK', date: '2026-11-21' }]);
    expect(grid().getAttribute('aria-label')).toBe('Departures of JFK, Sat 21 Nov');
    expect(chosen()?.textContent).toContain('B6 3');
    expect(rows()[1]?.textContent).toContain('in 30 min');
  });

  it('says what has left, shows no price for it, and opens it only to look', async () => {
    open();
    const left = (await screen.findByText('AA 1')).closest<HTMLElement>('[role="row"]');
    expect(left?.textContent).toContain('departed');
    expect(left?.textContent).not.toContain('100.00');
    expect(left?.className).toContain('over');
  });

  it('leaves what the filter names, and says when that is nothing', async () => {
    open();
    await screen.findByText('AA 1');
    await user.type(screen.getByRole('textbox', { name: 'Filter' }), 'b63');
    expect(flights()).toEqual(['B6 3']);
    expect(chosen()?.textContent).toContain('B6 3');
    await user.type(screen.getByRole('textbox', { name: 'Filter' }), '9');
    expect(screen.getByText('No flight fits \u201cb639\u201d.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear the filter' }));
    expect(flights()).toHaveLength(3);
    act(undoLast);
    expect(useBoard.getState().filter).toBe('b639');
  });

  it('offers the next day and all airports when nothing leaves', async () => {
    hub.gives('flights.board', { flights: [] });
    open();
    expect(await screen.findByText('Nothing leaves JFK on Sat 21 Nov.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'All airports' }));
    expect(hub.inputsOf('flights.board').at(-1)).toEqual({ from: null, date: '2026-11-21' });
  });

  it('draws only the window of a day of 17,000 flights', async () => {
    hub.gives('flights.board', { flights: Array.from({ length: 17_000 }, (_, index) => flight(index + 1)) });
    open();
    await screen.findByText('AA 1');
    expect(grid().getAttribute('aria-rowcount')).toBe('17001');
    expect(rows().length).toBeLessThan(60);
    expect(screen.getByText(/of 17,000, earliest first/)).toBeTruthy();
    fireEvent.keyDown(grid(), { key: 'End' });
    expect(useBoard.getState().selected).toBe('17000');
    // The chosen row is in the page, so that the grid can point at it.
    expect(document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')).toBeTruthy();
    expect(rows().length).toBeLessThan(90);
  });
});

describe('search', () => {
  it('is begun by a command and shows itineraries, cheapest first', async () => {
    await openSearch();
    expect(hub.callersOf('flights.search')).toEqual(['person']);
    expect(hub.inputsOf('flights.search')).toMatchObject([{ from: 'JFK', to: 'LAX', date: '2026-11-21', adults: 1, sort: 'price' }]);
    expect(flights()).toEqual(['DL 465, DL 1655', 'VX 407', 'AA 10']);
    expect(screen.getByText('1 to 3 of 3, cheapest first')).toBeTruthy();
    expect(rows()[0]?.textContent).toContain('ATL 1 h 04');
    expect(document.activeElement).toBe(grid());
  });

  it('says how many more there are', async () => {
    hub.gives('flights.search', found([VIA, DIRECT], { more: 37 }));
    await openSearch();
    expect(screen.getByText('1 to 2 of 2, cheapest first, and 37 more')).toBeTruthy();
  });

  it('shows a refusal with what would work, recovers, and keeps a list that is there (twelve passengers emptied the screen)', async () => {
    hub.answers('flights.search', () => refused('PLACE_UNKNOWN'));
    open({ from: 'JFK', to: 'XQX', date: '2026-11-21' });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('No airport or city is called XQX.Check the three letters, or search by name.');
    expect(screen.queryByRole('grid')).toBeNull();
    hub.gives('flights.search', found([DIRECT]));
    await user.click(screen.getByRole('button', { name: 'Search' }));
    expect(await screen.findByText('VX 407')).toBeTruthy();
    hub.answers('flights.search', () => refused('PLACE_UNKNOWN'));
    await user.click(screen.getByRole('button', { name: 'Search' }));
    expect((await screen.findByRole('alert')).textContent).toContain('No airport or city');
    expect(flights()).toEqual(['VX 407']);
  });

  it('reads date, party and hours as they are typed, and Enter searches', async () => {
    await openSearch();
    const type = async (name: string, text: string) => {
      await user.clear(screen.getByRole('textbox', { name }));
      await user.type(screen.getByRole('textbox', { name }), text);
    };
    await type('Date, local', '24nov');
    await type('Passengers', '2+1+1');
    await type('Leaves', '8-12');
    await user.keyboard('{Enter}');
    expect(hub.inputsOf('flights.search').at(-1)).toMatchObject({
      date: '2026-11-24',
      adults: 2,
      children: 1,
      leavesFrom: 480,
      leavesTo: 720,
    });
    // Prices are for the party, and the head says so.
    expect((await screen.findAllByText('USD for 3')).length).toBeGreaterThan(0);
    expect(rows()[1]?.textContent).toContain('300.00');
  });

  it.each([
    ['tomorrow', '2026-11-22'],
    ['+1', '2026-11-22'],
    ['{ArrowUp}{ArrowUp}', '2026-11-23'],
  ])('takes %s as a date', async (typed, date) => {
    await openSearch();
    await user.click(screen.getByRole('textbox', { name: 'Date, local' }));
    if (!typed.startsWith('{')) await user.clear(screen.getByRole('textbox', { name: 'Date, local' }));
    await user.keyboard(`${typed}{Enter}`);
    expect(hub.inputsOf('flights.search').at(-1)?.date).toBe(date);
  });

  it('asks nothing while a field holds what cannot be read, and says what can', async () => {
    await openSearch();
    const date = screen.getByRole('textbox', { name: 'Date, local' });
    await user.clear(date);
    await user.type(date, '99foo{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('write 24NOV, today, tomorrow or +1');
    expect(hub.inputsOf('flights.search')).toHaveLength(1);
    expect(document.activeElement).toBe(date);
    // The list of the question before stays.
    expect(flights()).toHaveLength(3);
  });

  it('wants a place of departure for a route, and somebody to fly', async () => {
    await openSearch();
    await user.clear(screen.getByRole('combobox', { name: 'From' }));
    await user.click(screen.getByRole('button', { name: 'Search' }));
    expect((await screen.findByRole('alert')).textContent).toContain('From: an airport or a city is needed');
    await user.type(screen.getByRole('combobox', { name: 'From' }), 'jfk');
    await user.clear(screen.getByRole('textbox', { name: 'Passengers' }));
    await user.type(screen.getByRole('textbox', { name: 'Passengers' }), '0');
    await user.click(screen.getByRole('button', { name: 'Search' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Passengers: at least one is needed');
  });

  it('takes three letters typed faster than their name is found', async () => {
    open();
    await screen.findByText('AA 1');
    await user.type(screen.getByRole('combobox', { name: 'To' }), 'lax{Enter}');
    expect(await screen.findByText('VX 407')).toBeTruthy();
    expect(hub.inputsOf('flights.search').at(-1)).toMatchObject({ from: 'JFK', to: 'LAX' });
  });

  it('offers less to ask for when nothing is found, and goes to the list that has found it (the focus fell into the search line)', async () => {
    hub.answers('flights.search', ({ date }) => accept(found(date === '2026-11-22' ? [DIRECT] : [])));
    open({ from: 'JFK', to: 'LAX', date: '2026-11-21' });
    await user.click(await screen.findByRole('button', { name: 'Allow two stops' }));
    expect(hub.inputsOf('flights.search').at(-1)?.maxStops).toBe(2);
    await user.click(screen.getByRole('button', { name: 'Sun 22 Nov' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('grid', { name: /^JFK to LAX/ })));
  });

  it('drops an answer that a newer question has overtaken', async () => {
    await openSearch();
    let answerFirst: () => void = () => undefined;
    hub.answers('flights.search', ({ to }) =>
      to === 'SFO'
        ? new Promise((resolve) => {
            answerFirst = () => resolve(accept(found([LATE])));
          })
        : accept(found([DIRECT])),
    );
    act(() => wish({ to: 'SFO' }));
    const first = search();
    act(() => wish({ to: 'LAX' }));
    await act(async () => void (await search()));
    answerFirst();
    expect(await first).toBe(false);
    expect(flights()).toEqual(['VX 407']);
  });
});

describe('keys', () => {
  it('S goes on to the next order, which the hub gives', async () => {
    await openSearch();
    for (const sort of ['departure', 'duration', 'stops', 'carrier', 'aircraft', 'price']) {
      await user.keyboard(`s${ACTED}`);
      expect(hub.inputsOf('flights.search').at(-1)?.sort).toBe(sort);
    }
    await user.click(screen.getByRole('button', { name: 'Elapsed' }));
    expect(screen.getByRole('columnheader', { name: /Elapsed/ }).getAttribute('aria-sort')).toBe('ascending');
  });

  it('D asks for direct flights alone, and again for all', async () => {
    await openSearch();
    await user.keyboard(`d${ACTED}`);
    expect(hub.inputsOf('flights.search').at(-1)?.maxStops).toBe(0);
    await user.keyboard(`d${ACTED}`);
    expect(hub.inputsOf('flights.search').at(-1)?.maxStops).toBe(1);
  });

  it('arrows move the chosen row, Enter opens its seats in the cabin that is sold', async () => {
    await openSearch();
    await user.keyboard('{ArrowDown}');
    expect(chosen()?.textContent).toContain('VX 407');
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(chosen()?.textContent).toContain('DL 465');
    await user.keyboard('{Enter}');
    expect(useNavigation.getState().screen).toEqual({ name: 'flight', flightIds: [8, 9], cabin: 'Y', adults: 1, children: 0 });
  });

  it('a press on a cabin opens that cabin', async () => {
    await openSearch();
    const cabin = rows()[1]?.querySelector('[data-cabin="J"]');
    await user.click(cabin as Element);
    expect(useNavigation.getState().screen).toMatchObject({ flightIds: [7], cabin: 'J' });
  });

  it('letters are letters while a field has the focus, and nothing works behind a lock', async () => {
    await openSearch();
    await user.type(screen.getByRole('textbox', { name: 'Leaves' }), 'sdp');
    expect(hub.inputsOf('flights.search')).toHaveLength(1);
    expect(useBoard.getState().pins).toHaveLength(0);
    grid().focus();
    act(() => useSession.setState({ locked: true }));
    await user.keyboard('s{Enter}');
    expect(hub.inputsOf('flights.search')).toHaveLength(1);
    expect(useNavigation.getState().screen.name).toBe('board');
  });
});

describe('compare', () => {
  const panel = () => screen.getByRole('region', { name: 'Compare' });

  it('puts pinned rows side by side and says how they differ', async () => {
    await openSearch();
    await user.keyboard(' ');
    expect(panel().textContent).toContain('pin another row to compare them');
    await user.keyboard('{ArrowDown} ');
    expect(within(panel()).getByText('Compare two itineraries')).toBeTruthy();
    expect(panel().textContent).toContain('minimum 0 h 30');
    const against = within(panel()).getByText('2 against 1').closest('tr');
    expect(against?.textContent).toContain('one stop fewer');
    expect(against?.textContent).toContain('+20.00');
    expect(within(panel()).getAllByText('better', { exact: false }).length).toBeGreaterThan(0);
    await user.keyboard(`2${ACTED}`);
    expect(useNavigation.getState().screen).toMatchObject({ name: 'flight', flightIds: [7] });
  });

  it('takes three and no fourth, a second Space takes a pin out, Esc all, and undo brings them back', async () => {
    hub.gives('flights.search', found([VIA, DIRECT, LATE, { ...LATE, key: '11', flights: [flight(11)] }]));
    await openSearch();
    await user.keyboard(' {ArrowDown} {ArrowDown} {ArrowDown} ');
    expect(useBoard.getState().pins).toHaveLength(3);
    expect(screen.getByText('3 itineraries are pinned. Take a pin out first.')).toBeTruthy();
    await user.keyboard('{ArrowUp} ');
    expect(useBoard.getState().pins).toHaveLength(2);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: 'Compare' })).toBeNull();
    act(undoLast);
    expect(useBoard.getState().pins).toHaveLength(2);
  });
});

describe('live', () => {
  const sold = () =>
    bookingEvent(101, 'booking.confirmed', {
      desk: 'T1-02',
      legs: [{ flightId: 7, cabin: 'Y', seats: ['7A', '7B'], authorised: SEATS, held: 0, sold: 42 }],
    });

  it('a sale elsewhere changes its row where it stands, marks it for ten seconds, and brings the new price', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    setServerNow(NOON);
    await openSearch();
    hub.gives('flights.find', {
      flights: [flight(7, { flight: 'VX 407', carrier: 'VX', cabins: [load('Y', { sold: 42, price: 60_00 })] })],
    });
    act(() => hub.tell(sold()));
    const row = () => rows()[1];
    expect(row()?.textContent).toMatch(/ ?2 sold, \d s/);
    expect(row()?.textContent).toContain(`${SEATS - 42} free of ${SEATS}`);
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(screen.getByText(/1 row changed in the last 10 s/)).toBeTruthy();
    expect(hub.inputsOf('flights.find')).toEqual([{ carrier: 'VX', number: 407, date: '2026-11-21' }]);
    // Cheaper than the first row now, and still where it was.
    expect(row()?.textContent).toContain('60.00');
    expect(row()?.textContent).toContain('down 40.00 per passenger');
    expect(flights()).toEqual(['DL 465, DL 1655', 'VX 407', 'AA 10']);
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(row()?.textContent).not.toMatch(/2 sold, \d+ s/);
    expect(screen.queryByText(/changed in the last/)).toBeNull();
  });

  it('asks nothing for flights that are not on the board', async () => {
    await openSearch();
    vi.useFakeTimers();
    act(() =>
      hub.tell(
        bookingEvent(101, 'hold.placed', { legs: [{ flightId: 999, cabin: 'Y', seats: ['7A'], authorised: SEATS, held: 1, sold: 0 }] }),
      ),
    );
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(hub.inputsOf('flights.find')).toEqual([]);
  });
});

describe('coming back', () => {
  it('keeps list, row and pins, asks again when they are old, and does not follow its command twice', async () => {
    const page = await openSearch();
    await user.keyboard('{ArrowDown} ');
    page.unmount();
    const { followed } = useBoard.getState();
    expect(followed).not.toBeNull();
    const again = render(<BoardScreen screen={followed as never} />);
    expect(chosen()?.textContent).toContain('VX 407');
    expect(hub.inputsOf('flights.search')).toHaveLength(1);
    again.unmount();
    setServerNow(NOON + MINUTE_MS);
    render(<BoardScreen screen={followed as never} />);
    expect(hub.inputsOf('flights.search')).toHaveLength(2);
    expect(useBoard.getState().pins).toHaveLength(1);
  });

  it('forgets everything when another person signs in', async () => {
    open();
    await screen.findByText('AA 1');
    await user.type(screen.getByRole('textbox', { name: 'Passengers' }), '4');
    await user.keyboard('{Tab}{Tab}{Tab}{Tab}{Tab}{Enter}');
    grid().focus();
    await user.keyboard(' ');
    act(() => useSession.setState({ session: { user: 'osei', display: 'Mercy Osei', role: 'supervisor', desk: 'T1-04' } }));
    expect(useBoard.getState().pins).toEqual([]);
    expect(useBoard.getState().wishes.adults).toBe(1);
    expect(await screen.findByText('AA 1')).toBeTruthy();
  });
});
