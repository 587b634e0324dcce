import { times } from '../exact.ts';
import type { SeatType } from '../policy.ts';
import type { PriceRule } from './price-rule.ts';

/** As the trace of a price names them. */
export const SEAT_TYPE_NAMES: Readonly<Record<SeatType, string>> = {
  standard: 'Standard seat',
  preferred: 'Preferred seat',
  extraLegroom: 'Extra legroom',
  exit: 'Exit row',
};

export const seatType: PriceRule<'seatType'> = {
  apply: ({ percent }, price, { seat }) => (percent[seat] === 100 ? undefined : times(price, percent[seat], 100)),
  say: ({ percent }, { seat }) => ({ label: SEAT_TYPE_NAMES[seat], detail: `times ${percent[seat] / 100}` }),
  least: ({ percent }, price) => times(price, percent.standard, 100),
};
