import type { ExamplesOf } from './examples-of.ts';

const flight = {
  flight: 'AA 185',
  origin: 'JFK',
  destination: 'LAX',
  originZone: 'America/New_York',
  destinationZone: 'America/Los_Angeles',
  departsAt: 1_795_000_000_000,
  arrivesAt: 1_795_020_000_000,
} as const;

export const PASSENGER_EXAMPLES: ExamplesOf<'passenger.show' | 'passenger.follow'> = {
  'passenger.show': [
    {
      view: {
        what: 'sale',
        language: 'es',
        stage: 'sold',
        locator: 'K7QF2M',
        flights: [{ ...flight, cabin: 'Y', seats: ['12A', null] }],
        plan: { flight: 0, rows: [{ row: 12, layout: 'ABC DEF' }] },
        names: [{ surname: "O'Brien", given: 'Mary', infant: false }],
        currency: 'USD',
        fares: [{ flight: 0, count: 2, each: 15_000 }],
        total: 30_000,
        given: [{ kind: 'cash', amount: 40_000 }],
        due: 0,
        change: 10_000,
      },
    },
    {
      view: {
        what: 'sale',
        language: 'en',
        stage: 'choosing',
        locator: null,
        flights: [{ ...flight, cabin: null, seats: [] }],
        plan: { flight: 0, rows: [] },
        names: [],
        currency: 'USD',
        fares: [],
        total: null,
        given: [],
        due: null,
        change: null,
      },
    },
    {
      view: {
        what: 'change',
        kind: 'change',
        stage: 'offered',
        language: 'en',
        locator: 'K7QF2M',
        made: null,
        flights: [{ ...flight, cabin: 'J', seats: ['2A', null] }],
        before: [{ ...flight, cabin: 'Y', seats: ['12A', '12B'] }],
        plan: null,
        names: [
          { surname: "O'Brien", given: 'Mary', infant: false },
          { surname: "O'Brien", given: 'John', infant: false, becomes: 'leaves' },
        ],
        currency: 'USD',
        lines: [
          { what: 'price', amount: 40_000 },
          { what: 'paid', amount: -60_000 },
          { what: 'kept', amount: 5_000 },
        ],
        total: -15_000,
        given: [],
        due: null,
        change: null,
        back: [{ kind: 'card', amount: 15_000 }],
        ways: [{ flights: [{ ...flight, cabin: 'J', seats: ['2A'] }], total: null, chosen: true }],
      },
    },
  ],
  'passenger.follow': [{}],
};
