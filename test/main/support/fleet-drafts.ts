import type { FleetDraft } from '../../../shared/methods/fleet.ts';
import type { Cabin } from '../../../shared/seat-map.ts';

/** Rows of one cabin, with what is said of some of them. */
export const rowsOf = (
  cabin: Cabin,
  from: number,
  to: number,
  layout: string,
  more: Readonly<Record<number, Partial<FleetDraft['rows'][number]>>> = {},
): FleetDraft['rows'] => Array.from({ length: to - from + 1 }, (_, at) => ({ row: from + at, cabin, layout, ...more[from + at] }));

/** An A320 with 178 economy seats, as the map that ships with Aisle sells: rows 1 to 29 of six and row 30 of four; rows 11 and 12 are exit rows. */
export const draft320 = (more: Partial<FleetDraft> = {}): FleetDraft => ({
  name: 'A320 of JetBlue',
  carrier: 'B6',
  equipment: '320',
  configuration: 'Y178',
  deck: 'main',
  rows: [...rowsOf('Y', 1, 29, 'ABC DEF', { 11: { exit: true }, 12: { exit: true } }), ...rowsOf('Y', 30, 30, 'AB DE')],
  fixtures: [{ kind: 'galley', before: 1, block: 0 }],
  wing: { from: 10, to: 18 },
  ...more,
});
