import { assert } from '../../shared/assert.ts';
import type { HubMethodName } from '../../shared/contract.ts';
import type { Instant } from '../../shared/instants.ts';
import type { passengerMethods as declared, PassengerView } from '../../shared/methods/passenger.ts';
import { accept } from '../../shared/refusals.ts';
import type { HubMethods } from '../hub/hub-methods.ts';
import { PassengerScreens } from './passenger-screens.ts';

interface PassengerOptions {
  now(): Instant;
  /** The company of Admin, Settings. */
  company(): Promise<string>;
  readonly zone: string;
  /** The city of an airport; undefined where it is not known. */
  cityOf(airport: string): string | undefined;
}

/** The methods of the passenger's screens, on screens of their own. */
export function passengerMethods({
  now,
  company,
  zone,
  cityOf,
}: PassengerOptions): Pick<HubMethods, keyof typeof declared & HubMethodName> {
  const screens = new PassengerScreens();
  const citiesOf = (view: PassengerView): Record<string, string> => {
    const others = view.what === 'change' ? [...view.before, ...view.ways.flatMap(({ flights }) => flights)] : [];
    const airports = new Set([...view.flights, ...others].flatMap(({ origin, destination }) => [origin, destination]));
    return Object.fromEntries([...airports].map((airport) => [airport, cityOf(airport) ?? airport]));
  };
  return {
    'passenger.show': async ({ session }, { view }) => {
      assert(session, 'an agent has a session');
      screens.show(session, view && { ...view, cities: citiesOf(view) });
      return accept({});
    },
    'passenger.follow': async ({ connection }) => {
      const { desk } = connection;
      assert(desk, 'who may call has a desk');
      // The name is asked for first, so that what is shown is of the moment of the answer.
      const name = await company();
      return accept({ company: name, zone, now: now(), view: screens.follow(desk.id, connection) });
    },
  };
}
