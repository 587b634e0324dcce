import { fareGroups } from '../../shared/leg-fares.ts';
import type { BookingView, TraceLine } from '../../shared/methods/booking-view.ts';
import { legName } from './leg-name.ts';

/** One fare that is told in words. */
export interface ToldFare {
  /** `AA 9, 12A 12B, each`. */
  readonly title: string;
  readonly trace: readonly TraceLine[];
  /** Minor units of `currency` for one seat. */
  readonly fare: number;
  readonly currency: string;
  /** The version that gave it, and who published that; left out for a fare from before there were policies. */
  readonly policy?: { readonly version: number; readonly author: string } | undefined;
}

/** The fares of a hold or a booking, each as it was when the seats were held: by flight, and by seats that cost the same. */
export const toldFares = ({ legs, currency }: Pick<BookingView, 'legs' | 'currency'>): ToldFare[] =>
  legs.flatMap((leg) =>
    fareGroups(leg).map(({ seats, fare, trace }) => ({
      ...{ title: `${legName(leg, legs)}, ${seats.join(' ')}${seats.length > 1 ? ', each' : ''}`, trace, fare, currency },
      policy: leg.priced && { version: leg.priced.policy, author: leg.priced.author },
    })),
  );
