import { describe, expect, it } from 'vitest';
import { compareMaps } from '../../../../renderer/admin/fleet/compare-maps.ts';
import { editMap, type MapEdit, newEditor } from '../../../../renderer/admin/fleet/editor.ts';
import { SMALL } from './small-map.ts';

const tool = (name: Extract<MapEdit, { do: 'tool' }>['tool']): MapEdit => ({ do: 'tool', tool: name });
const at = (row: number, letter: string): MapEdit => ({ do: 'select', at: { row, letter }, extend: false });
const to = (row: number, letter: string): MapEdit => ({ do: 'select', at: { row, letter }, extend: true });

describe('two maps compared', () => {
  it.each([
    // edits -> differences
    [[], ''],
    [[at(3, 'D'), to(3, 'F'), tool('none'), tool('lavatory')], '3 seats less: 5D 5E 5F; New: Lavatory at 5 D to F'],
    [[at(3, 'E'), tool('none')], '1 seat less: 5E'],
    [[at(4, 'A'), tool('add')], '6 seats more: 7A 7B 7C 7D 7E 7F'],
    [[at(3, 'C'), to(3, 'D'), tool('accessible')], '2 accessible more: 5C 5D'],
    [[at(3, 'C'), tool('exit')], 'Exit row more: 5'],
    [
      [at(2, 'A'), { do: 'type', wish: { cabin: 'J' } }],
      'Now business: 4A 4B 4C 4D 4E 4F; 6 bulkhead less: 4A 4B 4C 4D 4E 4F; 6 bulkhead more: 5A 5B 5C 5D 5E 5F',
    ],
    [[at(3, 'A'), tool('wing')], 'Wing: rows 5 to 5'],
    [[at(4, 'C'), tool('aisle')], 'Aisles: 0, was 1'],
  ] as const)('%j: %s', (edits, expected) => {
    const { map } = (edits as readonly MapEdit[]).reduce(editMap, newEditor(SMALL));
    const told = compareMaps(SMALL, map).map(({ text, where }) => `${text}: ${where.join(' ')}`);
    expect(told.join('; ')).toBe(expected);
  });
});
