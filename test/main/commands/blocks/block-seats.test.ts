import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../../../main/actor.ts';
import { crossCheck } from '../../../../main/store/checks/cross-check.ts';
import type { FlightRow } from '../../../../main/store/tables/flights-table.ts';
import { UNDO_MS } from '../../../../shared/bounds.ts';
import type { Input } from '../../../../shared/contract.ts';
import type { JournalEvent } from '../../../../shared/events.ts';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/instants.ts';
import { ANA, adult, codeOf, JONAS, MERCY, openTestHub, sale, type TestHub, value } from '../../support/test-hub.ts';

let hub: TestHub;
let flight: FlightRow;
let told: JournalEvent[];
beforeEach(async () => {
  hub = await openTestHub();
  flight = await hub.addFlight();
  told = [];
  hub.hub.on((events) => told.push(...events));
});

type Block = Partial<Input<'seats.block'>>;
const block = (what: string, more: Block = {}, actor: Actor = MERCY) =>
  hub.hub.execute(
    'seats.block',
    { requestId: hub.requestId(), flightId: flight.id, what, cabin: null, code: 'INOP', remark: '', until: null, ...more },
    actor,
  );
const free = (what: string, more: Partial<Input<'seats.unblock'>> = {}, actor: Actor = MERCY) =>
  hub.hub.execute(
    'seats.unblock',
    { requestId: hub.requestId(), flightId: flight.id, what, cabin: null, code: null, reason: 'mended at the gate', ...more },
    actor,
  );
const blocks = async () => value(await hub.hub.ask('seats.blocks', { flightId: flight.id }, ANA));
const authorised = async () => (await hub.counters(flight.id))[0]?.authorised;
const sound = () => crossCheck(hub.db);

