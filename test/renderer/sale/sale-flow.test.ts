import { describe, expect, it } from 'vitest';
import { ONE_ADULT } from '../../../renderer/format/read-party.ts';
import { fieldsOf } from '../../../renderer/sale/fields-of.ts';
import { pickProblem } from '../../../renderer/sale/pick-seats.ts';
import { isReadyToHold, namesOf, type Sale, turnOf } from '../../../renderer/sale/sale.ts';
import { newSale, nextOpenLeg, type SaleAction, saleOf, step } from '../../../renderer/sale/sale-flow.ts';
import { refuse } from '../../../shared/refusals.ts';
import { hold } from '../support/samples.ts';

const run = (sale: Sale, ...actions: SaleAction[]): Sale => actions.reduce(step, sale);
const start = (adults = 1, children = 0, flights = [7]) => newSale(flights, { adults, children, infants: 0 }, 'Y');
const pick = (seat: string, cabin: 'J' | 'Y' = 'Y'): SaleAction => ({ do: 'pick', seat, cabin });
const seats = (sale: Sale) => sale.legs.map((leg) => leg.seats);
const held: SaleAction = { do: 'booking', booking: hold() };
const refused = (code: Parameters<typeof refuse>[0], details = {}): SaleAction => ({
  do: 'refused',
  refusal: refuse(code, details).refusal,
});
const advice = (choices: string[][], taken = -1): SaleAction => ({
  do: 'advise',
  advice: { flightId: 7, choices: choices.map((each) => ({ seats: each, relaxed: [] })), wish: 'together', taken, because: '' },
});

describe('picking seats', () => {
  it.each<[string, Sale, SaleAction[], (string | null)[][]]>([
    ['the first pick goes to the first passenger', start(2), [pick('2A')], [['2A', null]]],
    ['the next to the next', start(2), [pick('2A'), pick('2B')], [['2A', '2B']]],
    ['a chosen seat is given up', start(2), [pick('2A'), pick('2B'), pick('2A')], [[null, '2B']]],
    ['and its passenger gets the next pick', start(2), [pick('2A'), pick('2B'), pick('2A'), pick('3C')], [['3C', '2B']]],
    ['one passenger moves', start(), [pick('2A'), pick('3A')], [['3A']]],
    ['a full party is not moved by a stray press', start(2), [pick('2A'), pick('2B'), pick('3A')], [['2A', '2B']]],
    ['another cabin is not mixed in', start(2), [pick('1A', 'J'), pick('2A', 'Y')], [['1A', null]]],
    ['Esc clears the leg', start(2), [pick('2A'), { do: 'clear' }], [[null, null]]],
    [
      'best seats seat everybody',
      start(2),
      [
        advice([
          ['2A', '2B'],
          ['3A', '3B'],
        ]),
        { do: 'take', choice: 0 },
      ],
      [['2A', '2B']],
    ],
    [
      'B again takes the next choice',
      start(2),
      [
        advice([
          ['2A', '2B'],
          ['3A', '3B'],
        ]),
        { do: 'take', choice: 0 },
        { do: 'take', choice: 1 },
      ],
      [['3A', '3B']],
    ],
    ['a choice for another party is not taken', start(2), [advice([['2A']]), { do: 'take', choice: 0 }], [[null, null]]],
    [
      'a seat that went to another desk is dropped',
      start(2),
      [pick('2A'), pick('2B'), { do: 'seatsGone', flightId: 7, seats: ['2A', '9F'] }],
      [[null, '2B']],
    ],
    ['of this flight alone', start(1, 0, [7, 8]), [pick('2A'), { do: 'seatsGone', flightId: 8, seats: ['2A'] }], [['2A'], [null]]],
    ['a new passenger needs a seat', start(), [pick('2A'), { do: 'addPassenger', type: 'CHD' }], [['2A', null]]],
    ['who is taken out takes the seat along', start(2), [pick('2A'), pick('2B'), { do: 'dropPassenger', index: 0 }], [['2B']]],
    ['the last passenger stays', start(), [pick('2A'), { do: 'dropPassenger', index: 0 }], [['2A']]],
    ['each leg has its own seats', start(1, 0, [7, 8]), [pick('2A'), { do: 'showLeg', leg: 1 }, pick('5C')], [['2A'], ['5C']]],
    ['nothing is picked while the hold is on its way', start(), [{ do: 'begin', busy: 'holding' }, pick('2A')], [[null]]],
    ['nor when it is held: the seats are those of the hold', start(2), [held, pick('9A')], [['17D', '17E']]],
  ])('%s', (_name, sale, actions, expected) => {
    expect(seats(run(sale, ...actions))).toEqual(expected);
  });

  it('is ready when everybody sits on every leg, and says which leg is open', () => {
    const one = run(start(1, 0, [7, 8]), pick('2A'));
    expect([isReadyToHold(one), nextOpenLeg(one)]).toEqual([false, 1]);
    const both = run(one, { do: 'showLeg', leg: 1 }, pick('2A'));
    expect([isReadyToHold(both), nextOpenLeg(both)]).toEqual([true, undefined]);
  });

  it('takes at most nine, and at least one', () => {
    expect(start(30, 4).party).toHaveLength(9);
    expect(start(0, 0).party.map(({ type }) => type)).toEqual(['ADT']);
    const laps = newSale([7], { adults: 2, children: 1, infants: 1 }, 'Y').party.map(
      ({ type, infant }) => `${type}${infant ? '+INF' : ''}`,
    );
    expect(laps).toEqual(['ADT+INF', 'ADT', 'CHD']);
    const nine = start(9);
    expect(run(nine, { do: 'addPassenger', type: 'ADT' })).toBe(nine);
  });

  it('says why a press did nothing', () => {
    const full = run(start(2), pick('2A'), pick('2B'));
    expect(pickProblem(full, '3A', 'Y')).toContain('Everybody has a seat');
    expect(pickProblem(run(start(2), pick('2A')), '1A', 'J')).toContain('another cabin');
    expect(pickProblem(full, '2A', 'Y')).toBe('');
    expect(turnOf(full, full.legs[0] ?? { flightId: 0, cabin: null, seats: [] })).toBe(-1);
  });

  it('asks for the spoken confirmation anew when seats or needs change', () => {
    const confirmed = run(start(2), pick('4A'), { do: 'confirmExitRow', on: true });
    expect(confirmed.exitRowConfirmed).toBe(true);
    expect(run(confirmed, pick('4B')).exitRowConfirmed).toBe(false);
    expect(run(confirmed, { do: 'changePassenger', index: 0, change: { infant: true } }).exitRowConfirmed).toBe(false);
    expect(run(confirmed, { do: 'changePassenger', index: 0, change: { name: 'a' } }).exitRowConfirmed).toBe(true);
  });

  it.each([
    [['F', 'Y'], null, 'Y'],
    [['F', 'J'], null, 'J'],
    [['J', 'Y'], 'J', 'J'],
    [['Y'], 'J', 'Y'], // the flight has not the cabin that was asked for
  ] as const)('flight with %j, asked for %s: sells %s', (cabins, wanted, expected) => {
    const sale = run(newSale([7], ONE_ADULT, wanted), { do: 'cabins', flightId: 7, cabins });
    expect(sale.legs[0]?.cabin).toBe(expected);
    expect(run(sale, { do: 'cabins', flightId: 7, cabins })).toBe(sale);
  });
});

