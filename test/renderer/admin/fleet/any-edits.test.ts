import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMaps } from '../../../../renderer/admin/fleet/compare-maps.ts';
import { editMap, type MapEdit, newEditor } from '../../../../renderer/admin/fleet/editor.ts';
import { MAP_TOOLS } from '../../../../renderer/admin/fleet/map-tools.ts';
import { draftFaults } from '../../../../shared/draft-faults.ts';
import { CABINS, type SeatMap, seatMapSchema } from '../../../../shared/seat-map.ts';

const FOLDER = new URL('../../../../main/reference/data/seat-maps/', import.meta.url);
const SHIPPED = readdirSync(FOLDER).map((name) => seatMapSchema.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))));

const place = fc.record({ row: fc.integer({ min: 0, max: 60 }), letter: fc.constantFrom(...'ABCDEFGHJK') });
const edit: fc.Arbitrary<MapEdit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('tool' as const), tool: fc.constantFrom(...MAP_TOOLS) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('select' as const), at: place, extend: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      wish: fc.record(
        {
          row: fc.integer({ min: -2, max: 102 }),
          cabin: fc.constantFrom(...CABINS),
          layout: fc.constantFrom('ABC DEF', 'AC DF', ' DEF', 'AB CD EF', 'ABC', '', 'aBC', 'AAB CD', 'ABC DEFG HJK', '  '),
        },
        { requiredKeys: [] },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<MapEdit>({ do: 'undo' }, { do: 'redo' }, { do: 'selectAll' }) },
);

/** Whether the map has exactly what a seat map must have. */
function expectFlyable(map: SeatMap): void {
  expect(seatMapSchema.safeParse(map).error).toBeUndefined();
  const rows = map.rows.map(({ row }) => row);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
  expect(new Set(map.rows.map(({ layout }) => layout.split(' ').length)).size).toBe(1);
  const blocks = map.rows[0]?.layout.split(' ').length ?? 0;
  for (const row of map.rows) {
    const letters = [...row.layout.replaceAll(' ', '')];
    expect(new Set(letters).size).toBe(letters.length);
    expect(letters.some((letter) => !row.seats?.[letter]?.includes('8'))).toBe(true);
    expect(letters).toEqual(expect.arrayContaining(Object.keys(row.seats ?? {})));
  }
  for (const { before, block } of map.fixtures) {
    expect([0, ...rows]).toContain(before);
    expect(block).toBeLessThan(blocks);
  }
  expect(map.wing.from).toBeLessThanOrEqual(map.wing.to);
}

describe('a map in hand', () => {
  it('can be flown after any edits, and undo brings back what was there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SHIPPED), fc.array(edit, { minLength: 1, maxLength: 25 }), (shipped, edits) => {
        let editor = edits.reduce(editMap, newEditor(shipped));
        expectFlyable(editor.map);
        expect(draftFaults(editor.map, null).length).toBeLessThanOrEqual(draftFaults(shipped, null).length);
        while (editor.past.length > 0) editor = editMap(editor, { do: 'undo' });
        expect(editor.map).toEqual(shipped);
        expect(compareMaps(shipped, editor.map)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