describe('a block', () => {
  test('takes a range of seats from sale at once, and the cabin may sell as many less', async () => {
    expect(value(await block('12-14 D', { remark: 'will not sit upright' }))).toEqual({
      ...{ flightId: flight.id, cabin: 'Y', seats: ['12D', '14D'], authorised: 176, held: 0, sold: 0 },
    });
    expect(await hub.claims(flight.id)).toEqual(['12D', '14D']);
    expect(await blocks()).toEqual({
      notUsable: 2,
      blocks: ['12D', '14D'].map((seat) => ({
        ...{ seat, cabin: 'Y', code: 'INOP', remark: 'will not sit upright', until: null },
        ...{ at: hub.clock.now(), user: 'osei', desk: 'T1-01' },
      })),
    });
    const refused = await hub.hold(flight.id, ['14D'], { exitRowConfirmed: true });
    expect(refused).toMatchObject({
      refusal: {
        code: 'SEAT_BLOCKED',
        message: expect.stringMatching(/^Seat 14D on B6 101 is blocked: INOP, not usable until repaired\.$/),
      },
    });
    const { taken } = value(await hub.hub.ask('flights.seatMap', { flightId: flight.id }, JONAS));
    expect(taken).toEqual(
      ['12D', '14D'].map((seat) => ({
        ...{ seat, state: 'blocked', desk: null, until: null, locator: null },
        blocks: [{ code: 'INOP', remark: 'will not sit upright', until: null }],
      })),
    );
    expect(await sound()).toBeUndefined();
  });

  test('is told to all consoles without its remark, which a person types', async () => {
    value(await block('14D', { remark: 'beside CHEN/MEI' }));
    expect(told).toMatchObject([
      { type: 'seats.blocked', data: { flightId: flight.id, cabin: 'Y', code: 'INOP', seats: ['14D'], until: null, authorised: 177 } },
    ]);
    expect(JSON.stringify(told)).not.toContain('CHEN');
  });

  test('of several codes on one seat takes it from stock once, shows the most severe, and the seat is free when the last is gone', async () => {
    value(await block('20A', { code: 'KEPT' }));
    expect(await authorised()).toBe(178);
    value(await block('20A', { code: 'TRIM' }));
    value(await block('20A', { code: 'INOP' }));
    expect(await authorised()).toBe(177);
    expect((await blocks()).blocks.map(({ code }) => code)).toEqual(['INOP', 'TRIM', 'KEPT']);
    value(await free('20A', { code: 'TRIM' }));
    expect(await authorised()).toBe(177);
    value(await block('20A', { code: 'CREW' }));
    value(await free('20A', { code: 'INOP' }));
    expect(await authorised()).toBe(177);
    expect(await hub.hold(flight.id, ['20A'])).toMatchObject({ refusal: { code: 'SEAT_BLOCKED', details: { code: 'CREW' } } });
    value(await free('20A', { code: 'CREW' }));
    expect(await authorised()).toBe(178);
    expect(await hub.claims(flight.id)).toEqual(['20A']);
    value(await free('20A'));
    expect(await hub.claims(flight.id)).toEqual([]);
    expect(await authorised()).toBe(178);
    expect(await sound()).toBeUndefined();
  });

  test('of seats that are held or sold is refused whole, and says who has them', async () => {
    const held = value(await hub.hold(flight.id, ['20B'], {}, JONAS));
    const sold = value(await hub.hold(flight.id, ['20C', '20D']));
    value(await hub.hub.change('payments.confirm', { ...sale(sold), approved: [] }, ANA, hub.requestId()));
    expect(await block('20')).toMatchObject({
      refusal: {
        code: 'BLOCK_TAKEN',
        message: `Nothing on B6 101 was blocked, because some of these seats are taken: 20B held by desk T2-11, 20C 20D sold as ${sold.locator}.`,
      },
    });
    expect(await block('20', { code: 'KEPT' }, JONAS)).toMatchObject({ refusal: { message: expect.stringMatching(/20C 20D sold\.$/) } });
    expect((await blocks()).blocks).toEqual([]);
    hub.clock.advance((held.expiresAt ?? 0) - hub.clock.now());
    value(await block('20B'));
    expect(await sound()).toBeUndefined();
  });

  test('and an authorisation by hand above the seats stays above them, and what is freed never adds a seat that was not taken', async () => {
    const authorise = (number: number, seen: number) =>
      hub.hub.execute(
        'pricing.authorise',
        { requestId: hub.requestId(), flightId: flight.id, cabin: 'Y', authorised: number, seen, reason: 'few turn up' },
        MERCY,
      );
    value(await authorise(182, 178));
    value(await block('14D'));
    expect(await authorised()).toBe(181);
    value(await free('14D'));
    expect(await authorised()).toBe(182);
    value(await authorise(1, 182));
    value(await block('14 D-F'));
    expect(await authorised()).toBe(0);
    value(await free('14 D-F'));
    expect(await authorised()).toBe(1);
    expect(await sound()).toBeUndefined();
  });

  test.each<[string, string, Block, Actor, string]>([
    ['seats from stock by an agent', '14D', {}, ANA, 'BLOCK_ROLE'],
    ['nonsense', 'front', {}, MERCY, 'BLOCK_SEATS'],
    ['a missing row', '13', {}, MERCY, 'BLOCK_SEATS'],
    ['a time that has passed', '14D', { until: 1 }, MERCY, 'BLOCK_UNTIL'],
    ['a time after departure', '14D', { until: Number.MAX_SAFE_INTEGER / 2_000 }, MERCY, 'BLOCK_UNTIL'],
    ['another flight', '14D', { flightId: 99 }, MERCY, 'FLIGHT_UNKNOWN'],
  ])('of %s is refused', async (_, what, more, actor, code) => {
    expect(codeOf(await block(what, more, actor))).toBe(code);
    expect(told).toEqual([]);
  });

  test('that stands already is refused alone, and left as it is among others', async () => {
    value(await block('14D'));
    expect(codeOf(await block('14D'))).toBe('BLOCK_THERE');
    expect(value(await block('14 D-F'))).toMatchObject({ seats: ['14E', '14F'], authorised: 175 });
  });
});

