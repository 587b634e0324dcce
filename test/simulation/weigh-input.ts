import type { ActionOf } from './action.ts';

/** What a supervisor says that a flight may carry. */
export const weighInput = ({ flight, limit }: ActionOf<'weigh'>) => ({
  ...{ flightId: flight, tail: null, gate: '', ownLimit: limit, reason: 'short runway' },
});
