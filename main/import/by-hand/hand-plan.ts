import type { Reply } from '../../../shared/refusals.ts';
import type { OwnMaps } from '../../fleet/own-maps.ts';
import type { Reference } from '../../reference/reference.ts';
import type { ByHand } from '../../store/by-hand.ts';
import type { ScheduledFlight } from '../../store/tables/scheduled-flight.ts';
import type { StagedScope } from '../../store/tables/staged-flights-table.ts';
import type { ThroughNumber } from '../../store/tables/through-numbers-table.ts';
import type { Designator } from '../read-leg.ts';

/** A change by hand as a file of one flight would say it. */
export interface HandPlan {
  readonly flights: readonly ScheduledFlight[];
  /** The days for which it speaks; none where nothing is to be dropped. */
  readonly scopes: readonly StagedScope[];
  readonly through: readonly ThroughNumber[];
  /** Numbers of others under which the flights are sold too; left out where nothing is said of them. */
  readonly soldAs?: readonly Designator[];
  /** Sentences to be read before it is applied. */
  readonly attention: readonly string[];
  readonly change: Omit<ByHand, 'reason'>;
}

/** What a plan is made by. */
export interface HandMoment {
  readonly now: number;
  readonly reference: Reference;
  readonly ownMaps: OwnMaps;
}

export type Planned = Reply<HandPlan>;
