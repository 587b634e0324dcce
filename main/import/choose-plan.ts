import { readConfiguration } from '../../shared/read-configuration.ts';
import type { Reference, SeatPlan } from '../reference/reference.ts';
import { type Faults, quoted } from './faults.ts';

/** What a file says of the aircraft of a leg. */
interface Aircraft {
  readonly equipment: string;
  /** `J14W34Y316`; blank when the file does not say it. */
  readonly configuration: string;
}

/**
 * The seat map by which a leg is sold. The configuration of the file decides: never are seats sold that it does not have. Only a leg
 * without counts is sold by the usual cabin of its equipment.
 */
export function choosePlan({ equipment, configuration }: Aircraft, reference: Reference, faults: Faults): SeatPlan | undefined {
  const plan = reference.seatPlanFor(equipment, readConfiguration(configuration));
  if (plan) return plan;
  return reference.seatPlanFor(equipment)
    ? faults.add(`The configuration ${quoted(configuration)} has more seats than a seat map can hold`)
    : faults.add(`No aircraft that carries passengers is called ${quoted(equipment)}`);
}
