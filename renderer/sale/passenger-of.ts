import type { SeatedType } from '../../shared/passengers.ts';
import type { Passenger } from './sale.ts';

/** The keys of passenger rows on the screen. No two sales share a key, so no row takes over what was typed in another. */
let keys = 0;
/** A row of the party. `more`: what is known of the passenger. */
export const passengerOf = (type: SeatedType, more: Partial<Passenger> = {}): Passenger => ({
  key: ++keys,
  type,
  infant: false,
  assistance: false,
  name: '',
  host: '',
  birthDate: '',
  infantName: '',
  infantHost: '',
  infantBirthDate: '',
  ...more,
});
