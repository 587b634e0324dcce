import type { SeatMap } from '../../shared/seat-map.ts';
import { dataJson, dataNames } from './data-file.ts';
import { plainSeatMaps } from './plain-seat-maps.ts';
import type { SeatPlan } from './reference.ts';
import { seatPlanOf } from './seat-plan-of.ts';

/** Code, name, and the group it belongs to (738 and 73H to 737). */
type AircraftFile = readonly [string, string, string][];

const FOLDER = 'seat-maps';

/** All seat maps that ship with Aisle, by id and by the equipment that flies with them. */
export class SeatPlans {
  readonly #byId = new Map<string, SeatMap>();
  readonly #byEquipment = new Map<string, string>();
  readonly #plain = new Map<string, SeatMap>();
  readonly #plans = new Map<string, SeatPlan>();

  constructor() {
    for (const name of dataNames(FOLDER)) {
      const map = dataJson<SeatMap>(`${FOLDER}/${name}`);
      this.#byId.set(map.id, map);
      for (const code of map.equipment) this.#byEquipment.set(code, map.id);
    }
    const mapOfGroup = dataJson<Record<string, string>>('seat-map-groups.json');
    for (const [code, , group] of dataJson<AircraftFile>('aircraft.json')) {
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
    let plan = this.#plans.get(id);
    const map = this.#byId.get(id) ?? this.#plain.get(id);
    if (!plan && map) {
      plan = seatPlanOf(map, this.#plain.has(id));
      this.#plans.set(id, plan);
    }
    return plan;
  }

  byEquipment(code: string): SeatPlan | undefined {
    const id = this.#byEquipment.get(code);
    return id === undefined ? undefined : this.byId(id);
  }
}
