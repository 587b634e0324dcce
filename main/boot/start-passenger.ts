import { SYSTEM } from '../actor.ts';
import type { InnerHub } from '../hub/hub.ts';
import { passengerMethods } from '../passenger/passenger-methods.ts';
import type { Reference } from '../reference/reference.ts';

interface PassengerStart {
  readonly hub: Pick<InnerHub, 'ask' | 'now'>;
  readonly reference: Pick<Reference, 'airportAt'>;
  /** Of the hub's home. */
  readonly zone: string;
}

/** The methods of the passenger's screens of this hub. */
export const startPassenger = ({ hub, reference, zone }: PassengerStart) =>
  passengerMethods({
    zone,
    now: () => hub.now(),
    async company() {
      const settings = await hub.ask('settings.get', {}, SYSTEM);
      return settings.ok ? settings.value.companyName : '';
    },
    cityOf: (airport) => reference.airportAt(airport, hub.now())?.city,
  });
