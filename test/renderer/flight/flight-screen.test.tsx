import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useBridge as connect, feed } from '../../../renderer/client/client.ts';
import { useSession } from '../../../renderer/client/session-store.ts';
import { FlightScreen } from '../../../renderer/flight/flight-screen.tsx';
import { Announcer } from '../../../renderer/parts/announcer.tsx';
import { Toasts } from '../../../renderer/parts/toast.tsx';
import { followSale } from '../../../renderer/sale/follow-sale.ts';
import { dispatch, useSale } from '../../../renderer/sale/sale-store.ts';
import { usePointer } from '../../../renderer/seats/pointer-store.ts';
import { forgetQuotes } from '../../../renderer/seats/quote-store.ts';
import { setServerNow } from '../../../renderer/stores/clock-store.ts';
import { connectionLive, connectionStale } from '../../../renderer/stores/connection-store.ts';
import { go, startOver, useNavigation } from '../../../renderer/stores/navigation-store.ts';
import { assert } from '../../../shared/assert.ts';
import type { Input } from '../../../shared/contract.ts';
import { instant } from '../../../shared/instants.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { Tender } from '../../../shared/methods/tenders.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { best, quote, sales, seatMapAnswer } from '../seats/seat-map-answer.ts';
import { ACTED } from '../support/acted.ts';
import { atOnce } from '../support/at-once.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { bookingEvent, hold, hubState, LOCATOR, NOON, refused, settings, signedIn, sold } from '../support/samples.ts';

type Sale = (typeof sales)[number];

const BEST = best.choices[0]?.seats[0] ?? '';
const FARE = quote.fare;
const { authorised: SEATS = 0 } = seatMapAnswer().flight.cabins[0] ?? {};

/** The hold and the sale of the run that has the same seats on the same flights. */
const saleOf = (legs: Input<'holds.place'>['legs']): Sale => {
  const seats = (of: readonly Pick<(typeof legs)[number], 'flightId' | 'seats'>[]) =>
    of.map(({ flightId, seats: [seat] }) => `${flightId}:${seat}`).join();
  const found = sales.find(({ held }) => seats(held.legs) === seats(legs));
  assert(found, `the run sold nobody ${seats(legs)}`);
  return found;
};

function Shown() {
  const { screen: at } = useNavigation();
  return at.name === 'flight' ? <FlightScreen screen={at} /> : <p>Board</p>;
}

