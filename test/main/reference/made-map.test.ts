import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataJson } from '../../../main/reference/data-file.ts';
import { madeMapId, readMadeMapId } from '../../../main/reference/made-map-id.ts';
import { SeatPlans } from '../../../main/reference/seat-plans.ts';
import { assert } from '../../../shared/assert.ts';
import { type SeatCounts, sameCounts } from '../../../shared/configuration.ts';
import { CABINS, seatMapSchema } from '../../../shared/seat-map.ts';
import { reference } from '../support/once/reference.ts';

const AIRCRAFT = dataJson<readonly (readonly [code: string, name: string, group: string])[]>('aircraft.json');
const SELLING = AIRCRAFT.map(([code]) => code).filter((code) => reference.seatPlanFor(code));
const SEED = 20_261_128;

const made = (equipment: string, counts: SeatCounts) => {
  const plan = reference.seatPlanFor(equipment, counts);
  assert(plan, `${equipment} has a plan`);
  return plan;
};
const rowsOf = (equipment: string, counts: SeatCounts) => {
  const { map, seats } = made(equipment, counts);
  return map.rows.map(({ row, cabin, exit }) => {
    const own = seats.filter((seat) => seat.row === row && seat.sellable).map(({ letter }) => letter);
    return `${row}${cabin} ${own.join('')}${exit ? ' exit' : ''}`;
  });
};

describe('a map made from counts', () => {
  it('of a CR9 with F12 Y64, as the fleet screen draws it', () => {
    const { map, made: isMade, plain, capacity } = made('CR9', { F: 12, Y: 64 });
    expect(map).toMatchObject({ id: 'made1-cr9-f12y64', name: 'CR9 F12Y64, made from counts', equipment: ['CR9'] });
    expect([isMade, plain, capacity]).toEqual([true, false, { F: 12, Y: 64 }]);
    expect(rowsOf('CR9', { F: 12, Y: 64 })).toEqual([
      ...[1, 2, 3, 4].map((row) => `${row}F ACD`),
      ...Array.from({ length: 16 }, (_, place) => `${place + 5}Y ABCD${place === 8 ? ' exit' : ''}`),
    ]);
    expect(map.rows.filter(({ seats }) => seats).map(({ row }) => row)).toEqual([1, 5]); // bulkheads
    expect(map.wing).toEqual({ from: 7, to: 14 });
  });

  it.each<[string, SeatCounts, string]>([
    ['319', { F: 8, Y: 6 }, '1F ACDF, 2F ACDF, 3Y ABCDEF'],
    // As the drawn map has it, B and E are letters of business seats.
    ['733', { J: 4, W: 6, Y: 6 }, '1J ABEF, 2W ABCDEF, 3Y ABCDEF'],
    ['E75', { F: 3, Y: 4 }, '1F ACD, 2Y ABCD'],
    ['AT7', { J: 3, Y: 4 }, '1J ADF, 2Y ACDF'],
    ['100', { J: 3, Y: 5 }, '1J ADF, 2Y ACDEF'],
    ['SF3', { Y: 7 }, '1Y ACD, 2Y ACD, 3Y A'],
    ['BE1', { Y: 19 }, `${Array.from({ length: 9 }, (_, place) => `${place + 1}Y AC${place === 5 ? ' exit' : ''}`).join(', ')}, 10Y A`],
    // Twin aisles: a cabin that the drawn map has is as wide as there.
    ['763', { F: 4, J: 5, W: 6, Y: 7 }, '1F ADGK, 2J ACEHK, 3W ACDGHK, 4Y ACDEGHK'],
    ['332', { F: 4, W: 7, Y: 8 }, '1F ADGK, 2W ACDEGHK, 3Y ABCDEGHJ'],
    ['77W', { F: 4, J: 7, W: 8, Y: 9 }, '1F ADGJ, 2J ABDEFHJ, 3W ACDEFGHK, 4Y ABCDEFGHJ'],
    ['744', { F: 4, J: 6, W: 8, Y: 10 }, '1F ADGK, 2J ACDGHK, 3W ACDEFGHK, 4Y ABCDEFGHJK'],
  ])('of %s with %j has these rows', (equipment, counts, rows) => {
    expect(rowsOf(equipment, counts).join(', ')).toBe(rows);
  });

  it.each<[string, number, string]>([
    ['738', 1, 'C'],
    ['738', 2, 'CD'],
    ['738', 3, 'BCD'],
    ['738', 4, 'BCDE'],
    ['738', 5, 'ABCDE'],
    ['763', 1, 'C'],
    ['763', 4, 'CDGH'],
    ['763', 5, 'ACDGH'],
    ['744', 6, 'BCDEGH'],
  ])('of %s keeps, of a last row with %i seats, those beside the aisle: %s', (equipment, left, letters) => {
    expect(rowsOf(equipment, { Y: left })[0]).toBe(`1Y ${letters}`);
  });

  it.each<[string, SeatCounts, number[]]>([
    ['738', { Y: 18 }, []], // three rows
    ['738', { Y: 19 }, [3]], // four
    ['738', { Y: 110 }, [10]],
    ['738', { Y: 111 }, [10, 11]],
    ['738', { J: 8, Y: 102 }, [11]],
    ['738', { J: 8, Y: 103 }, [12, 13]],
    ['753', { Y: 200 }, [18, 19]],
    ['753', { Y: 201 }, [18, 19, 20]],
    ['738', { J: 100, Y: 24 }, [28]], // not more than one exit for four rows
    ['763', { Y: 210 }, [8, 16, 23]], // a twin aisle has them spread
    ['738', { J: 40 }, [6]], // without economy the hindmost cabin has them
  ])('of %s with %j has its exits by rule in rows %j', (equipment, counts, exits) => {
    const { map } = made(equipment, counts);
    expect(map.rows.filter(({ exit }) => exit).map(({ row }) => row)).toEqual(exits);
  });

  it('stands back where the map of the equipment has these counts, be it drawn or plain', () => {
    expect(made('738', { J: 16, Y: 144 }).map.id).toBe('737-800');
    expect(made('73H', { J: 16, Y: 144 }).map.id).toBe('737-800');
    expect(made('AT4', { Y: 48 }).map.id).toBe('plain-48');
    expect(made('738', { F: 16, Y: 144 }).made).toBe(true);
  });

  it('is wider where its rows could not be numbered, and there is none when no map could hold it', () => {
    expect(rowsOf('BE1', { Y: 198 })).toHaveLength(99);
    expect(rowsOf('BE1', { Y: 199 })[0]).toBe('1Y ACD');
    expect(made('BE1', { Y: 990 }).capacity).toEqual({ Y: 990 });
    expect(reference.seatPlanFor('BE1', { Y: 991 })).toBeUndefined();
    expect(reference.seatPlanFor('77F', { Y: 300 })).toBeUndefined();
  });

  it(`sells exactly what was counted, for every equipment (seed ${SEED})`, () => {
    const seats = (most: number) => fc.option(fc.integer({ min: 1, max: most }), { nil: undefined });
    const some = fc
      .record({ F: seats(20), J: seats(80), W: seats(60), Y: seats(480) })
      .filter((counts) => Object.values(counts).some((count) => count !== undefined))
      .map((counts): SeatCounts => JSON.parse(JSON.stringify(counts)));
    for (const code of SELLING)
      fc.assert(
        fc.property(some, (counts) => {
          const { map, capacity, ofCabin, byName, seats: all } = made(code, counts);
          expect(capacity).toEqual(counts);
          expect([...ofCabin.keys()].sort()).toEqual(Object.keys(counts).sort());
          expect(byName.size).toBe(all.length);
          expect(map.rows.map(({ row }) => row)).toEqual(map.rows.map((_, place) => place + 1));
          expect(new Set(map.rows.map(({ layout }) => layout.split(' ').length)).size).toBe(1);
        }),
        { seed: SEED, numRuns: 12 },
      );
  });

  it('is a seat map of the form, for every equipment', () => {
    for (const code of SELLING) expect(seatMapSchema.safeParse(made(code, { F: 2, J: 5, W: 9, Y: 77 }).map).error, code).toBeUndefined();
  });

  it('means the same seats for ever: a flight that was sold by an id would have other seats. Changed rules need another number than made1', () => {
    // Only a code that is new in the list of aircraft may change this.
    const hash = createHash('sha256');
    for (const code of SELLING) hash.update(JSON.stringify(made(code, { F: 5, J: 17, W: 23, Y: 133 }).map));
    expect(hash.digest('hex')).toBe('4a3e0a5a54d3164b90ebad1f6fbb6c51be8fd913c38170e4d7048df5fd9581ac');
  });

  it('is made anew from its id alone, in a thread that never saw the file', () => {
    const { map } = made('CR9', { F: 12, Y: 64 });
    expect(new SeatPlans().byId(map.id)?.map).toEqual(map);
  });

  it('is found again however many others were made meanwhile', () => {
    const plans = new SeatPlans();
    const first = plans.byId('made1-738-y1')?.map;
    for (let seats = 2; seats < 600; seats++) expect(plans.byId(`made1-738-y${seats}`)?.capacity).toEqual({ Y: seats });
    expect(plans.byId('made1-738-y1')?.map).toEqual(first);
  });
});

