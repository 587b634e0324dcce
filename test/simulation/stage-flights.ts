import type { Value } from '../../main/store/database.ts';
import type { StagedImport } from '../../main/store/staged-import.ts';
import { pushFlight } from '../../main/store/tables/scheduled-flight.ts';
import type { ActionOf } from './action.ts';
import type { SimulatedHub } from './simulated-hub.ts';
import { MAP_OF, STAFF } from './world.ts';

/** What applying a file takes. */
export interface StagedToApply extends StagedImport {
  readonly name: string;
  readonly generation: number;
}

/** Reads a file's flights in beside the schedule, and sees what applying them would do. Returns what applying them takes; undefined where the power failed meanwhile. */
export async function stageFlights(
  desk: SimulatedHub,
  { key, carrier = 'SA', flights, fromDay, toDay }: ActionOf<'stage'>,
): Promise<StagedToApply | undefined> {
  const { hub, starts } = desk;
  const importId = `import-${key}`;
  const values: Value[] = [];
  for (const { day, departs, arrives, equipment, fare, ...flight } of flights)
    pushFlight(values, {
      ...{ carrier, suffix: '', currency: 'USD', serviceDay: day, departsAt: departs, arrivesAt: arrives },
      ...{ equipment, seatMap: MAP_OF[equipment] ?? '', baseFare: fare, ...flight },
    });
  const scopes = [{ carrier, fromDay, toDay }];
  const staged = { importId, legs: flights.length, flights: flights.length, refused: 0, scopes };
  const reply = await hub.change('schedule.stage', { importId, values, keptNumbers: [] }, STAFF.mercy, null);
  if (!reply.ok || desk.starts !== starts) return undefined;
  const compared = await hub.look('schedule.compare', staged);
  const generation = compared.ok ? (compared.value?.generation ?? 0) : 0;
  return { ...staged, name: 'a file', generation };
}