describe('a refused hold', () => {
  it('two advices contradicted each other: a newer one takes the refusal away that offered other seats', () => {
    const lost = run(start(2), pick('2A'), pick('2B'), refused('SEAT_HELD', { flightId: 7, seat: '2B', nextBest: ['3A', '3B'] }));
    expect(lost.refusal?.next).toContain('3A 3B');
    const advised = run(lost, advice([['4A', '4B']]));
    expect([advised.refusal, advised.advice?.choices[0]?.seats]).toEqual([null, ['4A', '4B']]);
    // A refusal that offers no seats stays.
    expect(run(start(2), refused('EXIT_ROW_UNCONFIRMED'), advice([['4A', '4B']])).refusal?.code).toBe('EXIT_ROW_UNCONFIRMED');
  });

  it.each(['SEAT_HELD', 'SEAT_SOLD', 'SEAT_BLOCKED', 'EXIT_ROW_REFUSED'] as const)('%s drops the seat and offers the next best', (code) => {
    const sale = run(
      start(2),
      pick('2A'),
      pick('2B'),
      { do: 'begin', busy: 'holding' },
      refused(code, { flightId: 7, seat: '2B', nextBest: ['3A', '3B'] }),
    );
    expect(seats(sale)).toEqual([['2A', null]]);
    expect(sale.busy).toBeNull();
    expect(sale.advice).toMatchObject({ taken: -1, choices: [{ seats: ['3A', '3B'] }] });
    expect(seats(run(sale, { do: 'take', choice: 0 }))).toEqual([['3A', '3B']]);
  });

  it('keeps the seats when none is named', () => {
    const sale = run(start(), pick('4A'), { do: 'begin', busy: 'holding' }, refused('EXIT_ROW_UNCONFIRMED', { seat: '4A' }));
    expect(seats(sale)).toEqual([['4A']]);
    expect(run(sale, { do: 'confirmExitRow', on: true }).refusal).toBeNull();
  });
});

