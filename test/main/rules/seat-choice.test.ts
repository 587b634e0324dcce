import { describe, expect, it } from 'vitest';
import { bestSeats } from '../../../main/rules/seat-choice.ts';
import type { SeatedType } from '../../../shared/passengers.ts';
import { seatPlan, TINY } from '../support/tiny-reference.ts';

const rows = (layout: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ row: from + index, cabin: 'Y' as const, layout }));
const WIDE = seatPlan('wide', rows('ABC DEFG HJK', 20, 24));
const NARROW = seatPlan('narrow', rows('ABC DEF', 1, 4));

const party = (text: string): SeatedType[] => [...text].map((sign) => (sign === 'A' ? 'ADT' : sign === 'C' ? 'CHD' : 'INS'));
const LEFT = 'a single seat is left over';
const AISLE = 'the aisle runs between the seats';
const ROWS = 'the seats are in neighbouring rows';
const APART = 'the seats are not together';
const CHILD = 'a child does not sit beside an adult';

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
    const [best] = bestSeats(plan, new Set(taken.split(' ')), party(who), 'Y');
    expect(best?.seats.slice(0, seats.split(' ').length).join(' ')).toBe(seats);
    expect(best?.relaxed).toEqual(relaxed);
  });

  it('gives seats in the order of the party', () => {
    const [best] = bestSeats(NARROW, new Set(), party('CAC'), 'Y');
    expect(best?.seats).toEqual(['1A', '1B', '1C']);
    const [second] = bestSeats(NARROW, new Set(), party('ACC'), 'Y');
    expect(second?.seats).toEqual(['1B', '1A', '1C']);
  });

  it('never gives an exit row, a seat that is not for sale, or another cabin', () => {
    const all = [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((count) => bestSeats(TINY, new Set(), party('A'.repeat(count)), 'Y'));
    const given = new Set(all.flatMap(({ seats }) => seats));
    expect([...given].filter((seat) => /^(12.|13F|[12].)$/.test(seat))).toEqual([]);
    expect(given.size).toBeGreaterThan(9);
  });

  it('has nothing for a party larger than what is free outside exit rows', () => {
    const taken = new Set(TINY.seats.filter(({ row }) => row === 10 || row === 11).map(({ seat }) => seat));
    expect(bestSeats(TINY, taken, party('AAAAA'), 'Y')).toHaveLength(1);
    expect(bestSeats(TINY, taken, party('AAAAAA'), 'Y')).toEqual([]);
    expect(bestSeats(TINY, new Set(), party('A'), 'W')).toEqual([]);
  });

  it('offers three choices that share no seat', () => {
    const seats = bestSeats(WIDE, new Set(), party('AAC'), 'Y').flatMap((choice) => choice.seats);
    expect(seats).toHaveLength(9);
    expect(new Set(seats).size).toBe(9);
  });

  it('seats nine with four children quickly, each beside an adult', () => {
    const [best] = bestSeats(WIDE, new Set(['20A', '21D', '22H']), party('AAAAACCCC'), 'Y');
    expect(best?.seats).toHaveLength(9);
    expect(best?.relaxed).not.toContain(CHILD);
  });
});
