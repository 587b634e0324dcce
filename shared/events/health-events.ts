import { z } from 'zod';
import { FIGURE_NAMES } from '../health/figures.ts';
import { instantMs } from '../method.ts';

/** What supervisors do about the health of the hub. */
export const HEALTH_EVENTS = {
  /** The alarm of a figure is silent until a moment. The note is kept apart, because a person types it. */
  'alarm.acknowledged': z.strictObject({ figure: z.enum(FIGURE_NAMES), until: instantMs }),
  /** Null: the limit that Aisle comes with. */
  'limit.set': z.strictObject({ figure: z.enum(FIGURE_NAMES), before: z.number().nullable(), after: z.number().nullable() }),
} as const;