describe('who frees a seat', () => {
  test('is a supervisor with a reason; an agent is told who blocked it and why', async () => {
    value(await block('31F', { code: 'CREW' }));
    expect(await free('31F', {}, ANA)).toMatchObject({
      refusal: { code: 'BLOCK_OVERRIDE', message: '31F on B6 101 was blocked by osei: CREW, crew rest or travel.' },
    });
    expect(value(await free('31F', { reason: 'the crew sits elsewhere' }))).toMatchObject({ seats: ['31F'], authorised: 178 });
    expect(await hub.db.query('SELECT ended_by, ended_why, ended_reason FROM seat_blocks').all()).toEqual([
      { ended_by: 'osei', ended_why: 'freed', ended_reason: 'the crew sits elsewhere' },
    ]);
    expect(JSON.stringify(told)).not.toContain('elsewhere');
    value(await hub.hold(flight.id, ['31F']));
    expect(await sound()).toBeUndefined();
  });

  test('may be the desk that blocked it, within a minute', async () => {
    value(await block('20A, 20C', { code: 'KEPT' }, ANA));
    expect(codeOf(await free('20A', {}, JONAS))).toBe('BLOCK_OVERRIDE');
    value(await free('20A', {}, ANA));
    hub.clock.advance(UNDO_MS);
    expect(codeOf(await free('20C', {}, ANA))).toBe('BLOCK_OVERRIDE');
  });

  test('names seats that are blocked, else it is refused', async () => {
    value(await block('20A'));
    expect(await free('21')).toMatchObject({ refusal: { code: 'BLOCK_NONE' } });
    expect(await free('20A', { code: 'TRIM' })).toMatchObject({
      refusal: { code: 'BLOCK_NONE', message: 'None of 20A on B6 101 is blocked by TRIM.' },
    });
  });
});

describe('a code that sells its seat', () => {
  /** All seats but some are blocked, so that few are left. */
  const leave = async (...left: string[]) => {
    const all = (hub.reference.seatPlan('a320')?.seats ?? []).map(({ seat }) => seat).filter((seat) => !left.includes(seat));
    for (let at = 0; at < all.length; at += 16) value(await block(all.slice(at, at + 16).join(',')));
  };

  test('KEPT does so when the cabin has no other free seat', async () => {
    value(await block('20B', { code: 'KEPT' }, ANA));
    await leave('20A', '20B');
    expect(await hub.hold(flight.id, ['20B'])).toMatchObject({
      refusal: { code: 'SEAT_BLOCKED', details: { code: 'KEPT', nextBest: ['20A'] } },
    });
    const best = async (count: number) =>
      value(
        await hub.hub.ask('flights.bestSeats', { flightId: flight.id, cabin: 'Y', party: Array(count).fill(adult), wish: 'together' }, ANA),
      );
    expect((await best(1)).choices[0]?.seats).toEqual(['20A']);
    expect((await best(2)).choices[0]?.seats).toEqual(['20A', '20B']);
    value(await hub.hold(flight.id, ['20A', '20B']));
    expect(told.at(-2)).toMatchObject({ type: 'seats.unblocked', data: { seats: ['20B'], free: ['20B'], why: 'sold', code: 'KEPT' } });
    expect(await sound()).toBeUndefined();
  });

  test('KEPT does so for a party that names no seats, too, before anybody is sold without one', async () => {
    value(await block('20B', { code: 'KEPT' }, ANA));
    await leave('20B');
    const legs = [{ flightId: flight.id, cabin: 'Y' as const, seats: 'best' as const }];
    expect(value(await hub.hold(flight.id, [], { legs, passengers: [adult] })).legs[0]?.seats).toEqual(['20B']);
    expect(await sound()).toBeUndefined();
  });

  test('WCHC does so to a passenger who needs assistance', async () => {
    value(await block('20B', { code: 'WCHC' }, ANA));
    expect(await hub.hold(flight.id, ['20B'])).toMatchObject({ refusal: { code: 'SEAT_BLOCKED', details: { code: 'WCHC' } } });
    const passengers = [adult, { ...adult, assistance: true }];
    expect(codeOf(await hub.hold(flight.id, ['20B', '20A'], { passengers }))).toBe('SEAT_BLOCKED');
    value(await hub.hold(flight.id, ['20A', '20B'], { passengers }));
    expect(await sound()).toBeUndefined();
  });
});