describe('a hold and its end', () => {
  const details = run(start(1, 1), pick('17D'), pick('17E'), held);
  it.each<[string, Sale, SaleAction[], Sale['stage']]>([
    ['held', start(2), [held], 'details'],
    ['the hub says that it expired', details, [{ do: 'ended', why: 'over' }], 'lost'],
    [
      'an end during confirmation waits for the answer',
      details,
      [
        { do: 'begin', busy: 'confirming' },
        { do: 'ended', why: 'over' },
      ],
      'details',
    ],
    [
      'which may be a sale after all',
      details,
      [
        { do: 'begin', busy: 'confirming' },
        { do: 'ended', why: 'over' },
        { do: 'booking', booking: hold({ state: 'CONFIRMED' }) },
      ],
      'confirmed',
    ],
    ['declined, and kept for another tender', details, [{ do: 'begin', busy: 'confirming' }, refused('PAYMENT_DECLINED')], 'details'],
    ['timed out, and kept for another tender', details, [refused('PAYMENT_TIMED_OUT')], 'details'],
    ['not paid, and released', details, [refused('PAYMENT_FAILED', { reason: 'stolen', charged: 'No card was charged' })], 'lost'],
    ['too late', details, [refused('PAYMENT_TOO_LATE', { seat: '17D' })], 'lost'],
    ['expired under the confirmation', details, [refused('HOLD_EXPIRED', { until: 0 })], 'lost'],
    ['a wrong name keeps the hold', details, [refused('NAME_INVALID', { name: 'X', problem: 'y' })], 'details'],
    ['an empty voucher too', details, [refused('VOUCHER_EMPTY', { voucher: 'V' })], 'details'],
    ['extended before', details, [refused('HOLD_EXTENDED')], 'details'],
    ['released', details, [{ do: 'booking', booking: hold({ state: 'RELEASED' }) }], 'lost'],
    ['again from the beginning', details, [{ do: 'ended', why: 'over' }, { do: 'again' }], 'seats'],
    ['again only after an end', details, [{ do: 'again' }], 'details'],
  ])('%s', (_name, sale, actions, stage) => {
    expect(run(sale, ...actions).stage).toBe(stage);
  });

  it('keeps seats, names and contact for the second try, but no money', () => {
    const named = run(
      details,
      { do: 'changePassenger', index: 0, change: { name: 'petrov/elena' } },
      { do: 'write', contact: '+1 212 555 0148' },
      { do: 'addTender', tender: { kind: 'cash', amount: 1_000, given: 1_000 } },
      { do: 'ended', why: 'over' },
      { do: 'again' },
    );
    expect(seats(named)).toEqual([['17D', '17E']]);
    expect([named.party[0]?.name, named.contact, named.tenders, named.booking]).toEqual(['petrov/elena', '+1 212 555 0148', [], null]);
    expect(isReadyToHold(named)).toBe(true);
  });

  it('does one thing at a time', () => {
    const busy = run(details, { do: 'begin', busy: 'confirming' });
    expect(run(busy, { do: 'begin', busy: 'releasing' })).toBe(busy);
  });

  it('goes on with a hold that another screen opens', () => {
    const sale = saleOf(hold());
    expect([sale.stage, sale.party.map(({ type }) => type), seats(sale)]).toEqual(['details', ['ADT', 'CHD'], [['17D', '17E']]]);
  });
});

describe('what must be filled in', () => {
  const party = run(
    saleOf(
      hold({
        party: [
          { passenger: 1, type: 'ADT', infant: true, assistance: false },
          { passenger: 2, type: 'CHD', infant: false, assistance: false },
        ],
      }),
    ),
    { do: 'changePassenger', index: 0, change: { name: 'petrov/elena mrs', infantName: 'petrov/max', infantBirthDate: '01MAY26' } },
    { do: 'changePassenger', index: 1, change: { name: 'petrov/lea miss', birthDate: '12MAR18' } },
  );

  it('walks names, birth dates, infants and the contact in their order', () => {
    expect(fieldsOf(party, '2026-11-21').map(({ field, problem }) => [field, problem === ''])).toEqual([
      ['name-0', true],
      ['infant-name-0', true],
      ['infant-birth-0', true],
      ['name-1', true],
      ['birth-1', true],
      ['contact', false],
    ]);
  });

  it('names the infants after all who have seats, with who carries them', () => {
    expect(namesOf(party, '2026-11-21')).toEqual([
      { type: 'ADT', surname: 'Petrov', given: 'Elena', title: 'MRS', birthDate: null, with: null },
      { type: 'CHD', surname: 'Petrov', given: 'Lea', title: 'MISS', birthDate: '2018-03-12', with: null },
      { type: 'INF', surname: 'Petrov', given: 'Max', title: '', birthDate: '2026-05-01', with: 0 },
    ]);
  });

  it('gives no names while one cannot be read', () => {
    expect(namesOf(run(party, { do: 'changePassenger', index: 1, change: { name: 'lea' } }), '2026-11-21')).toBeUndefined();
  });
});
