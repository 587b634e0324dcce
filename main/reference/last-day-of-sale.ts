import { SALE_AHEAD_MS } from '../../shared/bounds.ts';
import type { Instant } from '../../shared/instants.ts';
import { localDay } from './zone-time.ts';

/** The last local day, in days since 1970, on which a flight may leave that is searched or held now. */
export const lastDayOfSale = (zone: string, now: Instant): number => localDay(zone, now + SALE_AHEAD_MS);
