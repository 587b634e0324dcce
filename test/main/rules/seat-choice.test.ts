import { describe, expect, it } from 'vitest';
import type { SeatPlan } from '../../../main/reference/reference.ts';
import { bestSeats, type SeatedPassenger } from '../../../main/rules/seat-choice.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import type { SeatWish } from '../../../shared/seat-wishes.ts';
import { reference } from '../support/once/reference.ts';
import { seatPlan, TINY } from '../support/tiny-reference.ts';

const rows = (layout: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ row: from + index, cabin: 'Y' as const, layout }));
const WIDE = seatPlan('wide', rows('ABC DEFG HJK', 20, 24));
const NARROW = seatPlan('narrow', rows('ABC DEF', 1, 4));

/** A adult, L adult with an infant on the lap, W adult who needs assistance, C child, I infant in a seat. */
const party = (text: string): SeatedPassenger[] =>
  [...text].map((sign) => ({
    type: sign === 'C' ? 'CHD' : sign === 'I' ? 'INS' : 'ADT',
    infant: sign === 'L',
    assistance: sign === 'W',
  }));
const best = (plan: SeatPlan, taken: readonly string[], who: string, cabin: Cabin = 'Y', wish: SeatWish = 'together') =>
  bestSeats(plan, { taken: new Set(taken), mayHold: ENOUGH }, party(who), cabin, wish);
const LEFT = 'leaves a single seat';
const AISLE = 'split by the aisle';
const ROWS = 'two rows';
const APART = 'not together';
const CHILD = 'child not beside an adult';
const INFANT = 'infant not beside an adult';
/** Any number of seats may be held. */
const ENOUGH = 1_000;

const CASES: readonly [name: string, plan: typeof WIDE, who: string, taken: string, seats: string, relaxed: string[]][] = [
  ['one takes the aisle nearest the nose', NARROW, 'A', '', '1C', []],
  ['one does not sit in the middle of three', NARROW, 'A', '1A 1C 1D 1F', '1B', []],
  ['a seat that was single is filled first in its row', NARROW, 'A', '1A 1B 1D 1E 1F', '1C', []],
  ['two sit in a pair where one is free', NARROW, 'AA', '2A', '2B 2C', []],
  ['two in a free row of threes leave one over', seatPlan('one', rows('ABC DEF', 1, 1)), 'AA', '', '1B 1C', [LEFT]],
  ['two in a middle block of four leave two', WIDE, 'AA', '', '20D 20E', []],
  ['three fill a block', NARROW, 'AAA', '', '1A 1B 1C', []],
  ['four fill the middle block', WIDE, 'AAAA', '', '20D 20E 20F 20G', []],
  ['four in threes sit across the aisle', NARROW, 'AAAA', '', '1A 1B 1C 1D', [AISLE]],
  ['an adult sits between two children', NARROW, 'CAC', '', '1A 1B 1C', []],
  ['one adult, three children: one child cannot be beside', WIDE, 'ACCC', '', '20E', [CHILD]],
  ['only single seats are left', NARROW, 'AA', '1A 1B 1D 1E 1F 2A 2B 2C 2D 2E 2F 3B 3C 3D 3E 3F 4A 4B 4C 4D 4E 4F', '1C 3A', [APART]],
  ['seats behind each other before seats apart', NARROW, 'AA', '1B 1C 1D 1E 1F 2B 2C 2D 2E 2F 3B 3D 3E 3F 4A 4B 4D 4E 4F', '1A 2A', [ROWS]],
];