describe('flight screen', () => {
  let hub: FakeBridge;
  let held: BookingView;
  let stopFollowing: () => void;
  const user = userEvent.setup();

  beforeEach(() => {
    setServerNow(NOON);
    hub = new FakeBridge()
      .answers('flights.seatMap', ({ flightId }) => accept(seatMapAnswer({}, flightId)))
      .gives('pricing.quote', quote)
      .gives('settings.get', settings)
      .gives('flights.bestSeats', best)
      .answers('holds.place', ({ legs }) => {
        ({ held } = saleOf(legs));
        return accept(held);
      })
      .answers('bookings.get', () => accept({ booking: held, history: [], version: 100 }))
      .answers('bookings.confirm', () => accept(saleOf(held.legs).sold));
    connect(hub, atOnce);
    stopFollowing = followSale();
    feed.start(100);
    const state = hubState();
    useSession.setState({ state, session: signedIn, locked: false });
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    cleanup();
    stopFollowing();
    startOver();
    useSale.setState({ sale: null, opened: null, problem: null, notice: '', parked: {} });
    usePointer.setState({ current: {}, shown: null });
    forgetQuotes();
    useSession.setState({ state: null, session: null, locked: false });
  });

  async function open(at: Partial<Extract<ReturnType<typeof useNavigation.getState>['screen'], { name: 'flight' }>> = {}) {
    go({ name: 'flight', flightIds: [7], adults: 1, ...at });
    render(
      <>
        <Shown />
        <Announcer />
      </>,
    );
    await screen.findByRole('grid');
    await act(async () => undefined);
  }
  const seat = (name: RegExp) => screen.getByRole('gridcell', { name });
  const focused = () => document.activeElement?.id;

  it('sells a seat to a walk-in by keyboard alone, in under 20 keys beside the name', async () => {
    await open();
    await waitFor(() => expect(document.activeElement?.getAttribute('data-seat')).toBe('1D'));
    let keys = 0;
    const press = async (text: string, counted = text.replace(/\{.*?\}/g, '.').length) => {
      keys += counted;
      await user.keyboard(text);
    };
    await press(`b${ACTED}`, 1);
    await waitFor(() => expect(document.activeElement?.getAttribute('data-seat')).toBe(BEST));
    await press('{Enter}');
    await waitFor(() => expect(focused()).toBe('sale-name-0'));
    await press('petrov/elena mrs', 0);
    await press('{Enter}');
    expect(focused()).toBe('sale-contact');
    await press('2125550148');
    await press('{Enter}');
    expect(focused()).toBe('sale-amount');
    // The second Enter of a hurried hand takes no money. C says that the cash is there.
    await press('{Enter}');
    expect(hub.inputsOf('bookings.confirm')).toEqual([]);
    await press('c{Enter}');
    await screen.findAllByText(/HK confirmed/);
    expect(keys).toBeLessThan(20);

    const [placed] = hub.inputsOf('holds.place');
    expect(placed).toMatchObject({
      legs: [{ flightId: 7, cabin: 'Y', seats: [BEST] }],
      passengers: [{ type: 'ADT' }],
      exitRowConfirmed: false,
    });
    const [confirmed] = hub.inputsOf('bookings.confirm');
    expect(confirmed).toMatchObject({
      passengers: [{ type: 'ADT', surname: 'Petrov', given: 'Elena', title: 'MRS' }],
      contact: { phone: '2125550148', email: '', askedBy: 'Elena Petrov' },
      tenders: [{ kind: 'cash', amount: FARE, given: FARE }],
    });
    expect(screen.getAllByText(LOCATOR).length).toBeGreaterThan(0);
    await press(`n${ACTED}`, 1);
    expect(useNavigation.getState().screen.name).toBe('board');
  });

  it('walks the seats with one tab stop and tells each in words', async () => {
    hub.gives(
      'flights.seatMap',
      seatMapAnswer({ taken: [{ seat: '2C', state: 'held-elsewhere', desk: 'T1-02', until: NOON + 190_000, locator: 'P2XW9R' }] }),
    );
    await open();
    expect(screen.getAllByRole('gridcell').filter((cell) => cell.tabIndex === 0)).toHaveLength(1);
    await user.click(seat(/^2 A,/));
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^2 C, economy, aisle, bulkhead, held by desk T1-02, 3 minutes/);
    expect(screen.getByRole('tooltip').textContent).toContain('desk T1-02');
    await user.keyboard(' ');
    expect(screen.getAllByText('2C is held by desk T1-02.').length).toBeGreaterThan(0);
    await user.keyboard('{ArrowUp}{End}');
    expect(document.activeElement?.getAttribute('data-seat')).toBe('2F');
    await user.keyboard('{Escape}');
    expect(useSale.getState().sale?.legs[0]?.seats).toEqual([null]);
  });

  it('asks for the best seats by a wish, and goes on with that wish', async () => {
    hub.answers('flights.bestSeats', ({ wish }) =>
      accept({
        choices: [{ seats: [wish === 'window' ? '12F' : '12C'], relaxed: wish === 'window' ? ['next to an exit row'] : [] }],
        mayHold: 9,
      }),
    );
    await open();
    await user.keyboard('b');
    await user.click(await screen.findByRole('radio', { name: 'Window' }));
    expect(await screen.findByText(/12F/, { selector: '.advice b' })).toBeTruthy();
    expect(screen.getByText(/best seat: next to an exit row/)).toBeTruthy();
    expect(hub.inputsOf('flights.bestSeats').map(({ wish }) => wish)).toEqual(['together', 'window']);
    expect(hub.inputsOf('flights.bestSeats')[0]?.party).toEqual([{ type: 'ADT', infant: false, assistance: false }]);
  });

  it('said that seats were free where the cabin may sell no more of them', async () => {
    hub.gives('flights.bestSeats', { choices: [], mayHold: 0 });
    await open();
    await user.keyboard('b');
    expect((await screen.findAllByText('This cabin may sell no more seats.')).length).toBeGreaterThan(0);
  });

  it('drops a chosen seat that another desk took, says so and offers the next best', async () => {
    await open();
    await user.click(seat(/^3 B,/));
    expect(seat(/^3 B,/).getAttribute('aria-selected')).toBe('true');
    const legs = [{ flightId: 7, cabin: 'Y' as const, seats: ['3B'], authorised: SEATS, held: 1, sold: 0 }];
    act(() => hub.tell({ ...bookingEvent(101, 'hold.placed', { bookingId: 9, locator: 'P2XW9R', desk: 'T1-02', legs }), desk: 'T1-02' }));
    await screen.findByText(/Take/);
    expect(screen.getAllByText(/3B went to desk T1-02/).length).toBeGreaterThan(0);
    expect(seat(/^3 B,.*held by desk T1-02/).getAttribute('aria-selected')).toBe('false');
    expect(seat(new RegExp(`^${BEST.slice(0, -1)} ${BEST.slice(-1)},.*next best`))).toBeTruthy();
    await user.keyboard(`b${ACTED}`);
    expect(useSale.getState().sale?.legs[0]?.seats).toEqual([BEST]);
  });

  it('names the seat in the way when the hold is refused, and takes the next best with one key', async () => {
    hub.answers('holds.place', () => refused('SEAT_HELD'));
    await open();
    await user.click(seat(/^3 B,/));
    await user.keyboard('{Enter}');
    expect((await screen.findByRole('alert')).textContent).toMatch(/Seat 3B on AA 185 is held by desk T1-02 until 07:05:00 JFK/);
    await user.keyboard(`b${ACTED}`);
    expect(useSale.getState().sale?.legs[0]?.seats).toEqual([refused('SEAT_HELD').refusal.details.nextBest].flat());
  });

  it('holds all flights of an itinerary at once', async () => {
    await open({ flightIds: [7, 8] });
    await user.keyboard(`b${ACTED}`);
    await waitFor(() => expect(useSale.getState().sale?.legs[0]?.seats).toEqual([BEST]));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('tab', { selected: true }).textContent).toContain('AA 186'));
    await waitFor(() => expect(document.activeElement?.id).toBe('seat-8-1D'));
    await user.keyboard(`b${ACTED}`);
    await waitFor(() => expect(useSale.getState().sale?.legs[1]?.seats).toEqual([BEST]));
    expect(hub.inputsOf('holds.place')).toHaveLength(0);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(focused()).toBe('sale-name-0'));
    expect(hub.inputsOf('holds.place')[0]?.legs.map(({ flightId, seats }) => [flightId, seats])).toEqual([
      [7, [BEST]],
      [8, [BEST]],
    ]);
  });

  it('asks for the spoken confirmation of an exit row, and refuses it to a child at once', async () => {
    hub.answers('holds.place', ({ legs, exitRowConfirmed }) => {
      if (!exitRowConfirmed) return refused('EXIT_ROW_UNCONFIRMED');
      ({ held } = saleOf(legs));
      return accept(held);
    });
    await open();
    await user.click(seat(/^12 A,/));
    await user.keyboard('{Enter}');
    const box = await screen.findByRole('checkbox', { name: /Said aloud/ });
    await waitFor(() => expect(document.activeElement).toBe(box));
    await user.keyboard(' {Enter}');
    await waitFor(() => expect(focused()).toBe('sale-name-0'));
    cleanup();
    await open({ adults: 0, children: 1 });
    await user.click(seat(/^12 A,/));
    expect(screen.getAllByText(/12A: exit row, and a child/).length).toBeGreaterThan(0);
    expect(useSale.getState().sale?.legs[0]?.seats).toEqual([null]);
  });

  it('says that the hold ended when the hub says so, and holds the same seats again', async () => {
    await open();
    await user.click(seat(/^3 B,/));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(focused()).toBe('sale-name-0'));
    await user.keyboard('petrov/elena mrs');
    const legs = [{ flightId: 7, cabin: 'Y' as const, seats: ['3B'], authorised: SEATS, held: 0, sold: 0 }];
    act(() => hub.tell(bookingEvent(101, 'hold.expired', { legs })));
    const again = await screen.findByRole('button', { name: /Hold 3B again/ });
    expect(document.activeElement).toBe(again);
    await waitFor(() => expect(again.getAttribute('aria-disabled')).toBeNull());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(hub.inputsOf('holds.place')).toHaveLength(2));
    await waitFor(() => expect(useSale.getState().sale?.stage).toBe('details'));
    expect(screen.getByLabelText<HTMLInputElement>('Name of adult 1').value).toBe('petrov/elena mrs');
  });

  /** A hold of this desk on the screen, which another console of the desk then sells. */
  async function soldElsewhere(tenders: readonly Tender[] = []) {
    held = hold();
    await open({ flightIds: [7], bookingId: 1 });
    for (const tender of tenders) act(() => dispatch({ do: 'addTender', tender }));
    held = sold();
    act(() => hub.tell(bookingEvent(101, 'booking.confirmed', { expiresAt: null })));
  }

  it('does not offer a hold for payment that another console of the desk has sold', async () => {
    await soldElsewhere();
    expect(screen.queryByRole('button', { name: /^Take|Confirm/ })).toBeNull();
    expect(screen.getByRole('heading', { name: 'Sold' })).toBeTruthy();
    expect(await screen.findByRole('rowheader', { name: sold().passengers[0]?.name ?? '' })).toBeTruthy();
    expect(hub.inputsOf('bookings.confirm')).toEqual([]);
  });

  it.each<[Tender[], string]>([
    [[], `${LOCATOR} is sold.`],
    [[{ kind: 'voucher', amount: FARE, voucher: 'V-100' }], `${LOCATOR} is sold.`],
    [[{ kind: 'cash', amount: FARE, given: FARE }], `${LOCATOR} is sold. Give back cash that was taken here and is not on the receipt.`],
  ])('says that a hold was sold elsewhere, and what becomes of %j', async (tenders, said) => {
    render(<Toasts />);
    await soldElsewhere(tenders);
    expect(await screen.findByText(said)).toBeTruthy();
  });

  it('lets the answer tell what its own confirmation came to, not the event that overtakes it', async () => {
    held = hold();
    await open({ flightIds: [7], bookingId: 1 });
    act(() => useSale.setState(({ sale }) => ({ sale: sale && { ...sale, busy: 'confirming' as const } })));
    act(() => hub.tell(bookingEvent(101, 'booking.confirmed', { expiresAt: null })));
    expect(useSale.getState().sale).toMatchObject({ stage: 'details', busy: 'confirming' });
  });

  it('brings a parked sale back no more once another console has sold its hold', async () => {
    held = hold();
    await open({ flightIds: [7], bookingId: 1 });
    await act(async () => go({ name: 'flight', flightIds: [8], adults: 1 }));
    expect(Object.keys(useSale.getState().parked)).toEqual(['1']);
    act(() => hub.tell(bookingEvent(101, 'hold.extended')));
    expect(Object.keys(useSale.getState().parked)).toEqual(['1']);
    act(() => hub.tell(bookingEvent(102, 'booking.confirmed', { expiresAt: null })));
    expect(useSale.getState().parked).toEqual({});
  });

  it('splits the price, shows what is due and the change, and tells when the card is declined', async () => {
    hub.answers('bookings.confirm', () => refused('PAYMENT_DECLINED'));
    held = hold();
    await open({ flightIds: [7], bookingId: 1 });
    await user.type(screen.getByLabelText('Name of adult 1'), 'petrov/elena');
    await user.type(screen.getByLabelText('Name of child 2'), 'petrov/lea');
    await user.type(screen.getByLabelText('Birth date of child 2'), '12MAR18');
    await user.type(screen.getByLabelText('Phone or e-mail'), 'e@example.com');
    const amount = screen.getByLabelText('Cash given');
    await user.type(amount, '600');
    expect(screen.getByText('21.80')).toBeTruthy();
    await user.clear(amount);
    await user.type(amount, '78.20{Enter}');
    await screen.findByText('500.00');
    await user.keyboard('{ArrowDown}{Enter}');
    await screen.findByText(/The card was declined: the bank refused the card/);
    expect(hub.inputsOf('bookings.confirm')[0]?.tenders).toEqual([
      { kind: 'cash', amount: 7_820, given: 7_820 },
      { kind: 'card', amount: 50_000, approvalCode: null, testCard: 'approve' },
    ]);
    expect(useSale.getState().sale?.stage, 'the seats stay for another tender').toBe('details');
  });

  it('lists seats by section, row and seat for those who cannot use a plan', async () => {
    await open();
    await user.keyboard(`l${ACTED}`);
    const list = screen.getByRole('region', { name: 'Seats as a list' });
    await user.click(within(list).getByRole('button', { name: /^1 D, economy/ }));
    expect(useSale.getState().sale?.legs[0]?.seats).toEqual(['1D']);
  });

  it('W says why this price in words for the passenger, by which policy, and until when it stands', async () => {
    await open();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Why this price, in words' })).toBeTruthy());
    await waitFor(() => expect(document.activeElement?.getAttribute('data-seat')).toBe('1D'));
    await user.keyboard(`w${ACTED}`);
    const told = within(await screen.findByRole('dialog', { name: 'Why this price' }));
    expect(told.getByText(/^(base|fixed fare, economy) \d.* USD$/)).toBeTruthy();
    expect(told.getByText(new RegExp(`^Policy v${quote.policy.version}`))).toBeTruthy();
    expect(told.getByText(/^This price stands until \d\d:\d\d:\d\d JFK\. A hold keeps it\.$/)).toBeTruthy();
  });

  it('asks for the price again when a policy is published that may price the flight', async () => {
    await open();
    const before = hub.inputsOf('pricing.quote').length;
    const data = { version: 2, scope: 'network' as const, origin: '', destination: '', flightId: null, validFrom: NOON, validTo: null };
    act(() => hub.tell({ event: 101, at: NOON, type: 'policy.published', user: 'osei', desk: 'T1-01', data }));
    await waitFor(() => expect(hub.inputsOf('pricing.quote').length).toBeGreaterThan(before));
  });

  it('draws one seat anew for one seat that moved', async () => {
    await open();
    const before = new Map(screen.getAllByRole('gridcell').map((cell) => [cell.getAttribute('data-seat'), cell.outerHTML]));
    const legs = [{ flightId: 7, cabin: 'Y' as const, seats: ['5F'], authorised: SEATS, held: 1, sold: 0 }];
    act(() => hub.tell({ ...bookingEvent(101, 'hold.placed', { bookingId: 9, desk: 'T1-02', legs }), desk: 'T1-02' }));
    const changed = screen.getAllByRole('gridcell').filter((cell) => cell.outerHTML !== before.get(cell.getAttribute('data-seat')));
    expect(changed.map((cell) => cell.getAttribute('data-seat'))).toEqual(['5F']);
    expect(changed[0]?.className).toContain('is-changed');
  });

  it('says why no seats come while the hub is away, and asks again by hand and when it is back', async () => {
    const there = seatMapAnswer();
    let away = true;
    hub.answers('flights.seatMap', () => (away ? refuse('HUB_UNREACHABLE') : accept(there)));
    act(() => connectionStale(instant(NOON)));
    go({ name: 'flight', flightIds: [7], adults: 1 });
    render(<Shown />);
    expect(screen.getByText(/The hub does not answer, so its seats cannot be shown/)).toBeTruthy();
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.getByRole('alert').textContent).toContain('The hub does not answer, so this flight cannot be shown.');
    await user.click(again);
    await screen.findByRole('button', { name: 'Try again' });
    expect(hub.inputsOf('flights.seatMap')).toHaveLength(2);
    away = false;
    act(() => connectionLive());
    await screen.findByRole('grid');
    expect(hub.inputsOf('flights.seatMap')).toHaveLength(3);
  });

  it('prints', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    hub.gives('bookings.recordPrint', { print: 1 });
    held = sold();
    await open({ bookingId: 1 });
    await user.keyboard(`p${ACTED}`);
    await waitFor(() => expect(print).toHaveBeenCalledOnce());
    expect(document.querySelector('body > .receipt')?.textContent).toContain(LOCATOR);
  });
});
