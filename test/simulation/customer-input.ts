import type { ActionOf, RecordTyped } from './action.ts';
import type { Model } from './model/model.ts';

const recordOf = ({ given, phone, email, born, spelt }: RecordTyped) => ({
  ...{ surname: spelt === 'right' ? 'Petrov' : '3', given, title: '', phone, email, document: null },
  birthDate: born ? '2013-01-01' : null,
});

/** What is asked about the record of a passenger: the method and what it is given. `bookingId`: what it is kept from. */
export function customerInput(
  model: Model,
  action: ActionOf<'keep-customer' | 'change-customer' | 'erase-customer'>,
  bookingId: number | undefined,
): readonly [method: string, input: object] {
  if (action.do === 'keep-customer')
    return ['customers.keep', { record: recordOf(action.record), ...(bookingId === undefined ? {} : { bookingId }) }];
  const { customer: customerId } = action;
  if (action.do === 'erase-customer') return ['customers.erase', { customerId }];
  const version = Math.max(1, (model.customers.all[customerId - 1]?.version ?? 1) - action.seen);
  return ['customers.change', { customerId, version, record: recordOf(action.record) }];
}
