import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../../main/actor.ts';
import { crossCheck } from '../../../main/store/checks/cross-check.ts';
import type { Input } from '../../../shared/contract.ts';
import { MINUTE_MS } from '../../../shared/instants.ts';
import type { BookingView } from '../../../shared/methods/booking-view.ts';
import type { RefusalCode } from '../../../shared/refusals.ts';
import { addDueHolds } from '../support/bare-holds.ts';
import { openOversoldFlight } from '../support/oversold-hub.ts';
import { ANA, adult, type Confirm, codeOf, JONAS, openTestHub, sale, value } from '../support/test-hub.ts';

type Passenger = Confirm['passengers'][number];
const name = (surname: string, given: string, more: Partial<Passenger> = {}): Passenger => ({
  type: 'ADT',
  surname,
  given,
  title: 'MR',
  birthDate: null,
  with: null,
  ...more,
});

async function withHold(seats: string[] = ['15A'], passengers?: Input<'holds.place'>['passengers']) {
  const store = await openTestHub();
  const flight = await store.addFlight();
  await store.addVouchers();
  const held = value(await store.hold(flight.id, seats, passengers ? { passengers } : {}));
  return {
    ...store,
    flight,
    held,
    confirm: (more: Partial<Confirm> = {}, actor = ANA) =>
      store.hub.change('payments.confirm', { ...sale(held, more), approved: [] }, actor, store.requestId()),
  };
}

describe('confirming', () => {
  test('turns the hold into a booking with names, money and sold seats in one step', async () => {
    const store = await withHold(['15A', '15B']);
    const booking = value(await store.confirm({ tenders: [{ kind: 'cash', amount: 200_00, given: 250_00 }] }));
    expect(booking).toMatchObject({ state: 'CONFIRMED', locator: store.held.locator, total: 200_00 });
    expect(booking.passengers.map((passenger) => passenger.name)).toEqual(['PETROV/ELENA A MS', 'PETROV/ELENA B MS']);
    expect(booking.tenders).toMatchObject([{ kind: 'cash', amount: 200_00, given: 250_00 }]);
    expect(await store.counters(store.flight.id)).toMatchObject([{ held: 0, sold: 2 }]);
    expect(await store.claims(store.flight.id)).toEqual(['15A', '15B']);
  });

  test('keeps the passport spelling beside the host form', async () => {
    const store = await withHold();
    const booking = value(await store.confirm({ passengers: [name('Sze-To', 'Chíma Mei', { title: 'MS' })] }));
    expect(booking.passengers).toMatchObject([{ name: 'SZETO/CHIMA MEI MS', surname: 'Sze-To', given: 'Chíma Mei' }]);
  });

  test.each<[string, Partial<Passenger>, string]>([
    ['a surname of one letter', { surname: 'O', given: 'Cédric' }, 'OO/CEDRIC MR'],
    ['a single name', { surname: 'Suharto', given: 'FNU' }, 'SUHARTO/FNU MR'],
    ['another script', { surname: '李', given: '小龙', host: { surname: 'LI', given: 'XIAOLONG' } }, 'LI/XIAOLONG MR'],
    ['letters that Unicode does not take apart', { surname: 'Ħalĳ', given: 'Ŋ' }, 'HALIJ/N MR'],
  ])('%s was refused before, and stands on the booking in host form now', async (_what, spelling, text) => {
    const store = await withHold();
    const named = name(spelling.surname ?? '', spelling.given ?? '', spelling);
    const booking = value(await store.confirm({ passengers: [named] }));
    expect(booking.passengers).toMatchObject([{ name: text, surname: named.surname, given: named.given }]);
    const { booking: kept } = value(await store.hub.ask('bookings.get', { bookingId: booking.bookingId }, ANA));
    expect(kept.passengers).toEqual(booking.passengers);
  });

  test('the refusal of a name says whose it is and what would work', async () => {
    const store = await withHold(['15A', '15B']);
    const refused = await store.confirm({ passengers: [name('Okafor', 'Chima'), name('Suharto', '')] });
    expect(refused.ok ? '' : `${refused.refusal.message} ${refused.refusal.next}`).toBe(
      'Adult 2: the given name is missing. Write it as SUHARTO/FNU MR.',
    );
  });

  test('takes cash, card and voucher together, to the cent', async () => {
    const store = await withHold();
    const tenders: Confirm['tenders'] = [
      { kind: 'cash', amount: 33_33, given: 40_00 },
      { kind: 'card', amount: 33_33, approvalCode: '083914', testCard: null },
      { kind: 'voucher', amount: 33_34, voucher: 'VQ8H2K' },
    ];
    expect(value(await store.confirm({ tenders })).tenders.map(({ amount }) => amount)).toEqual([33_33, 33_33, 33_34]);
  });

  test('ends with the deadline, to the millisecond', async () => {
    const before = await withHold();
    before.clock.advance(5 * MINUTE_MS - 1);
    expect(codeOf(await before.confirm())).toBe('ok');
    const at = await withHold();
    at.clock.advance(5 * MINUTE_MS);
    expect(codeOf(await at.confirm())).toBe('HOLD_EXPIRED');
  });

  test('an infant sits with its own adult', async () => {
    const store = await withHold(['15A', '15B'], [adult, { ...adult, infant: true }]);
    const infant = name('Okafor', 'Ife', { type: 'INF', title: 'MISS', birthDate: '2026-01-02', with: 1 });
    const booking = value(await store.confirm({ passengers: [name('Okafor', 'Chima'), name('Okafor', 'Adaeze'), infant] }));
    expect(booking.passengers[2]).toMatchObject({ type: 'INF', with: 1 });
  });

  test('answers with the booking as it is read from then on', async () => {
    const store = await withHold(['15A', '15B'], [adult, { ...adult, infant: true }]);
    const infant = name('Okafor', 'Ife', { type: 'INF', title: 'MISS', birthDate: '2026-01-02', with: 1 });
    const sold = await store.confirm(
      {
        passengers: [name('Sze-To', 'Chíma'), name('Okafor', 'Adaeze', { birthDate: '1990-02-28' }), infant],
        tenders: [
          { kind: 'cash', amount: 100_00, given: 150_00 },
          { kind: 'card', amount: 60_00, approvalCode: '083914', testCard: null },
          { kind: 'voucher', amount: 40_00, voucher: 'VQ8H2K' },
        ],
        contact: { phone: '', email: 'ife@example.com', askedBy: 'Chíma' },
      },
      { ...ANA, user: 'weber' },
    );
    const read = value(await store.hub.ask('bookings.get', { bookingId: store.held.bookingId }, ANA));
    expect(value(sold)).toEqual(read.booking);
    expect(read.booking).toMatchObject({
      ...{
        user: 'ruiz',
        sale: { user: 'weber', desk: 'T1-04', at: store.clock.now() },
        expiresAt: null,
        version: 2,
        statuses: [['HK', 'HK']],
      },
      contact: { phone: '', email: 'ife@example.com', askedBy: 'Chíma' },
    });
  });
});

