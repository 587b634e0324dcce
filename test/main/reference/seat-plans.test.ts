import { describe, expect, it } from 'vitest';
import { dataJson } from '../../../main/reference/data-file.ts';
import { loadReference } from '../../../main/reference/load-reference.ts';
import { SeatPlans } from '../../../main/reference/seat-plans.ts';
import { assert } from '../../../shared/assert.ts';
import { seatMapSchema } from '../../../shared/seat-map.ts';

const plans = new SeatPlans();
const reference = loadReference();

/** The seat counts that the maps were laid out for. */
const CAPACITY: Record<string, Partial<Record<'F' | 'J' | 'W' | 'Y', number>>> = {
  '717-200': { J: 12, Y: 98 },
  '737-300': { J: 12, Y: 114 },
  '737-400': { J: 12, Y: 132 },
  '737-700': { Y: 143 },
  '737-800': { J: 16, Y: 144 },
  '737-900': { J: 16, Y: 165 },
  '757-200': { J: 24, Y: 160 },
  '757-300': { J: 24, Y: 189 },
  '767-300': { Y: 290 },
  '777-300er': { F: 8, J: 56, Y: 227 },
  '787-9': { J: 31, W: 35, Y: 198 },
  'a220-300': { Y: 140 },
  a319: { J: 8, Y: 120 },
  a320: { Y: 178 },
  // Four rows of business with the middle seats left free.
  a321: { J: 16, Y: 189 },
  'a330-200': { J: 18, Y: 276 },
  'a380-main': { F: 12, Y: 301 },
  'atr-72': { Y: 68 },
  'crj-200': { Y: 50 },
  'crj-700': { J: 9, Y: 56 },
  'crj-900': { J: 12, Y: 64 },
  'dash-8-400': { Y: 76 },
  e175: { J: 12, Y: 64 },
  e190: { Y: 100 },
  'erj-145': { Y: 50 },
  'md-88': { J: 16, Y: 133 },
};

it('ships the maps that are listed here', () => {
  expect(plans.ids.sort()).toEqual(Object.keys(CAPACITY).sort());
});

describe.each(Object.keys(CAPACITY))('%s', (id) => {
  const plan = plans.byId(id);
  assert(plan, `${id} is a map`);
  const { map, seats, byName } = plan;

  it('is a seat map of the form', () => {
    expect(seatMapSchema.safeParse(map).error).toBeUndefined();
    expect(map.id).toBe(id);
  });

  it('can sell what it says', () => {
    expect(plan.capacity).toEqual(CAPACITY[id]);
  });

  it('can be drawn: equal aisles, rising rows, cabins in order, fixtures and wing where there are rows', () => {
    const blocks = map.rows.map((row) => row.layout.split(' ').length);
    expect(new Set(blocks).size).toBe(1);
    expect(blocks[0]).toBeGreaterThanOrEqual(2);
    const rows = map.rows.map((row) => row.row);
    expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
    const cabins = map.rows.map((row) => 'FJWY'.indexOf(row.cabin));
    expect(cabins).toEqual([...cabins].sort());
    for (const fixture of map.fixtures) {
      expect(fixture.before === 0 || rows.includes(fixture.before), `fixture before row ${fixture.before}`).toBe(true);
      expect(fixture.block).toBeLessThan(blocks[0] ?? 0);
    }
    expect(map.wing.from).toBeLessThanOrEqual(map.wing.to);
    expect(rows[0]).toBeLessThanOrEqual(map.wing.to);
    expect(rows.at(-1)).toBeGreaterThanOrEqual(map.wing.from);
  });

  it('names each seat once, without the letter I, and marks only seats that are there', () => {
    expect(byName.size).toBe(seats.length);
    for (const seat of seats) {
      expect(seat.seat).toMatch(/^[1-9]\d?[A-HJ-Z]$/);
      expect(seat.letter).not.toBe('I');
    }
    for (const row of map.rows)
      for (const letter of Object.keys(row.seats ?? {})) expect(byName.has(`${row.row}${letter}`), `${row.row}${letter}`).toBe(true);
  });

  it('has a window at most at both sides of a row, and only there', () => {
    for (const row of map.rows) {
      const windows = seats.filter((seat) => seat.row === row.row && seat.window).map((seat) => seat.letter);
      expect(windows.length).toBeLessThanOrEqual(2);
      if (!row.layout.startsWith(' ')) expect(windows).toContain(row.layout[0]);
      if (!row.layout.endsWith(' ')) expect(windows).toContain(row.layout.at(-1));
    }
  });
});

