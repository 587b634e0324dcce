import { DAY_MS } from '../../../shared/instants.ts';
import type { LegMeaning } from './leg-meaning.ts';

/** Who booked a flight that does not fly waits on after it was to leave. */
const STRANDED_MS = 2 * DAY_MS;

/** Whether something is still to do about a flight: it is to come, or its passengers stayed behind. */
export const stillMatters = ({ kind, departs }: Pick<LegMeaning, 'kind'> & { readonly departs: number }, now: number): boolean =>
  kind === 'missed' || departs + (kind === 'cancelled' ? STRANDED_MS : 0) > now;