describe('best seats', () => {
  it.each(CASES)('%s', (_name, plan, who, taken, seats, relaxed) => {
    const [first] = best(plan, taken.split(' '), who);
    expect(first?.seats.slice(0, seats.split(' ').length).join(' ')).toBe(seats);
    expect(first?.relaxed).toEqual(relaxed);
  });

  it('gives seats in the order of the party', () => {
    const [first] = best(NARROW, [], 'CAC');
    expect(first?.seats).toEqual(['1A', '1B', '1C']);
    const [second] = best(NARROW, [], 'ACC');
    expect(second?.seats).toEqual(['1B', '1A', '1C']);
  });

  it('never gives an exit row, a seat that is not for sale, or another cabin', () => {
    const all = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((count) => best(TINY, [], 'A'.repeat(count)));
    const given = new Set(all.flatMap(({ seats }) => seats));
    expect([...given].filter((seat) => /^(12.|13F|[12].)$/.test(seat))).toEqual([]);
    expect(given.size).toBeGreaterThan(9);
  });

  it('has nothing for a party larger than what is free outside exit rows', () => {
    const taken = TINY.seats.filter(({ row }) => row === 10 || row === 11).map(({ seat }) => seat);
    expect(best(TINY, taken, 'AAAAA')).toHaveLength(1);
    expect(best(TINY, taken, 'AAAAAA')).toEqual([]);
    expect(best(TINY, [], 'A', 'W')).toEqual([]);
  });

  it('offers three choices that share no seat', () => {
    const seats = best(WIDE, [], 'AAC').flatMap((choice) => choice.seats);
    expect(seats).toHaveLength(9);
    expect(new Set(seats).size).toBe(9);
  });

  it('seats nine with four children quickly, each beside an adult', () => {
    const [first] = best(WIDE, ['20A', '21D', '22H'], 'AAAAACCCC');
    expect(first?.seats).toHaveLength(9);
    expect(first?.relaxed).not.toContain(CHILD);
  });
});

const real = (id: string): SeatPlan => {
  const plan = reference.seatPlan(id);
  if (!plan) throw new Error(`no seat map ${id}`);
  return plan;
};
/** Every seat of the rows `from` to `to`. */
const rowsTaken = (plan: SeatPlan, from: number, to: number) =>
  plan.seats.filter(({ row }) => row >= from && row <= to).map(({ seat }) => seat);
const inRows = (plan: SeatPlan, choice: readonly string[] = []) => [...new Set(choice.map((seat) => plan.byName.get(seat)?.row ?? 0))];

