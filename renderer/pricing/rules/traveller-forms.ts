import { PASSENGER_TYPES, type PassengerType } from '../../../shared/passengers.ts';
import { SEAT_TYPES, type SeatType } from '../../../shared/pricing/policy.ts';
import { timesFigure, timesText, wholeFigure } from './figures.ts';
import type { RuleForm } from './rule-form.ts';

export const SEATS: Readonly<Record<SeatType, string>> = {
  standard: 'standard',
  preferred: 'preferred',
  extraLegroom: 'extra legroom',
  exit: 'exit row',
};

export const seatType: RuleForm<'seatType'> = {
  title: 'Seat type',
  does: 'times a figure for preferred seats, extra legroom, exit rows',
  words: ({ percent }) => SEAT_TYPES.map((type) => `${SEATS[type]} times ${timesText(percent[type])}`).join(', '),
  rows: (rule) => [
    {
      key: 'types',
      figures: SEAT_TYPES.map((type) =>
        timesFigure(`${SEATS[type]}, times`, rule.percent[type], (value) => ({ ...rule, percent: { ...rule.percent, [type]: value } })),
      ),
    },
  ],
  blank: () => ({ rule: 'seatType', percent: { standard: 100, preferred: 130, extraLegroom: 150, exit: 150 } }),
};

export const PEOPLE: Readonly<Record<PassengerType, string>> = {
  ADT: 'adult',
  CHD: 'child',
  INF: 'infant on the lap',
  INS: 'infant with seat',
};

export const passengerType: RuleForm<'passengerType'> = {
  title: 'Passenger',
  does: 'percent of the fare for children and infants',
  words: ({ percent }) =>
    PASSENGER_TYPES.filter((type) => percent[type] !== 100)
      .map((type) => `${PEOPLE[type]} ${percent[type]} %`)
      .join(', ') || 'all alike',
  rows: (rule) => [
    {
      key: 'types',
      figures: PASSENGER_TYPES.map((type) =>
        wholeFigure({ label: PEOPLE[type], unit: '%' }, rule.percent[type], [0, 1_000], (value) => ({
          ...rule,
          percent: { ...rule.percent, [type]: value },
        })),
      ),
    },
  ],
  blank: () => ({ rule: 'passengerType', percent: { ADT: 100, CHD: 75, INF: 10, INS: 75 } }),
};
