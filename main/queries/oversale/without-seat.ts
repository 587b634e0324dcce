import type { Unseated, WayOn } from '../../../shared/methods/volunteers.ts';
import { minor } from '../../../shared/money.ts';
import { deniedOwed, type KnownRule } from '../../rules/denied-boarding.ts';
import { seatedFirst } from '../../rules/unseated-order.ts';
import type { QueryContext } from '../query.ts';
import type { PersonOn } from './people-on.ts';

interface Denying {
  readonly people: readonly PersonOn[];
  readonly ways: readonly WayOn[];
  readonly rule: KnownRule;
  /** Of the fares. */
  readonly currency: string;
}

/** Those who were sold above the seats, in the order in which seats that come free go to them, with what is owed to each if boarding is denied: by each way on, and without one. */
export function withoutSeat({ locators }: Pick<QueryContext, 'locators'>, { people, ways, rule, currency }: Denying): Unseated[] {
  return people
    .filter(({ seat }) => seat === 'over')
    .toSorted((one, other) => seatedFirst(one, other) || one.passenger - other.passenger)
    .map(({ bookingId, passenger, name, fare, fareToStop, party, connects, sale, displaced }) => ({
      ...{ bookingId, locator: locators.of(bookingId), passenger, name, fare, fareToStop, party, connects, soldAt: sale.at },
      cause: displaced ? 'aircraft' : 'sold',
      owed: [...ways.map(({ flightId, lateMs }) => ({ wayId: flightId, lateMs })), { wayId: null, lateMs: null }].map(
        ({ wayId, lateMs }) => ({
          ...{ wayId, owed: rule.known ? deniedOwed(rule.rule, { fare: minor(fareToStop), currency, lateMs }) : rule },
        }),
      ),
    }));
}
