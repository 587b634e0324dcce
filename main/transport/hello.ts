import { PROTOCOL_VERSION } from '../../shared/contract.ts';
import type { Notice } from '../../shared/notices.ts';
import type { Connection } from '../hub/connection.ts';
import type { Hub } from '../hub/hub.ts';
import type { HubIdentity } from '../hub/hub-desk.ts';
import { VERSION } from '../hub/version.ts';

/** The first message to a console. */
export const hello = (
  hub: Pick<Hub, 'now' | 'newestEvent'>,
  { fingerprint }: Pick<HubIdentity, 'fingerprint'>,
  { challenge }: Pick<Connection, 'challenge'>,
): Notice => ({
  notice: true,
  type: 'hello',
  version: VERSION,
  protocol: PROTOCOL_VERSION,
  now: hub.now(),
  event: hub.newestEvent,
  challenge,
  hub: fingerprint,
});
