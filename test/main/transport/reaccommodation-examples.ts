import type { MethodName } from '../../../shared/contract.ts';
import type { ExamplesOf } from './examples-of.ts';

const requestId = 'request-0001';

/** Good inputs of the methods that give bookings another way. */
export const REACCOMMODATION_EXAMPLES: ExamplesOf<Extract<MethodName, `reaccommodation.${string}`>> = {
  'reaccommodation.of': [{ bookingId: 1 }],
  'reaccommodation.list': [{ group: 'cancelled' }, { group: null }],
  'reaccommodation.propose': [
    { requestId, bookingIds: [1, 2], ways: 3 },
    { requestId, bookingIds: [1], ways: 3, by: 'passenger' },
  ],
  'reaccommodation.keep': [{ requestId, bookingIds: [1] }],
  'reaccommodation.release': [{ requestId, bookingIds: [1] }],
  'reaccommodation.accept': [
    { requestId, items: [{ bookingId: 1, version: 2, hold: 3 }] },
    { requestId, items: [{ bookingId: 1, version: 2, hold: null }] },
  ],
  'reaccommodation.undo': [{ requestId, items: [{ bookingId: 1, version: 3 }] }],
};