test('a block ends at its time for whoever comes first, and the map shows the seat free from then on', async () => {
  const until = hub.clock.now() + HOUR_MS;
  value(await block('20A', { code: 'CREW', until }));
  hub.clock.advance(HOUR_MS - MINUTE_MS);
  expect(codeOf(await hub.hold(flight.id, ['20A']))).toBe('SEAT_BLOCKED');
  hub.clock.advance(MINUTE_MS);
  expect(value(await hub.hub.ask('flights.seatMap', { flightId: flight.id }, ANA)).taken).toEqual([]);
  value(await hub.hold(flight.id, ['20A']));
  expect(await hub.counters(flight.id)).toEqual([{ cabin: 'Y', authorised: 178, held: 1, sold: 0 }]);
  expect(await sound()).toBeUndefined();
});

test('a blocked seat is refused before a sold or held one and before an exit row, as the list of refusals has it', async () => {
  const second = await hub.addFlight();
  value(await hub.hold(flight.id, ['20A']));
  value(await block('14D'));
  expect(await hub.hold(flight.id, ['20A', '14D'], { exitRowConfirmed: true })).toMatchObject({
    refusal: { code: 'SEAT_BLOCKED', details: { seat: '14D' } },
  });
  expect(codeOf(await hub.hold(flight.id, ['14D', '14E']))).toBe('SEAT_BLOCKED');
  expect(second.id).toBe(2);
});

test('a freed seat goes to who waits for it before anybody else can hold it', async () => {
  value(await block('20A'));
  const all = (hub.reference.seatPlan('a320')?.seats ?? []).map(({ seat }) => seat).filter((seat) => seat !== '20A');
  for (let at = 0; at < all.length; at += 16) value(await block(all.slice(at, at + 16).join(','), { code: 'TRIM' }));
  const waiting = value(
    await hub.hub.execute(
      'waitlist.join',
      {
        ...{ requestId: hub.requestId(), flights: [flight.id], cabin: 'Y', passengers: [adult], name: 'CHEN/MEI LIN MS' },
        ...{ phone: '+1 646 555 0117', fareLimit: null, priority: 'normal', reason: '' },
      },
      JONAS,
    ),
  );
  expect(waiting.state).toBe('WAITING');
  value(await free('20A'));
  expect(told.slice(-3).map(({ type }) => type)).toEqual(['seats.unblocked', 'hold.placed', 'waitlist.offered']);
  expect(await hub.hold(flight.id, ['20A'])).toMatchObject({ refusal: { code: 'SEAT_HELD', details: { desk: JONAS.desk } } });
  expect(await sound()).toBeUndefined();
});

test('a seat whose block is over goes to who waits for it, also when an earlier flight of who asks is full (it was said to be free)', async () => {
  const full = await hub.addFlight({
    origin: flight.destination,
    destination: flight.origin,
    departs_at: flight.departs_at - 12 * HOUR_MS,
  });
  const closed = { requestId: hub.requestId(), flightId: full.id, cabin: 'Y' as const, authorised: 0, seen: 178, reason: 'an inspection' };
  value(await hub.hub.execute('pricing.authorise', closed, MERCY));
  value(await block('20A', { code: 'CREW', until: hub.clock.now() + HOUR_MS }));
  const all = (hub.reference.seatPlan('a320')?.seats ?? []).map(({ seat }) => seat).filter((seat) => seat !== '20A');
  for (let at = 0; at < all.length; at += 16) value(await block(all.slice(at, at + 16).join(','), { code: 'TRIM' }));
  const party = { flights: [flight.id], cabin: 'Y' as const, passengers: [adult], name: 'CHEN/MEI LIN MS', phone: '+1 646 555 0117' };
  const waits = { requestId: hub.requestId(), ...party, fareLimit: null, priority: 'normal' as const, reason: '' };
  expect(value(await hub.hub.execute('waitlist.join', waits, JONAS)).state).toBe('WAITING');
  const legs = [
    { flightId: full.id, cabin: 'Y' as const, seats: ['20A'] },
    { flightId: flight.id, cabin: 'Y' as const, seats: ['20A'], back: true as const },
  ];
  hub.clock.advance(HOUR_MS);
  expect(await hub.hold(flight.id, ['20A'], { legs })).toMatchObject({ refusal: { code: 'SEAT_HELD', details: { desk: JONAS.desk } } });
  expect(codeOf(await hub.hold(full.id, ['20A']))).toBe('CABIN_FULL');
  expect(await sound()).toBeUndefined();
});

