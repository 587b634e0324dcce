import type { SeatMap } from '../../shared/seat-map.ts';
import { dataJson } from './data-file.ts';

interface PlainCabin {
  readonly id: string;
  readonly name: string;
  readonly layout: string;
  readonly rows: number;
  readonly equipment: string[];
}

/**
 * Seat maps for equipment whose cabin nobody has drawn: one economy cabin of the usual width and about the usual number of seats. With them
 * every equipment that carries passengers can be scheduled and sold. Which rows are exit rows is not known, so none is marked.
 */
export const plainSeatMaps = (): SeatMap[] =>
  dataJson<PlainCabin[]>('plain-seat-maps.json').map(({ id, name, layout, rows, equipment }) => ({
    id,
    name,
    equipment,
    deck: 'main',
    rows: Array.from({ length: rows }, (_, place) => ({ row: place + 1, cabin: 'Y', layout })),
    fixtures: [],
    wing: { from: Math.ceil(rows / 3), to: Math.ceil((2 * rows) / 3) },
    source: 'Aisle: a plain cabin of the usual size',
  }));
