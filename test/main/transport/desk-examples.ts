import type { MethodName } from '../../../shared/contract.ts';
import type { ExamplesOf } from './examples-of.ts';

const requestId = 'request-0001';
/** As a hub under fire calls the desk that was paired first (test/fuzz/fuzz-hub.ts). */
const FIRST = '1'.padStart(22, 'd');

/** A good input for every method about desks and their keys, as in examples.ts. */
export const DESK_EXAMPLES: ExamplesOf<Extract<MethodName, `desks.${string}`> | 'session.prove'> = {
  'desks.list': [{}],
  'desks.offer': [
    { desk: 'T3-03', kind: 'console' },
    { desk: 'REVENUE', kind: 'system', rights: { calls: 'reads', feeds: true, callsPerSecond: 50 } },
  ],
  'desks.offered': [{}],
  'desks.endOffer': [{}],
  'desks.pair': [
    { code: '482913', publicKey: 'x'.repeat(122), keptIn: 'machine' },
    { code: '482913', system: true },
  ],
  'desks.pairHere': [{ desk: 'T3-03', publicKey: 'x'.repeat(122) }],
  'desks.rename': [{ requestId, id: FIRST, desk: 'T3-04' }],
  'desks.allow': [{ requestId, id: FIRST, rights: { calls: 'sells', feeds: false, callsPerSecond: 5 } }],
  'desks.revoke': [{ requestId, id: FIRST }],
  'session.prove': [{ id: FIRST, signature: 'x'.repeat(86), version: '1.4.2' }],
};
