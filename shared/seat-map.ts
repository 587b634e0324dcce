import { z } from 'zod';

export const CABINS = ['F', 'J', 'W', 'Y'] as const;
export type Cabin = (typeof CABINS)[number];
export const CABIN_NAMES: Record<Cabin, string> = { F: 'first', J: 'business', W: 'premium economy', Y: 'economy' };
export const cabinSchema = z.enum(CABINS);

/**
 * A seat map, as kept in main/reference/data/seat-maps/*.json. `layout` is one string a row, nose to tail, port to
 * starboard: a letter is a seat, a space is an aisle (`ABC DEF`, `AC DF`, ` DEF`). Every row of a map has the same
 * number of aisles, so `layout.split(' ')` gives the same number of blocks, some of them perhaps empty.
 */
export const seatMapSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  /** IATA equipment codes that fly with this map. */
  equipment: z.array(z.string()),
  deck: z.enum(['main', 'upper']),
  rows: z.array(
    z.strictObject({
      row: z.int().min(1).max(99),
      cabin: cabinSchema,
      layout: z.string().regex(/^[A-HJ-Z ]+$/),
      exit: z.boolean().optional(),
      /** Further characteristics (PADIS 9825 codes) by letter: B bassinet, L legroom, K bulkhead, H accessible, 1 restricted, 8 no seat here ... */
      seats: z.record(z.string(), z.array(z.string())).optional(),
    }),
  ),
  /** Galleys, lavatories and the like, drawn before row `before` (or after the last row when 0), in blocks counted from port. */
  fixtures: z.array(
    z.strictObject({
      kind: z.enum(['galley', 'lavatory', 'closet', 'stowage', 'stairs', 'bulkhead']),
      before: z.int(),
      block: z.int().min(0),
    }),
  ),
  /** First and last row over the wing. */
  wing: z.strictObject({ from: z.int(), to: z.int() }),
  source: z.string(),
});
export type SeatMap = z.infer<typeof seatMapSchema>;

export interface Seat {
  readonly seat: string;
  readonly row: number;
  readonly letter: string;
  readonly cabin: Cabin;
  /** 0 is the row nearest the nose among those of the map. */
  readonly rowIndex: number;
  /** Which block between aisles, from port, and the place within it. */
  readonly block: number;
  readonly place: number;
  readonly window: boolean;
  readonly aisle: boolean;
  readonly exit: boolean;
  readonly codes: readonly string[];
  /** For sale at all: neither marked 1 (restricted) nor 8 (no seat here). */
  readonly sellable: boolean;
}

/** All seats of a map in order, nose to tail and port to starboard. Window and aisle follow from the layout. */
export function seatsOf(map: SeatMap): Seat[] {
  return map.rows.flatMap((row, rowIndex) => {
    const blocks = row.layout.split(' ');
    return blocks.flatMap((block, blockIndex) =>
      [...block].map((letter, place): Seat => {
        // A row that begins or ends with an aisle has no window there.
        const window = (blockIndex === 0 && place === 0) || (blockIndex === blocks.length - 1 && place === block.length - 1);
        const aisle = (place === 0 && blockIndex > 0) || (place === block.length - 1 && blockIndex < blocks.length - 1);
        const own = row.seats?.[letter] ?? [];
        const exit = row.exit === true;
        const codes = [window ? 'W' : '', aisle ? 'A' : '', window || aisle ? '' : '9', exit ? 'E' : '', ...own].filter(Boolean);
        const sellable = !own.includes('1') && !own.includes('8');
        return {
          seat: `${row.row}${letter}`,
          row: row.row,
          letter,
          cabin: row.cabin,
          rowIndex,
          block: blockIndex,
          place,
          window,
          aisle,
          exit,
          codes,
          sellable,
        };
      }),
    );
  });
}

/** How many seats each cabin of a map can sell; cabins that the map has not are absent. */
export function capacityOf(map: SeatMap): Partial<Record<Cabin, number>> {
  const capacity: Partial<Record<Cabin, number>> = {};
  for (const seat of seatsOf(map)) if (seat.sellable) capacity[seat.cabin] = (capacity[seat.cabin] ?? 0) + 1;
  return capacity;
}