describe('the id of a made map', () => {
  it('tells equipment and counts', () => {
    expect(readMadeMapId(madeMapId('77W', { F: 8, J: 52, W: 1, Y: 250 }))).toEqual({
      equipment: '77W',
      counts: { F: 8, J: 52, W: 1, Y: 250 },
    });
  });

  it.each([
    ['made1-cr9-y64f12', 'in another order'],
    ['made1-cr9-y064', 'with a zero before'],
    ['made1-cr9-f0y64', 'with an empty cabin'],
    ['made1-cr9-y64y2', 'with a cabin twice'],
    ['made1-CR9-y64', 'in capitals'],
    ['made1-cr9-', 'without counts'],
    ['made2-cr9-y64', 'of other rules'],
    ['made1-cr9-y99999999999999999999', 'with more than a number holds'],
  ])('%s is none: it is written %s', (id) => {
    expect(readMadeMapId(id)).toBeUndefined();
    expect(reference.seatPlan(id)).toBeUndefined();
  });

  it.each(['made1-77f-y100', 'made1-zzz-y100', 'made1-738-y99999'])('%s means no map', (id) => {
    expect(reference.seatPlan(id)).toBeUndefined();
  });
});

it('every cabin of every equipment has a layout of its own', () => {
  for (const code of SELLING)
    for (const cabin of CABINS) expect(sameCounts(made(code, { [cabin]: 7 }).capacity, { [cabin]: 7 }), `${code} ${cabin}`).toBe(true);
});
