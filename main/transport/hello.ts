import { PROTOCOL_VERSION } from '../../shared/contract.ts';
import type { Notice } from '../../shared/notices.ts';
import type { Hub } from '../hub/hub.ts';
import { VERSION } from '../hub/version.ts';

/** The first message to a console. */
export const hello = (hub: Pick<Hub, 'now' | 'newestEvent'>): Notice => ({
  notice: true,
  type: 'hello',
  version: VERSION,
  protocol: PROTOCOL_VERSION,
  now: hub.now(),
  event: hub.newestEvent,
});
