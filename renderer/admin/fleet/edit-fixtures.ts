import type { SeatMap } from '../../../shared/seat-map.ts';

export type ToolFixture = 'galley' | 'lavatory';

interface FixturePlace {
  /** The row, counted from 0 at the nose, and blocks counted from port. */
  readonly row: number;
  readonly blocks: readonly number[];
  /** Behind the row instead of in front of it. */
  readonly behind?: boolean;
}

/** A galley or lavatory in front of a row, or behind it; where one stands already it goes. */
export function toggleFixture(map: SeatMap, kind: ToolFixture, { row, blocks, behind = false }: FixturePlace): SeatMap {
  const before = map.rows[behind ? row + 1 : row]?.row ?? 0;
  const isMeant = (fixture: SeatMap['fixtures'][number]) =>
    fixture.kind === kind && fixture.before === before && blocks.includes(fixture.block);
  const others = map.fixtures.filter((fixture) => !isMeant(fixture));
  const allStand = blocks.every((block) => map.fixtures.some((fixture) => isMeant(fixture) && fixture.block === block));
  return { ...map, fixtures: allStand ? others : [...others, ...blocks.map((block) => ({ kind, before, block }))] };
}
