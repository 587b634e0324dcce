/** Columns of the schedule CSV (docs/schedule-csv.md). */
export const NEEDED = ['carrier', 'number', 'origin', 'destination', 'from', 'departs', 'arrives', 'equipment'] as const;
const OPTIONAL = [
  'suffix',
  'to',
  'days',
  'frequency',
  'departs_day',
  'arrives_day',
  'configuration',
  'base_fare',
  'currency',
  'competitor_fare',
  'competitor_read',
] as const;
export type Column = (typeof NEEDED)[number] | (typeof OPTIONAL)[number];
const KNOWN: readonly Column[] = [...NEEDED, ...OPTIONAL];

/** Other words of the trade for the same things. They are not taken for the columns, because their contents may be written in another way. */
const OTHER_WORDS: Readonly<Record<string, Column>> = {
  airline: 'carrier',
  flight: 'number',
  flight_number: 'number',
  departure_airport: 'origin',
  arrival_airport: 'destination',
  dest: 'destination',
  start: 'from',
  effective_from: 'from',
  end: 'to',
  effective_to: 'to',
  until: 'to',
  weekdays: 'days',
  days_of_operation: 'days',
  std: 'departs',
  departure: 'departs',
  departure_time: 'departs',
  sta: 'arrives',
  arrival: 'arrives',
  arrival_time: 'arrives',
  aircraft: 'equipment',
  aircraft_type: 'equipment',
  cabins: 'configuration',
  seats: 'configuration',
  fare: 'base_fare',
  price: 'base_fare',
  competitor: 'competitor_fare',
  competing_fare: 'competitor_fare',
};

/** ` Arrives Day ` is `arrives_day`. */
export const columnName = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

export const isColumn = (name: string): name is Column => (KNOWN as readonly string[]).includes(name);

/** The column that a name probably stands for; undefined when it is like none. */
export function likelyColumn(name: string): Column | undefined {
  const other = OTHER_WORDS[name];
  if (other) return other;
  // One wrong letter of a short name may be another word: `at` is not `to`.
  const likely = KNOWN.filter((known) => edits(name, known) <= (known.length < 4 ? 0 : known.length < 6 ? 1 : 2));
  return likely.sort((a, b) => edits(name, a) - edits(name, b))[0];
}

/** How many letters must be added, left out, changed or swapped with their neighbour to make one word of another (optimal string alignment). */
function edits(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > 2) return 3;
  let [older, before]: [number[], number[]] = [[], Array.from({ length: to.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= from.length; row++) {
    const now = [row];
    for (let at = 1; at <= to.length; at++) {
      const same = from[row - 1] === to[at - 1];
      const swapped = row > 1 && at > 1 && from[row - 1] === to[at - 2] && from[row - 2] === to[at - 1];
      now.push(
        Math.min(
          (before[at] ?? 0) + 1,
          (now[at - 1] ?? 0) + 1,
          (before[at - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (older[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [older, before] = [before, now];
  }
  return before[to.length] ?? 0;
}
