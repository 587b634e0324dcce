import { DAY_MS } from '../../../shared/instants.ts';
import type { LegMeaning } from './leg-meaning.ts';

/** Who booked a flight that does not fly, or that they could not reach, waits on after it was to leave. */
const STRANDED_MS = 2 * DAY_MS;

/** Whether something is still to do about a flight: it is to come, or its passengers stayed behind. */
export const stillMatters = (
  { kind, departs, without }: Pick<LegMeaning, 'kind'> & { readonly departs: number; readonly without: boolean },
  now: number,
): boolean => kind === 'missed' || departs + (kind === 'cancelled' || (kind === 'connection' && without) ? STRANDED_MS : 0) > now;
