import { MINUTE_MS } from './instants.ts';

/**
 * What the schedule of now means for who was sold a leg, from the least to the worst that a booking may have. A leg that goes elsewhere is that, unless
 * it does not fly or was missed; else it has the worst that holds for it.
 * - moved: it leaves or arrives at another time, within the limit.
 * - otherDestination: it goes elsewhere.
 * - seatGone: the aircraft of now has no such seat in the cabin, or fewer seats than passengers.
 * - movedFar: the same as moved, by more than the limit. A day's shift is one too.
 * - connection: it leaves too soon after the leg before it, or before that one arrives, because one of the two was moved.
 * - missed: its passengers missed it by the carrier's fault.
 * - cancelled: it does not fly.
 */
export const LEG_CHANGES = ['none', 'moved', 'otherDestination', 'seatGone', 'movedFar', 'connection', 'missed', 'cancelled'] as const;
export type LegChangeKind = (typeof LEG_CHANGES)[number];

/** Where a leg goes, and when; instants in UTC milliseconds. */
export interface LegTimes {
  readonly destination: string;
  readonly departsAt: number;
  readonly arrivesAt: number;
}

/** The same by the schedule of now. */
export interface LegScheduled extends LegTimes {
  readonly cancelled: boolean;
  /** Its passengers missed it by the carrier's fault. */
  readonly missed: boolean;
  /** It cannot be reached from the leg before it any more, and could when it was sold. */
  readonly connectionLost: boolean;
  /** Somebody has lost a seat on it to another aircraft. */
  readonly seatGone: boolean;
}

export interface LegChange {
  readonly kind: LegChangeKind;
  /** By how many minutes it leaves or arrives later than it was sold, whichever is more; less than 0: earlier. 0 where it does not fly. */
  readonly movedMinutes: number;
}

/** What has become of a leg that was sold. The limit itself is still within it: 60 minutes are not more than 60. */
export function legChange(sold: LegTimes, now: LegScheduled, limitMinutes: number): LegChange {
  if (now.cancelled) return { kind: 'cancelled', movedMinutes: 0 };
  if (now.missed) return { kind: 'missed', movedMinutes: 0 };
  const [departure, arrival] = [now.departsAt - sold.departsAt, now.arrivesAt - sold.arrivesAt];
  const movedMs = Math.abs(arrival) > Math.abs(departure) ? arrival : departure;
  return { kind: kindOf(sold, now, movedMs, limitMinutes), movedMinutes: Math.trunc(movedMs / MINUTE_MS) };
}

function kindOf(sold: LegTimes, now: LegScheduled, movedMs: number, limitMinutes: number): LegChangeKind {
  if (now.destination !== sold.destination) return 'otherDestination';
  if (now.connectionLost) return 'connection';
  if (Math.abs(movedMs) > limitMinutes * MINUTE_MS) return 'movedFar';
  if (now.seatGone) return 'seatGone';
  return movedMs === 0 ? 'none' : 'moved';
}

/** The code beside a leg that stands. A seat that is gone is no change of its schedule. */
export function statusNow({ kind, movedMinutes }: LegChange): 'HK' | 'TK' | 'HX' {
  if (kind === 'cancelled') return 'HX';
  return kind === 'none' || kind === 'missed' || (kind === 'seatGone' && movedMinutes === 0) ? 'HK' : 'TK';
}

/** Which of these is the worst; undefined without any. The first of equal ones. */
export const worstChange = <Changed extends { readonly kind: LegChangeKind }>(changes: readonly Changed[]): Changed | undefined =>
  changes.toSorted((one, other) => LEG_CHANGES.indexOf(other.kind) - LEG_CHANGES.indexOf(one.kind))[0];