describe('confirming is refused', () => {
  const infant = name('Okafor', 'Ife', { type: 'INF', birthDate: '2026-01-02', with: 0 });
  test.each<[RefusalCode, string, Partial<Confirm>]>([
    ['PASSENGERS_MISMATCH', 'a name too many', { passengers: [name('Petrov', 'Elena'), name('Petrov', 'Mark')] }],
    ['PASSENGERS_MISMATCH', 'another type than held', { passengers: [name('Petrov', 'Lea', { type: 'CHD', birthDate: '2018-01-01' })] }],
    ['PASSENGERS_MISMATCH', 'an infant that was not held', { passengers: [name('Okafor', 'Chima'), infant] }],
    ['NAME_INVALID', 'a surname without letters', { passengers: [name('李', 'Mei')] }],
    [
      'NAME_INVALID',
      'a host form that is too long',
      { passengers: [name('李', 'Mei', { host: { surname: 'L'.repeat(40), given: 'M'.repeat(18) } })] },
    ],
    ['NAME_INVALID', 'no given name', { passengers: [name('Petrov', '  ')] }],
    ['NAME_INVALID', 'a name of 59 signs', { passengers: [name('P'.repeat(30), 'E'.repeat(25), { title: 'MR' })] }],
    ['AGE_MISMATCH', 'an adult of 11', { passengers: [name('Petrov', 'Lea', { birthDate: '2015-06-01' })] }],
    ['AGE_MISMATCH', 'somebody not yet born', { passengers: [name('Petrov', 'Lea', { birthDate: '2027-06-01' })] }],
    ['CONTACT_MISSING', 'neither phone nor e-mail', { contact: { phone: '', email: '', askedBy: 'E. Petrov' } }],
    ['TENDERS_MISMATCH', 'a cent short', { tenders: [{ kind: 'cash', amount: 99_99, given: 100_00 }] }],
    ['TENDERS_MISMATCH', 'a cent over', { tenders: [{ kind: 'cash', amount: 100_01, given: 101_00 }] }],
    ['CASH_SHORT', 'less cash than it pays', { tenders: [{ kind: 'cash', amount: 100_00, given: 99_99 }] }],
    [
      'VOUCHER_TWICE',
      'one voucher twice',
      {
        tenders: [
          { kind: 'voucher', amount: 50_00, voucher: 'VQ8H2K' },
          { kind: 'voucher', amount: 50_00, voucher: 'VQ8H2K' },
        ],
      },
    ],
  ])('%s: %s', async (code, _what, more) => {
    const store = await withHold();
    expect(codeOf(await store.confirm(more))).toBe(code);
    expect(await store.counters(store.flight.id)).toMatchObject([{ held: 1, sold: 0 }]);
    expect(codeOf(await store.confirm()), 'the hold is still good').toBe('ok');
    expect(store.reports).toEqual([]);
  });

  test('HOLD_OF_OTHER_DESK, then HOLD_ENDED once it is sold', async () => {
    const store = await withHold();
    expect(codeOf(await store.confirm({}, JONAS))).toBe('HOLD_OF_OTHER_DESK');
    value(await store.confirm());
    expect(codeOf(await store.confirm())).toBe('HOLD_ENDED');
  });

  test('EXIT_ROW_TOO_YOUNG when the birth date makes an adult of 12 to 14', async () => {
    const store = await openTestHub();
    const flight = await store.addFlight();
    const exit = store.reference.seatPlan('a320')?.seats.find((seat) => seat.exit && seat.sellable)?.seat ?? '';
    const held = value(await store.hold(flight.id, [exit], { exitRowConfirmed: true }));
    const passengers = [name('Petrov', 'Lea', { birthDate: '2013-01-01' })];
    const reply = await store.hub.change('payments.confirm', { ...sale(held, { passengers }), approved: [] }, ANA, store.requestId());
    expect(codeOf(reply)).toBe('EXIT_ROW_TOO_YOUNG');
  });
});