describe('best seats on real seat maps', () => {
  it.each<[string, string, string, string, string[]]>([
    ['a party of five in an empty A320 sat in the last row', 'a320', 'AAAAA', '2A 2B 2C 2D 2E', [AISLE, LEFT]],
    ['six fill a row of an A320', 'a320', 'AAAAAA', '2A 2B 2C 2D 2E 2F', [AISLE]],
    ['two in an A320 sit in front, and not in its last pair', 'a320', 'AA', '1D 1E', [LEFT]],
    ['seven in an A320 have two rows', 'a320', 'AAAAAAA', '1D 1E 1F 2C 2D 2E 2F', ['two rows']],
    ['one adult leaves the bassinet of a 737 to others', '737-800', 'A', '', []],
    ['one adult leaves the bassinet of a 777 to others', '777-300er', 'A', '', []],
    ['one adult in an A380', 'a380-main', 'A', '', []],
  ])('%s', (_name, id, who, seats, relaxed) => {
    const plan = real(id);
    const [first] = best(plan, [], who);
    if (seats) expect(first?.seats.join(' ')).toBe(seats);
    expect(first?.relaxed).toEqual(relaxed);
  });

  it.each(['737-800', '757-200', '767-300', '777-300er', '787-9', 'a330-200', 'a380-main'])(
    'one adult gets no bassinet, no legroom and no row by an exit of a %s while a plain seat is free',
    (id) => {
      const plan = real(id);
      const exits = new Set(plan.seats.filter(({ exit, cabin }) => exit && cabin === 'Y').map(({ rowIndex }) => rowIndex));
      const isPlain = (seat: (typeof plan.seats)[number]) =>
        seat.cabin === 'Y' &&
        !['B', 'H', 'L', 'CH', '1', '8', '6', '7'].some((code) => seat.codes.includes(code)) &&
        ![-1, 0, 1].some((step) => exits.has(seat.rowIndex + step));
      const plain = plan.seats.filter(isPlain);
      const taken = new Set<string>();
      for (let left = plain.length; left > 0; left--) {
        const [first] = best(plan, [...taken], 'A');
        const seat = first?.seats[0] ?? '';
        expect(plain.map((each) => each.seat)).toContain(seat);
        taken.add(seat);
      }
      const [after] = best(plan, [...taken], 'A');
      expect(after?.relaxed[0]).toMatch(/bassinet seat|accessible seat|extra legroom|next to an exit row/);
    },
  );

  it('who has an infant on the lap gets the bassinet, and an infant in a seat is beside its adult', () => {
    const plan = real('737-800');
    const bassinets = plan.seats.filter(({ codes, cabin }) => codes.includes('B') && cabin === 'Y').map(({ seat }) => seat);
    expect(bassinets).toContain(best(plan, [], 'L')[0]?.seats[0]);
    expect(best(plan, [], 'AI')[0]?.relaxed).not.toContain(INFANT);
  });

  it('of two who cannot both sit beside the adult, the infant does', () => {
    const three = seatPlan('pairs', [
      { row: 1, cabin: 'Y', layout: 'AC DF' },
      { row: 2, cabin: 'Y', layout: 'AC DF' },
    ]);
    const [first] = best(three, [], 'ACI');
    const [adult = '', child = '', infant = ''] = first?.seats ?? [];
    expect(adult.slice(0, -1)).toBe(infant.slice(0, -1));
    expect(['AC', 'CA', 'DF', 'FD']).toContain(adult.slice(-1) + infant.slice(-1));
    expect(child).not.toBe('');
    expect(first?.relaxed).toContain(CHILD);
    const apart = seatPlan('single', [
      { row: 1, cabin: 'Y', layout: 'A C' },
      { row: 2, cabin: 'Y', layout: 'A C' },
    ]);
    expect(best(apart, [], 'AI')[0]?.relaxed).toContain(INFANT);
  });

  it.each<[SeatWish, string, string, string[]]>([
    ['window', 'A', '1F', []],
    ['aisle', 'A', '2C', []],
    ['front', 'A', '1D', []],
    ['window', 'AA', '1E 1F', [LEFT]],
    ['front', 'AAAAA', '2A 2B 2C 2D 2E', [AISLE, LEFT]],
  ])('wished by %s, %s gets %s in an A320', (wish, who, seats, relaxed) => {
    const plan = real('a320');
    const taken = wish === 'aisle' ? ['1D'] : [];
    const [first] = best(plan, taken, who, 'Y', wish);
    expect(first?.seats.join(' ')).toBe(seats);
    expect(first?.relaxed).toEqual(relaxed);
  });

  it('front sits nearer the nose than together where the front rows have no seats side by side', () => {
    const plan = real('a320');
    const taken = [...rowsTaken(plan, 1, 4).filter((seat) => !/^[34][CD]$/.test(seat))];
    expect(inRows(plan, best(plan, taken, 'AAA')[0]?.seats)).toEqual([5]);
    expect(inRows(plan, best(plan, taken, 'AAA', 'Y', 'front')[0]?.seats)).toEqual([3, 4]);
  });

  it('says that no window is free', () => {
    const plan = real('a320');
    const windows = plan.seats.filter(({ window }) => window).map(({ seat }) => seat);
    expect(best(plan, windows, 'A', 'Y', 'window')[0]?.relaxed).toContain('no window seat');
  });

  it('has nothing for more than the cabin may hold, although the seats are free', () => {
    const offer = (mayHold: number) => bestSeats(real('a320'), { taken: new Set(), mayHold }, party('AAA'), 'Y');
    expect(offer(2)).toEqual([]);
    expect(offer(3)).toHaveLength(3);
  });
});
