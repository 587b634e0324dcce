import type { ActionOf } from './action.ts';

/** Seats are blocked, or freed again: the method and what it is given. */
export const blockInput = (action: ActionOf<'block'> | ActionOf<'unblock'>, now: number): readonly [method: string, input: object] => {
  const asked = { flightId: action.flight, what: action.seats.join(', '), code: action.code };
  if (action.do === 'unblock') return ['seats.unblock', { ...asked, reason: 'asked for at the counter' }];
  return ['seats.block', action.lasts === undefined ? asked : { ...asked, until: Math.max(0, now + action.lasts) }];
};
