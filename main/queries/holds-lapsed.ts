import { HOLD_CEILING_MS, LAPSES_READ_MAX } from '../../shared/bounds.ts';
import { accept } from '../../shared/refusals.ts';
import { isSystemUser } from '../actor.ts';
import { isSimulated } from '../training/simulated-desks.ts';
import type { Query } from './query.ts';

/** A hold as far as it tells whether its agent leaves holds to lapse. */
export interface HoldEnd {
  readonly bookingId: number;
  readonly desk: string;
  readonly user: string;
  /** live: it runs. lapsed: nobody paid. sold: by this desk and user. */
  readonly end: 'live' | 'lapsed' | 'sold';
  /** When it lapsed or was sold; of a live one its deadline. */
  readonly at: number;
}

const NEWEST = `SELECT id AS bookingId, created_at AS createdAt, iif(sold_at IS NULL, desk, sold_desk) AS desk, iif(sold_at IS NULL, user_name, sold_by) AS user,
    iif(sold_at IS NOT NULL, 'sold', iif(state = 'HOLD', 'live', 'lapsed')) AS end, coalesce(sold_at, expires_at, created_at + hold_ms) AS at
  FROM bookings WHERE (sold_at IS NOT NULL OR state IN ('HOLD', 'EXPIRED')) AND pay_by IS NULL AND way_for IS NULL
    AND NOT EXISTS (SELECT 1 FROM waitlist WHERE hold_id = bookings.id)
  ORDER BY id DESC LIMIT ?`;

/**
 * What became of the holds of each desk and user since a moment, in the order in which they ended, so that it is known after a restart too. Who pays later, way-ons, offers
 * of the waitlist, other systems and simulated desks are none of them, nor are holds that were placed by a time that stood ahead: when it was set right they ended too
 * soon.
 */
export const holdsLapsed: Query<{ readonly since: number }, { readonly ends: readonly HoldEnd[] }> = async ({ db, now }, { since }) => {
  const rows = await db.query<HoldEnd & { readonly createdAt: number }>(NEWEST).all(LAPSES_READ_MAX);
  let least: number = now;
  const ends = rows
    .filter(({ createdAt, end, at }) => {
      // The newest come first: one that was placed later than those after it was dated ahead.
      const ahead = createdAt > least || (end === 'lapsed' && at > now);
      least = Math.min(least, createdAt);
      return !ahead;
    })
    .filter(({ createdAt, at }) => createdAt >= since - HOLD_CEILING_MS && at >= since)
    .filter(({ desk, user }) => !isSimulated(desk) && !isSystemUser(user))
    .map(({ createdAt: _, ...end }) => end)
    .sort((a, b) => a.at - b.at);
  return accept({ ends });
};
