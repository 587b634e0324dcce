import { dataJson } from '../../../main/reference/data-file.ts';
import type { FleetDraft } from '../../../shared/methods/fleet.ts';
import type { Cabin, SeatMap } from '../../../shared/seat-map.ts';

/** Rows of one cabin, with what is said of some of them. */
export const rowsOf = (
  cabin: Cabin,
  from: number,
  to: number,
  layout: string,
  more: Readonly<Record<number, Partial<FleetDraft['rows'][number]>>> = {},
): FleetDraft['rows'] => Array.from({ length: to - from + 1 }, (_, at) => ({ row: from + at, cabin, layout, ...more[from + at] }));

/** An A320 of 178 economy seats, nearly as the map that ships with Aisle: rows 1 to 29 of six, row 30 of four, exits in rows 11 and 12. */
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

type Rows = FleetDraft['rows'];

/** The A320 that ships with Aisle, drawn again with other rows: the map of a flight of the test hub. */
export function redrawn320(redraw: (rows: Rows) => Rows, more: Partial<FleetDraft> = {}): FleetDraft {
  const { rows, fixtures, wing } = dataJson<SeatMap>('seat-maps/a320.json');
  return draft320({ rows: redraw(structuredClone(rows) as Rows), fixtures, wing, ...more });
}

/** Without some seats (`25F`): they are marked as no seats, so that the others are windows and aisles as before. */
export const without =
  (...seats: string[]) =>
  (rows: Rows): Rows =>
    rows.map((row) => {
      const gone = seats
        .filter((seat) => Number.parseInt(seat, 10) === row.row)
        .map((seat) => [seat.slice(-1), ['8']] as [string, string[]]);
      return gone.length === 0 ? row : { ...row, seats: { ...row.seats, ...Object.fromEntries(gone) } };
    });
