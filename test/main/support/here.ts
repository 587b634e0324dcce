import type { Caller } from '../../../main/hub/caller.ts';
import type { DeskSeat } from '../../../main/hub/connection.ts';
import { type HubIdentity, hubDesk } from '../../../main/hub/hub-desk.ts';
import type { Sending } from '../../../main/transport/http-route.ts';

/** A console on the computer of the hub. */
export const HERE: Caller = { address: '127.0.0.1', console: 'console 1', local: true };

/** To a caller that reads what it is answered. */
export const TO_A_READER: Sending = { unreadMs: 30_000, makeRoom() {} };

/** What a hub of a test shows of itself. */
export const IDENTITY: HubIdentity = { fingerprint: '0f'.repeat(32), desk: hubDesk('T1-01') };

/** A desk that was paired. */
export const deskAt = (desk: string): DeskSeat => ({ id: `desk ${desk}`, desk, kind: 'console', leave() {} });

/** Where a console sits: at the hub's own desk, or at another. */
export const seatAt = (desk: DeskSeat = IDENTITY.desk) => ({ desk, challenge: 'challenge' });
