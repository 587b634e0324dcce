import { FLEET_SEATS_MAX } from './bounds.ts';
import { countsOf } from './configuration.ts';
import type { FleetDraft } from './methods/fleet.ts';
import { CABIN_NAMES, CABINS, type Cabin, capacityOf, seatsOf } from './seat-map.ts';

/** What is wrong with a drawn map, and in which row; null: in none. */
interface DraftFault {
  readonly row: number | null;
  readonly problem: string;
}

type Drawn = Pick<FleetDraft, 'rows' | 'fixtures' | 'wing'>;

const aislesOf = (layout: string): number => layout.split(' ').length - 1;

/** Everything that keeps a drawn map from being kept, nose to tail. `configuration` null: what it may sell is not said yet. */
export function draftFaults(drawn: Drawn, configuration: string | null): DraftFault[] {
  const { rows } = drawn;
  if (rows.length === 0) return [{ row: null, problem: 'there are no rows' }];
  const faults: DraftFault[] = [];
  const cabins: Cabin[] = [];
  const aisles = aislesOf(rows[0]?.layout ?? '');
  for (const [at, { row, cabin, layout, seats }] of rows.entries()) {
    const fault = (problem: string): void => void faults.push({ row, problem });
    const before = rows[at - 1];
    if (before && row <= before.row) fault(`row ${row} follows row ${before.row}; rows rise from nose to tail`);
    if (cabin !== before?.cabin) {
      if (cabins.includes(cabin)) fault(`cabin ${cabin} begins again; the rows of a cabin follow each other`);
      cabins.push(cabin);
    }
    const letters = layout.replaceAll(' ', '');
    if (letters === '') fault('the row has no seats');
    if ([...letters].some((letter, place) => letter <= (letters[place - 1] ?? '')))
      fault(`${layout.trim()}: letters rise from port to starboard, each once`);
    if (aislesOf(layout) !== aisles) fault(`the row has ${aislesOf(layout)} aisles and the first row has ${aisles}`);
    const strange = Object.keys(seats ?? {}).filter((letter) => !letters.includes(letter));
    if (strange.length > 0) fault(`codes are given for ${strange.join(' ')}, which the row does not have`);
  }
  faults.push(...aroundFaults(drawn, aisles), ...countFaults(drawn, configuration));
  return faults;
}

/** Of fixtures and the wing. */
function aroundFaults({ rows, fixtures, wing }: Drawn, aisles: number): DraftFault[] {
  const numbers = new Set(rows.map(({ row }) => row));
  const faults: DraftFault[] = [];
  for (const { kind, before, block } of fixtures) {
    if (before !== 0 && !numbers.has(before))
      faults.push({ row: null, problem: `a ${kind} stands before row ${before}, which there is not` });
    if (block > aisles) faults.push({ row: before || null, problem: `a ${kind} stands in block ${block}; blocks are 0 to ${aisles}` });
  }
  if (!numbers.has(wing.from) || !numbers.has(wing.to) || wing.from > wing.to)
    faults.push({ row: null, problem: `the wing reaches from row ${wing.from} to ${wing.to}, which are no two rows of the map` });
  return faults;
}

/** Of what it sells: never more than the schedule file says. */
function countFaults({ rows }: Drawn, configuration: string | null): DraftFault[] {
  const map = { rows } as Parameters<typeof capacityOf>[0];
  const names = seatsOf(map).map(({ seat }) => seat);
  const faults: DraftFault[] = [];
  const twice = names.find((seat, at) => names.indexOf(seat) < at);
  if (twice) faults.push({ row: null, problem: `seat ${twice} is drawn twice` });
  if (names.length > FLEET_SEATS_MAX)
    faults.push({ row: null, problem: `there are ${names.length} seats; a map has at most ${FLEET_SEATS_MAX}` });
  const sells = capacityOf(map);
  if (Object.keys(sells).length === 0) faults.push({ row: null, problem: 'no seat can be sold' });
  const said = configuration === null ? undefined : (countsOf(configuration) ?? {});
  for (const cabin of CABINS) {
    const [has, may] = [sells[cabin] ?? 0, said?.[cabin] ?? 0];
    if (said && has > may) faults.push({ row: null, problem: `${CABIN_NAMES[cabin]} has ${has} seats, ${configuration} has ${may}` });
  }
  return faults;
}
