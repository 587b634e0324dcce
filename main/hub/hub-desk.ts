import { randomBytes } from 'node:crypto';
import type { DeskSeat } from './connection.ts';

export const HUB_DESK_ID = 'hub';

/** The desk of the hub itself: where its window stands. */
export const hubDesk = (desk: string): DeskSeat => ({ id: HUB_DESK_ID, desk, kind: 'hub', leave() {} });

/** The challenge of one connection. */
export const newChallenge = (): string => randomBytes(32).toString('base64url');

/** What a hub shows of itself to every console that connects. */
export interface HubIdentity {
  /** The SHA-256 of its authority's certificate, in hex. */
  readonly fingerprint: string;
  readonly desk: DeskSeat;
}
