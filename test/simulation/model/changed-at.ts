import { DAY_MS } from '../../../shared/instants.ts';
import type { Model } from './model.ts';

/** Nobody looks further back than so many days. */
const LOOKED_BACK_DAYS = 5;

/** When a flight was changed last that passengers had booked; 0 where it was not, or is of some days ago. */
export const changedAt = (model: Model, flightId: number, now: number): number =>
  model.flight(flightId).day < Math.floor(now / DAY_MS) - LOOKED_BACK_DAYS ? 0 : (model.queues.changed.get(flightId) ?? 0);
