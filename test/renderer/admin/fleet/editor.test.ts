import { describe, expect, it } from 'vitest';
import type { RowWish } from '../../../../renderer/admin/fleet/edit-rows.ts';
import { editMap, newEditor } from '../../../../renderer/admin/fleet/editor.ts';
import type { MapTool } from '../../../../renderer/admin/fleet/map-tools.ts';
import { type SeatMap, seatsOf } from '../../../../shared/seat-map.ts';
import { SMALL } from './small-map.ts';

const place = (name: string) => ({ row: SMALL.rows.findIndex(({ row }) => row === Number.parseInt(name, 10)), letter: name.slice(-1) });

/** The map after these tools on what lies between two places. */
function edited(from: string, to: string, ...tools: MapTool[]) {
  let editor = editMap(newEditor(SMALL), { do: 'select', at: place(from), extend: false });
  editor = editMap(editor, { do: 'select', at: place(to), extend: true });
  return tools.reduce((now, tool) => editMap(now, { do: 'tool', tool }), editor);
}

const layouts = (map: SeatMap) => map.rows.map(({ row, layout }) => `${row} ${layout.replaceAll(' ', '_')}`).join(', ');
const codesOf = (map: SeatMap, seat: string) =>
  seatsOf(map)
    .find((each) => each.seat === seat)
    ?.codes.join(' ');

describe('seats of a map', () => {
  it.each([
    // from, to, tools -> layouts
    ['5D', '5F', ['none'], '1 AC_DF, 2 AC_DF, 4 ABC_DEF, 5 ABC_, 6 ABC_DEF'], // a block without seats is empty
    ['5F', '5D', ['none'], '1 AC_DF, 2 AC_DF, 4 ABC_DEF, 5 ABC_, 6 ABC_DEF'], // from the other corner
    ['5D', '5F', ['none', 'seat'], '1 AC_DF, 2 AC_DF, 4 ABC_DEF, 5 ABC_DEF, 6 ABC_DEF'],
    ['5E', '5E', ['none'], '1 AC_DF, 2 AC_DF, 4 ABC_DEF, 5 ABC_DEF, 6 ABC_DEF'], // its letter stays, marked 8
    ['4A', '6A', ['none', 'seat'], '1 AC_DF, 2 AC_DF, 4 ABC_DEF, 5 ABC_DEF, 6 ABC_DEF'],
  ] as const)('%s to %s %j: %s', (from, to, tools, expected) => {
    expect(layouts(edited(from, to, ...tools).map)).toBe(expected);
  });

  it.each([
    // from, to, tools, seat -> codes
    ['5E', '5E', ['none'], '5E', '9 8'],
    ['5E', '5E', ['none'], '5F', 'W'], // a neighbour is no aisle by mistake
    ['5E', '5E', ['none', 'seat'], '5E', '9'],
    ['5A', '6B', ['legroom'], '6B', '9 L'],
    ['5A', '6B', ['legroom', 'legroom'], '6B', '9'],
    ['5A', '5B', ['bassinet', 'accessible', 'charged'], '5A', 'W B H CH'],
    ['5A', '5A', ['restricted'], '5A', 'W 1'],
    ['5A', '6A', ['exit'], '6F', 'W E'],
    ['5A', '6A', ['exit', 'exit'], '6F', 'W'],
  ] as const)('%s to %s %j: %s is %s', (from, to, tools, seat, codes) => {
    expect(codesOf(edited(from, to, ...tools).map, seat)).toBe(codes);
  });

  it('takes no seat that is the last of its row', () => {
    const editor = edited('5A', '5F', 'none');
    expect(editor.map).toEqual(SMALL);
    expect(editor.problem).toBe('Row 5 would have no seat. Take the row out instead.');
  });
});

