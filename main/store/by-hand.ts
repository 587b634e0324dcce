import type { HandChange } from '../../shared/methods/hand-changes.ts';

/** A change of the schedule by a supervisor, as it is staged. `flightId`: the leg that it is about; null for a new flight. */
export interface ByHand {
  readonly kind: HandChange['kind'];
  readonly flightId: number | null;
  readonly carrier: string;
  readonly number: number;
  readonly suffix: string;
  /** Local to the origin, in days since 1970, both included. */
  readonly fromDay: number;
  readonly toDay: number;
  /** What is changed, in words without anything that a person typed. */
  readonly said: string;
  readonly reason: string;
}
