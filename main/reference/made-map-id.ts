import { configurationOf, countsOf, type SeatCounts } from '../../shared/configuration.ts';

/**
 * The id of a seat map that is made from counts tells all of it: `made1-cr9-f12y64`. 1 is the version of the rules by which it is made
 * (main/reference/made-map.ts). An id means the same seats for ever, so changed rules get another number, and these stay.
 */
export const madeMapId = (equipment: string, counts: SeatCounts): string =>
  `made1-${equipment.toLowerCase()}-${configurationOf(counts).toLowerCase()}`;

/** Equipment and counts that an id tells; undefined when it is no such id, or is written in another way than `madeMapId` writes it. */
export function readMadeMapId(id: string): { readonly equipment: string; readonly counts: SeatCounts } | undefined {
  const [, equipment, told = ''] = /^made1-([a-z0-9]+)-([fjwy0-9]+)$/.exec(id) ?? [];
  const counts = countsOf(told.toUpperCase());
  return equipment && counts ? { equipment: equipment.toUpperCase(), counts } : undefined;
}
