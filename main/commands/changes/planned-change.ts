import type { LegChangeKind } from '../../../shared/leg-change.ts';
import type { BookedLeg, BookingView, TraceLine } from '../../../shared/methods/booking-view.ts';
import type { ChangeTouch } from '../../../shared/methods/changes.ts';
import type { Reply } from '../../../shared/refusals.ts';
import type { OverrideKind } from '../../../shared/rule-overrides.ts';
import type { BookingRow } from '../../store/tables/bookings-table.ts';
import type { PassengerRow } from '../../store/tables/sale-rows.ts';
import type { CommandContext } from '../command.ts';

/** Who a sold booking takes where: what a change changes. */
export interface Standing {
  readonly party: BookingView['party'];
  readonly legs: readonly BookedLeg[];
  /** Seated passengers in the order of the party, then infants on laps. */
  readonly passengers: readonly PassengerRow[];
}

/** A change that may be made, worked out and not yet made. */
export interface PlannedChange {
  readonly after: Standing;
  /** They add up to what is to be paid (above 0) or goes back (below 0). */
  readonly lines: readonly TraceLine[];
  /** Minor units that are kept although nothing is given for them any more: what a refund rule keeps, and fees. */
  readonly kept: number;
  /** The refund rule in words, where money goes back by it; else empty. */
  readonly rule: string;
  /** What goes back goes to a new voucher. */
  readonly toVoucher?: boolean | undefined;
  /** The hold whose seats it takes. */
  readonly hold?: BookingRow | undefined;
  /** What else is to be said of it, beside what follows from the seats. */
  readonly touches?: readonly ChangeTouch[];
  /** Which rules a supervisor overrides with it. */
  readonly overrides?: readonly OverrideKind[];
  /** What the carrier did, where the change answers that. */
  readonly given?: LegChangeKind | undefined;
  /** What the history says, without passenger data. */
  readonly note: string;
}

/** The booking that is to change, and who it takes where now. */
export interface Changing extends Standing {
  readonly context: CommandContext;
  readonly row: BookingRow;
  /** A supervisor waives the refund rule and all fees. */
  readonly waived?: boolean;
}

export type Plan<Change> = (changing: Changing, change: Change) => Promise<Reply<PlannedChange>>;
