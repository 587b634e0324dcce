import { PROTOCOL_VERSION } from '../../shared/contract.ts';
import type { Notice } from '../../shared/events.ts';
import type { Desk } from '../desk.ts';
import { VERSION } from '../version.ts';

/** The first thing that a console hears. */
export const hello = (desk: Pick<Desk, 'now' | 'newestEvent'>): Notice => ({
  notice: true,
  type: 'hello',
  version: VERSION,
  protocol: PROTOCOL_VERSION,
  now: desk.now(),
  event: desk.newestEvent,
});
