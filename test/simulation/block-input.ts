import type { ActionOf } from './action.ts';

/** Seats are blocked, or freed again: the method and what it is given. */
export const blockInput = (action: ActionOf<'block'> | ActionOf<'unblock'>): readonly [method: string, input: object] => {
  const asked = { flightId: action.flight, what: action.seats.join(', '), code: action.code };
  return action.do === 'block' ? ['seats.block', asked] : ['seats.unblock', { ...asked, reason: 'asked for at the counter' }];
};
