import type { PriceQuestion } from '../../shared/pricing/rules/price-rule.ts';

/** A case by which a stack is told: what the prices of the rows and the curves are of. */
export interface Example {
  /** `VX 407, economy, 82 % sold`. */
  readonly title: string;
  readonly question: PriceQuestion;
}

const AUTHORISED = 100;

/** A seat that costs 100.00 as filed, two weeks before a Wednesday, 60 % sold: for a scope without a flight to come. */
export const PLAIN_EXAMPLE: Example = {
  title: '100.00 filed, economy, 60 % sold, 14 days before',
  question: {
    baseFare: 100_00,
    currency: 'USD',
    origin: 'as filed',
    miles: 1_000,
    date: '2026-11-18',
    daysAhead: 14,
    cabin: 'Y',
    ofCabin: { authorised: AUTHORISED, held: 0, sold: 60 },
    ofFlight: { authorised: AUTHORISED, held: 0, sold: 60 },
    seat: 'standard',
    competitor: undefined,
    promotion: undefined,
    passenger: 'ADT',
  },
};
