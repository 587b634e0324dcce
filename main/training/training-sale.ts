import type { Input } from '../../shared/contract.ts';

type Name = Input<'bookings.confirm'>['passengers'][number];

/** A sale of a simulated desk on one flight, as a training store is furnished with. Every name is made up. */
export interface TrainingSale {
  /** When it was made, in UTC milliseconds. If the journal has gone further, it is dated by the newest entry. */
  readonly at: number;
  readonly desk: string;
  readonly flightId: number;
  readonly cabin: Input<'holds.place'>['legs'][number]['cabin'];
  /** In the order of the names. */
  readonly seats: readonly string[];
  readonly names: readonly (Pick<Name, 'surname' | 'given' | 'title' | 'birthDate'> & { readonly type: 'ADT' | 'CHD' })[];
  readonly phone: string;
  readonly paid: 'cash' | 'card';
}
