/** A leg of a flight number on one day of operation. */
export interface NumberedLeg {
  readonly carrier: string;
  readonly number: number;
  readonly suffix: string;
  readonly origin: string;
  readonly destination: string;
  readonly departs_at: number;
  readonly arrives_at: number;
  readonly equipment: string;
  readonly operating_day: number;
}

/**
 * Whether passengers of one leg stay on board for the next: one number on one day of operation, which goes on from where it landed with the same
 * equipment. Another equipment is another aircraft, and then they change planes as others do.
 */
export const staysOnBoard = (before: NumberedLeg, next: NumberedLeg): boolean =>
  before.carrier === next.carrier &&
  before.number === next.number &&
  before.suffix === next.suffix &&
  before.operating_day === next.operating_day &&
  before.destination === next.origin &&
  before.equipment === next.equipment &&
  next.departs_at >= before.arrives_at;
