import type { Input } from '../../shared/contract.ts';
import type { Instant } from '../../shared/instants.ts';
import type { UnnamedSeats } from '../../shared/methods/holds.ts';
import type { Cabin } from '../../shared/seat-map.ts';
import type { SeatPlan } from '../reference/reference.ts';
import type { PromotedLeg } from '../rules/promotion-problem.ts';
import type { FlightRow } from '../store/tables/flights-table.ts';
import type { FlightPart } from './leg-of-flight.ts';

/** A leg whose flight, cabin and seats exist and may be sold to this party. Whether the seats are free is not known yet. */
export interface PlannedLeg {
  readonly flight: FlightRow;
  readonly plan: SeatPlan;
  readonly cabin: Cabin;
  /** In the order of `party`; `open` for who has no seat yet. */
  readonly seats: readonly string[];
  /** What the console says about seats instead of naming them. */
  readonly unnamed?: UnnamedSeats;
  /** What was quoted to this desk, if the console says so. Whether it still holds is not known yet. */
  readonly offer?: string | undefined;
  /** Those who sit here, in the order of `seats`. */
  readonly party: readonly Input<'holds.place'>['passengers'][number][];
  readonly ofFlight: FlightPart;
  /** When its sales close. */
  readonly closes: Instant;
  /** What the code of a promotion means here; undefined without a code. */
  readonly promotion?: PromotedLeg;
  /** Of the way back. */
  readonly back?: true | undefined;
  /** Why a supervisor sells blocked seats all the same. */
  readonly override?: string | undefined;
}
