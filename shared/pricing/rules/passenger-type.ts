import { PASSENGER_WORDS } from '../../passengers.ts';
import { times } from '../exact.ts';
import type { PriceRule } from './price-rule.ts';

export const passengerType: PriceRule<'passengerType'> = {
  apply: ({ percent }, price, { passenger }) => (percent[passenger] === 100 ? undefined : times(price, percent[passenger], 100)),
  say: ({ percent }, { passenger }) => ({ label: PASSENGER_WORDS[passenger], detail: `${percent[passenger]} % of the fare` }),
  least: ({ percent }, price) => times(price, percent.ADT, 100),
};