describe('passengers without a seat', () => {
  const authorise = (number: number, seen: number) =>
    hub.hub.execute(
      'pricing.authorise',
      { requestId: hub.requestId(), flightId: flight.id, cabin: 'Y', authorised: number, seen, reason: 'few turn up' },
      MERCY,
    );
  const unseated = (seats: 'open' | 'over', count: number) =>
    hub.hold(flight.id, [], { legs: [{ flightId: flight.id, cabin: 'Y', seats }], passengers: Array(count).fill(adult) });
  /** Blocks all seats but one row. */
  const leaveRow20 = async () => {
    const all = (hub.reference.seatPlan('a320')?.seats ?? []).map(({ seat }) => seat).filter((seat) => !/^20/.test(seat));
    for (let at = 0; at < all.length; at += 16) value(await block(all.slice(at, at + 16).join(',')));
  };

  test('are sold above the seats that are usable, and not while one is left for them', async () => {
    await leaveRow20();
    expect(await authorised()).toBe(6);
    value(await authorise(8, 6));
    const open = value(await unseated('open', 6));
    expect(open.legs[0]?.seats).toEqual(Array(6).fill('open'));
    expect(await unseated('open', 1)).toMatchObject({ refusal: { code: 'NO_SEAT_LEFT', details: { free: 0, over: 2 } } });
    expect(value(await unseated('over', 2)).legs[0]?.seats).toEqual(['over', 'over']);
    expect(await sound()).toBeUndefined();
  });

  test('who choose later keep a seat to choose: a block that would take it is refused', async () => {
    await leaveRow20();
    value(await unseated('open', 4));
    value(await block('20A'));
    expect(await block('20 B-C')).toMatchObject({
      refusal: { code: 'BLOCK_LEFT', message: 'Cabin Y of B6 101 would have 1 seats too few for 4 passengers who choose theirs later.' },
    });
    value(await block('20B'));
    expect(await sound()).toBeUndefined();
  });
});

test('a sold passenger does not move onto a blocked seat, and a hold that lapsed is revived on others', async () => {
  const sold = value(await hub.hold(flight.id, ['20A']));
  const booking = value(await hub.hub.change('payments.confirm', { ...sale(sold), approved: [] }, ANA, hub.requestId()));
  value(await block('20B'));
  const change = { kind: 'seats', segment: 1, seats: [{ passenger: 1, seat: '20B' }], exitRowConfirmed: false } as const;
  const asked = { requestId: hub.requestId(), bookingId: sold.bookingId, version: (booking as { version: number }).version, change };
  expect(await hub.hub.execute('bookings.changeQuote', { ...asked, change: { ...change, seats: [...change.seats] } }, ANA)).toMatchObject({
    refusal: { code: 'SEAT_BLOCKED', message: 'Seat 20B on B6 101 is blocked: INOP, not usable until repaired.' },
  });
  const lapsed = value(await hub.hold(flight.id, ['21A']));
  hub.clock.advance((lapsed.expiresAt ?? 0) - hub.clock.now());
  value(await block('21A'));
  const revived = value(await hub.hub.execute('holds.revive', { requestId: hub.requestId(), bookingId: lapsed.bookingId }, ANA));
  expect(revived.legs[0]?.seats).not.toEqual(['21A']);
});

describe('the check of the store finds', () => {
  test.each([
    ['a claim without its block', "DELETE FROM seat_blocks WHERE seat = '14D'", 'block'],
    ['a block without its claim', "DELETE FROM claims WHERE seat = '14D'", 'blocked and not claimed'],
    ['another reason', "UPDATE seat_blocks SET code = 'CREW' WHERE seat = '14D'", 'not as the journal says'],
    ['another time', "UPDATE seat_blocks SET until_at = 5 WHERE seat = '14D'", 'not as the journal says'],
    ['a block that ended unsaid', "UPDATE seat_blocks SET ended_at = 5, ended_by = 'x', ended_why = 'freed' WHERE seat = '14D'", 'journal'],
  ])('%s', async (_, sql, problem) => {
    value(await block('14D'));
    expect(await sound()).toBeUndefined();
    await hub.db.change(sql).run();
    expect(await sound()).toContain(problem);
  });
});
