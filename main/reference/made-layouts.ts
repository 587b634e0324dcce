import { CABINS, type Cabin, type SeatMap } from '../../shared/seat-map.ts';

export type CabinLayouts = Readonly<Record<Cabin, string>>;

/** From the narrowest body to the widest, as wide as each cabin usually is beside an economy cabin of that width. */
const BODIES: readonly CabinLayouts[] = [
  { F: 'A C', J: 'A C', W: 'A C', Y: 'A C' },
  { F: 'A CD', J: 'A CD', W: 'A CD', Y: 'A CD' },
  { F: 'A DF', J: 'A DF', W: 'AC DF', Y: 'AC DF' },
  { F: 'A DF', J: 'A DF', W: 'AC DEF', Y: 'AC DEF' },
  { F: 'AC DF', J: 'AC DF', W: 'ABC DEF', Y: 'ABC DEF' },
  { F: 'A DG K', J: 'AC E HK', W: 'AC DG HK', Y: 'AC DEG HK' },
  { F: 'A DG K', J: 'AC DG HK', W: 'AC DEG HK', Y: 'AC DEFG HK' },
  { F: 'A DG K', J: 'AC DG HK', W: 'AC DEFG HK', Y: 'ABC DEF HJK' },
  { F: 'A DG K', J: 'AC DG HK', W: 'AC DEFG HK', Y: 'ABC DEFG HJK' },
];

/** Seats of a layout side by side. */
export const abreastOf = (layout: string): number => layout.replaceAll(' ', '').length;
const aisles = (layout: string): number => layout.split(' ').length;

/**
 * The layouts by which a cabin of an equipment may be made, the likeliest first. That is how the map of the equipment has each cabin; a
 * cabin that it has not is as wide as usual in such a body. The wider ones are for counts that need more rows than a map can number.
 */
export function layoutsFor(map: SeatMap): CabinLayouts[] {
  const economy = widest(map, 'Y');
  const body = BODIES.find(({ Y }) => abreastOf(Y) === abreastOf(economy));
  const usual = body && { ...body, ...(abreastOf(economy) === 4 ? { F: firstOfFour(economy), J: firstOfFour(economy), W: economy } : {}) };
  const own = CABINS.map((cabin): [Cabin, string] => {
    const layout = widest(map, cabin);
    return [cabin, aisles(layout) === aisles(economy) ? layout : (usual?.[cabin] ?? economy)];
  });
  return [Object.fromEntries(own) as Record<Cabin, string>, ...BODIES.filter(({ Y }) => abreastOf(Y) > abreastOf(economy))];
}

/** Of four abreast the port pair becomes one seat: `AB CD` is `A CD`, `AC DF` is `A DF`. */
const firstOfFour = (economy: string): string => economy.replace(/^(.)./, '$1');

/** The widest row of a cabin, without the seats that are not there; blank when the map has no such cabin. */
function widest(map: SeatMap, cabin: Cabin): string {
  const layouts = map.rows
    .filter((row) => row.cabin === cabin)
    .map(({ layout, seats }) => [...layout].filter((letter) => !seats?.[letter]?.includes('8')).join(''));
  return layouts.reduce((most, layout) => (abreastOf(layout) > abreastOf(most) ? layout : most), '');
}
