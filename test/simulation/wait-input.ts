import type { Input } from '../../shared/contract.ts';
import { WAIT_PRIORITIES, type WaitPriority } from '../../shared/methods/waitlist.ts';
import type { ActionOf, WaitStep } from './action.ts';

/** A party that joins a waitlist, as an agent asks for it. */
export const joinInput = ({
  flights,
  cabin,
  bookingClass,
  party,
  fareLimit,
  priority,
  phone,
}: ActionOf<'join'>): Omit<Input<'waitlist.join'>, 'requestId'> => ({
  ...{ flights: [...flights], cabin, fareLimit, priority, reason: priority === 'normal' ? '' : 'asked for at the counter' },
  ...(bookingClass === undefined ? {} : { bookingClass }),
  passengers: party.map((who) => ({
    type: who === 'CHD' || who === 'INS' ? who : 'ADT',
    infant: who === 'with-infant',
    assistance: who === 'assisted',
  })),
  ...{ name: 'Elena Petrov', phone: phone ? '+1 212 555 0148' : 'at home' },
});

const isPriority = (what: WaitStep): what is WaitPriority => (WAIT_PRIORITIES as readonly string[]).includes(what);

/** What is done with a party of a waitlist: the method and what it is given. */
export function waitStep(what: WaitStep, entryId: number): readonly [method: string, input: object] {
  if (what === 'drop') return ['waitlist.drop', { entryId }];
  if (what === 'yes' || what === 'no') return ['waitlist.answer', { entryId, answer: what }];
  if (isPriority(what)) return ['waitlist.move', { entryId, priority: what, reason: 'asked for at the counter' }];
  return ['waitlist.tell', { entryId, by: what }];
}
