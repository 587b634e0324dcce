import type { ExamplesOf } from './examples-of.ts';

const requestId = 'request-0001';

/** A part of the examples in examples.ts: lines of flash sales, and who leaves holds to lapse. */
export const FLASH_SALE_EXAMPLES: ExamplesOf<
  'flashSale.open' | 'flashSale.close' | 'flashSale.look' | 'flashSale.lot' | 'queue.status' | 'queue.leave' | 'hoarding.list'
> = {
  'flashSale.open': [
    { requestId, flightId: 1, mode: 'order' },
    { requestId, flightId: 1, mode: 'lot', seconds: 30 },
  ],
  'flashSale.close': [{ requestId, flightId: 1 }],
  'flashSale.look': [{ flightIds: [1, 2] }],
  'flashSale.lot': [{ flightId: 1 }],
  'queue.status': [{}],
  'queue.leave': [{}],
  'hoarding.list': [{}],
};
