import type { PassengerType } from '../../passengers.ts';
import { times } from '../exact.ts';
import type { PriceRule } from './price-rule.ts';

const NAMES: Readonly<Record<PassengerType, string>> = { ADT: 'Adult', CHD: 'Child', INF: 'Infant on the lap', INS: 'Infant with seat' };

export const passengerType: PriceRule<'passengerType'> = {
  apply: ({ percent }, price, { passenger }) => (percent[passenger] === 100 ? undefined : times(price, percent[passenger], 100)),
  say: ({ percent }, { passenger }) => ({ label: NAMES[passenger], detail: `${percent[passenger]} % of the fare` }),
  least: ({ percent }, price) => times(price, percent.ADT, 100),
};