const AIRCRAFT: readonly (readonly [code: string, name: string, group: string])[] = dataJson('aircraft.json');
/** Freighters, and the truck: all other equipment of the list sells seats. */
const FREIGHT = new Set(
  `14F 14X 14Y 14Z 31F 31X 31Y 32F 32X 33F 33X 38F 70F 72F 72X 72Y 73F 73P 73X 73Y 73Z 74B 74F 74N 74T 74U 74V 74X
   74Y 75F 76F 76V 76X 76Y 77F 77X A22 A4F A5F ABB ABF ABX ABY ANF APF ATF ATZ BEF CNF CRF CVF CVV CVX CVY D1F D1X
   D1Y D3F D4X D6F D8F D8T D8X D8Y D9C D9D D9F D9X DHF F5F I9F I9X I9Y L1F L4F LOF M1F M2F M3F M8F RFS SFF SWF T2F`.split(/\s+/),
);

describe('a schedule was refused for equipment that carries passengers, because nobody had drawn its cabin', () => {
  const passengers = AIRCRAFT.filter(([code]) => !FREIGHT.has(code));
  it.each(passengers)('%s, %s', (code) => {
    const plan = reference.seatPlanFor(code);
    assert(plan, code);
    expect(plan.seats.length).toBeGreaterThan(3);
    if (plan.plain) expect(seatMapSchema.safeParse(plan.map).error).toBeUndefined();
  });

  it('freighters and the truck have none, and the list has all of them', () => {
    const codes = new Set(AIRCRAFT.map(([code]) => code));
    for (const code of FREIGHT) expect([code, codes.has(code), reference.seatPlanFor(code)]).toEqual([code, true, undefined]);
    expect(passengers.length + FREIGHT.size).toBe(AIRCRAFT.length);
  });

  it.each(['AT6', '328', '909', '919'])('%s, which the list of aircraft does not have', (code) => {
    expect(reference.seatPlanFor(code)?.plain).toBe(true);
  });

  it.each([
    ['DHT', 18],
    ['SF3', 30],
    ['AT4', 48],
    ['100', 105],
    ['310', 224],
    ['359', 315],
    ['744', 400],
    ['BUS', 48],
  ])('%s has a cabin of its size: %i seats', (code, seats) => {
    const plan = reference.seatPlanFor(code);
    expect(plan?.capacity).toEqual({ Y: seats });
    expect(plan?.map.name).toBe(`Plain cabin, ${seats} seats`);
  });

  it('a drawn map goes before a plain one', () => {
    expect(reference.seatPlanFor('738')?.plain).toBe(false);
  });
});

describe('equipment', () => {
  it('belongs to one map each', () => {
    const codes = plans.ids.flatMap((id) => plans.byId(id)?.map.equipment ?? []);
    expect(codes.length).toBe(new Set(codes).size);
  });

  it.each([
    ['320', 'a320'],
    ['32N', 'a320'],
    ['32S', 'a320'],
    ['738', '737-800'],
    ['73H', '737-800'],
    ['7M8', '737-800'],
    ['7S8', '737-800'],
    ['E7W', 'e175'],
    ['M83', 'md-88'],
    ['32A', 'a320'],
    ['737', '737-800'],
    ['77W', '777-300er'],
    // By its group: another 777 than any map names would still find one.
    ['77L', '777-300er'],
    ['388', 'a380-main'],
    ['CR9', 'crj-900'],
    ['E75', 'e175'],
    ['ER4', 'erj-145'],
    ['AT7', 'atr-72'],
    ['M88', 'md-88'],
  ])('%s flies with %s', (code, id) => {
    expect(reference.seatPlanFor(code)?.map.id).toBe(id);
  });

  it.each(['77F', '73Y', '14X', 'SFF', '32X', 'RFS', '380F', '', 'zzz'])('%s sells no seats', (code) => {
    expect(reference.seatPlanFor(code)).toBeUndefined();
  });
});
