import { type SeatCounts, sameCounts } from '../../shared/configuration.ts';
import type { SeatMap } from '../../shared/seat-map.ts';
import { dataJson, dataNames } from './data-file.ts';
import { madeMap } from './made-map.ts';
import { madeMapId, readMadeMapId } from './made-map-id.ts';
import { plainSeatMaps } from './plain-seat-maps.ts';
import type { SeatPlan } from './reference.ts';
import { seatPlanOf } from './seat-plan-of.ts';

/** Code, name, and the group it belongs to (738 and 73H to 737). */
type AircraftFile = readonly [string, string, string][];

const FOLDER = 'seat-maps';
/** Plans that were made from counts are kept up to so many seats, some hundred aircraft. The one that was made first makes room, and is made anew when it is met again. */
const MADE_SEATS_MAX = 20_000;

/** The seat maps that ship with Aisle and those that are made from counts, by id and by the equipment that flies with them. */
export class SeatPlans {
  readonly #byId = new Map<string, SeatMap>();
  readonly #byEquipment = new Map<string, string>();
  readonly #families = new Map<string, string[]>();
  readonly #plain = new Map<string, SeatMap>();
  readonly #plans = new Map<string, SeatPlan>();
  readonly #made = new Map<string, SeatPlan>();
  #madeSeats = 0;

  constructor() {
    for (const name of dataNames(FOLDER)) {
      const map = dataJson<SeatMap>(`${FOLDER}/${name}`);
      this.#byId.set(map.id, map);
      for (const code of map.equipment) this.#byEquipment.set(code, map.id);
    }
    const mapOfGroup = dataJson<Record<string, string>>('seat-map-groups.json');
    for (const [code, , group] of dataJson<AircraftFile>('aircraft.json')) {
      if (group !== '') this.#families.set(group, [...(this.#families.get(group) ?? []), code]);
      const id = mapOfGroup[group] ?? mapOfGroup[code];
      if (id !== undefined && !this.#byEquipment.has(code)) this.#byEquipment.set(code, id);
    }
    for (const map of plainSeatMaps()) {
      this.#plain.set(map.id, map);
      for (const code of map.equipment) if (!this.#byEquipment.has(code)) this.#byEquipment.set(code, map.id);
    }
  }

  /** Of the maps that were drawn from an aircraft. */
  get ids(): string[] {
    return [...this.#byId.keys()];
  }

  /** All that ship with Aisle, also those that nobody has drawn. */
  get shipped(): string[] {
    return [...this.ids, ...this.#plain.keys()];
  }

  byId(id: string): SeatPlan | undefined {
    const known = this.#plans.get(id) ?? this.#made.get(id);
    if (known) return known;
    const map = this.#byId.get(id) ?? this.#plain.get(id);
    if (!map) return this.#make(id);
    const plan = seatPlanOf(map, this.#plain.has(id));
    this.#plans.set(id, plan);
    return plan;
  }

  /** The map that an equipment flies with. If it has not exactly these counts, one is made that has. */
  byEquipment(code: string, counts?: SeatCounts): SeatPlan | undefined {
    const id = this.#byEquipment.get(code);
    const plan = id === undefined ? undefined : this.byId(id);
    return !plan || !counts || sameCounts(counts, plan.capacity) ? plan : this.byId(madeMapId(code, counts));
  }

  /** The codes that a type means: itself and those of its family. */
  ofType(type: string): readonly string[] {
    return [type, ...(this.#families.get(type) ?? [])];
  }

  #make(id: string): SeatPlan | undefined {
    const told = readMadeMapId(id);
    const like = told && this.byEquipment(told.equipment);
    const map = like && madeMap(told.equipment, told.counts, like.map);
    if (!map) return undefined;
    const plan = seatPlanOf(map, false, true);
    this.#made.set(id, plan);
    this.#madeSeats += plan.seats.length;
    for (const [oldest, { seats }] of this.#made) {
      if (this.#madeSeats <= MADE_SEATS_MAX) break;
      this.#made.delete(oldest);
      this.#madeSeats -= seats.length;
    }
    return plan;
  }
}