describe('rows of a map', () => {
  it.each([
    // from, to, tools -> layouts
    ['6A', '6A', ['add'], '1 AC_DF, 2 AC_DF, 4 ABC_DEF, 5 ABC_DEF, 6 ABC_DEF, 7 ABC_DEF'],
    ['2A', '2A', ['add'], '1 AC_DF, 2 AC_DF, 3 AC_DF, 4 ABC_DEF, 5 ABC_DEF, 6 ABC_DEF'], // a number was free
    ['4A', '5A', ['add'], '1 AC_DF, 2 AC_DF, 4 ABC_DEF, 5 ABC_DEF, 6 ABC_DEF, 7 ABC_DEF, 8 ABC_DEF'],
    ['4A', '5A', ['remove'], '1 AC_DF, 2 AC_DF, 6 ABC_DEF'],
    ['1A', '2A', ['remove'], '4 ABC_DEF, 5 ABC_DEF, 6 ABC_DEF'],
  ] as const)('%s to %s %j: %s', (from, to, tools, expected) => {
    expect(layouts(edited(from, to, ...tools).map)).toBe(expected);
  });

  it('keeps one row', () => {
    const editor = edited('1A', '6F', 'remove');
    expect([editor.map, editor.problem]).toEqual([SMALL, 'A map has at least one row.']);
  });

  it('gives the bulkhead to the row that a cabin begins with now', () => {
    expect(codesOf(SMALL, '4A')).toBe('W K');
    const { map } = edited('4A', '4A', 'remove');
    expect(codesOf(map, '5A')).toBe('W K');
  });

  it('moves fixtures and wing with the rows', () => {
    const { map } = edited('4A', '6A', 'add');
    expect(layouts(map)).toContain('9 ABC_DEF');
    expect([map.wing, map.fixtures.map(({ before }) => before)]).toEqual([{ from: 4, to: 6 }, [1, 4, 0]]);
    const less = edited('4A', '5A', 'remove').map;
    expect([less.wing, less.fixtures.map(({ before }) => before)]).toEqual([{ from: 6, to: 6 }, [1, 6, 0]]);
  });

  it.each([
    // from, to, wish -> layouts, problem
    ['5A', '6A', { layout: 'ABD EF' }, '4 ABC_DEF, 5 ABD_EF, 6 ABD_EF', null],
    ['5A', '6A', { row: 15 }, '4 ABC_DEF, 15 ABC_DEF, 16 ABC_DEF', null],
    ['5A', '5A', { row: 6 }, '4 ABC_DEF, 5 ABC_DEF, 6 ABC_DEF', 'Row 6: row 6 follows row 6; rows rise from nose to tail.'],
    ['6A', '6A', { row: 100 }, '4 ABC_DEF, 5 ABC_DEF, 6 ABC_DEF', 'Row numbers are 1 to 99.'],
    [
      '5A',
      '5A',
      { layout: 'AIC DF' },
      '4 ABC_DEF, 5 ABC_DEF, 6 ABC_DEF',
      'Letters are seats and spaces are aisles, as in ABC DEF. The letter I is not used.',
    ],
    ['5A', '5A', { layout: 'AAC DF' }, '4 ABC_DEF, 5 ABC_DEF, 6 ABC_DEF', 'Row 5: AAC DF: letters rise from port to starboard, each once.'],
    ['5A', '5A', { layout: ' ' }, '4 ABC_DEF, 5 ABC_DEF, 6 ABC_DEF', 'Row 5: the row has no seats.'],
    [
      '5A',
      '5A',
      { layout: 'AB CD EF' },
      '4 ABC_DEF, 5 ABC_DEF, 6 ABC_DEF',
      'Every row of this map has 1 aisle. Select all rows to change that.',
    ],
  ] as const)('%s to %s typed %j: %s', (from, to, wish: RowWish, expected, problem) => {
    const editor = editMap(edited(from, to), { do: 'type', wish });
    expect([layouts(editor.map).split(', ').slice(2).join(', '), editor.problem]).toEqual([expected, problem]);
  });

  it('gives all rows together another number of aisles', () => {
    const { map, problem } = editMap(editMap(newEditor(SMALL), { do: 'selectAll' }), { do: 'type', wish: { layout: 'AB CD EF' } });
    expect([problem, new Set(map.rows.map(({ layout }) => layout))]).toEqual([null, new Set(['AB CD EF'])]);
  });
});

describe('aisles of a map', () => {
  it.each([
    // at -> layouts
    ['5A', '1 A_C_DF, 2 A_C_DF, 4 A_BC_DEF, 5 A_BC_DEF, 6 A_BC_DEF'],
    ['5C', '1 ACDF, 2 ACDF, 4 ABCDEF, 5 ABCDEF, 6 ABCDEF'], // the aisle beside it is closed
    ['5E', '1 AC_D_F, 2 AC_D_F, 4 ABC_DE_F, 5 ABC_DE_F, 6 ABC_DE_F'],
  ])('beside %s: %s', (at, expected) => {
    expect(layouts(edited(at, at, 'aisle').map)).toBe(expected);
  });

  it('opens and closes it again', () => {
    expect(edited('5A', '5A', 'aisle', 'aisle').map).toEqual(SMALL);
  });

  it('sets none at the window', () => {
    expect(edited('5F', '5F', 'aisle').problem).toContain('is the window');
  });
});

describe('fixtures of a map', () => {
  it.each([
    // from, to, tools -> fixtures
    ['5D', '5F', ['none', 'lavatory'], 'lavatory 5 1'],
    ['5A', '5D', ['galley'], 'galley 5 0, galley 5 1'],
    ['5A', '5A', ['galleyBehind'], 'galley 6 0'],
    ['6A', '6A', ['lavatoryBehind'], 'lavatory 0 0'],
    ['5A', '5A', ['galley', 'galley'], ''],
  ] as const)('%s to %s %j: %s', (from, to, tools, expected) => {
    const own = edited(from, to, ...tools).map.fixtures.slice(SMALL.fixtures.length);
    expect(own.map(({ kind, before, block }) => `${kind} ${before} ${block}`).join(', ')).toBe(expected);
  });
});