test('a late payment takes its seat again from a hold that is past its time and waits for the sweep, where it read PAYMENT_TOO_LATE before', async () => {
  const store = await withHold();
  const tenders: Confirm['tenders'] = [{ kind: 'card', amount: store.held.total, approvalCode: null, testCard: 'approve' }];
  const paid = sale(store.held, { tenders });
  const charges = [{ reference: 'card-1', amount: store.held.total }];
  value(await store.hub.change('payments.begin', { ...paid, charges, terminal: true }, ANA, store.requestId()));
  store.clock.advance(5 * MINUTE_MS);
  const other = value(await store.hold(store.flight.id, ['15A'], {}, JONAS));
  await addDueHolds(store, store.clock.now() + 1);
  store.clock.advance(5 * MINUTE_MS);
  const approved = [{ tender: 0, reference: 'card-1', approvalCode: '071642' }];
  expect(codeOf(await store.hub.change('payments.confirm', { ...paid, approved }, ANA, store.requestId()))).toBe('ok');
  expect(await store.counters(store.flight.id)).toMatchObject([{ held: 0, sold: 1 }]);
  expect(value(await store.hub.ask('bookings.get', { bookingId: other.bookingId }, JONAS)).booking.state).toBe('EXPIRED');
  expect(store.reports).toEqual([]);
});

test('who was held above the seats and is paid late gets one that came free meanwhile (they stayed without a seat beside free ones)', async () => {
  const store = await openOversoldFlight({ over: 1 });
  await store.fill();
  value(await store.hold(store.flight.id, ['1A', '1C', '1D']));
  const held = value(
    await store.hold(store.flight.id, [], { legs: [{ flightId: store.flight.id, cabin: 'Y', seats: 'over' }], passengers: [adult] }),
  );
  const paid = sale(held, { tenders: [{ kind: 'card', amount: held.total, approvalCode: null, testCard: 'approve' }] });
  const charges = [{ reference: 'card-1', amount: held.total }];
  value(await store.hub.change('payments.begin', { ...paid, charges, terminal: true }, ANA, store.requestId()));
  store.clock.advance(10 * MINUTE_MS);
  value(await store.hub.change('holds.expireDue', {}, SYSTEM, null));
  const approved = [{ tender: 0, reference: 'card-1', approvalCode: '071642' }];
  const sold = value(await store.hub.change('payments.confirm', { ...paid, approved }, ANA, store.requestId())) as BookingView;
  expect(sold.legs).toMatchObject([{ seats: [expect.stringMatching(/^1[ACD]$/)] }]);
  expect(await store.legOf(sold)).toEqual([`B6 101 ${sold.legs[0]?.seats[0]}`]);
  expect(await crossCheck(store.db)).toBeUndefined();
});
