import type { FleetDraft } from '../../shared/methods/fleet.ts';
import type { SeatMap } from '../../shared/seat-map.ts';

/** The map that a draft is. Its parts have one order, so that two maps are the same when their texts are. */
export const drawnMap = ({ name, equipment, deck, rows, fixtures, wing }: FleetDraft, id: string): SeatMap => ({
  ...{ id, name, equipment: [equipment], deck },
  rows: rows.map(({ row, cabin, layout, exit, seats }) => {
    const coded = Object.entries(seats ?? {})
      .filter(([, codes]) => codes.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return { row, cabin, layout, ...(exit ? { exit } : {}), ...(coded.length > 0 ? { seats: Object.fromEntries(coded) } : {}) };
  }),
  fixtures: fixtures.map(({ kind, before, block }) => ({ kind, before, block })),
  wing: { from: wing.from, to: wing.to },
  source: 'drawn by the airline',
});
