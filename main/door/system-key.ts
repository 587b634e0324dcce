import type { SystemRights } from '../../shared/system-rights.ts';

/** The key of another system of the airline, as it was paired. */
export interface SystemKey {
  readonly id: string;
  /** The name under which it was paired: what it does stands in the journal as done at this desk. */
  readonly desk: string;
  readonly rights: SystemRights;
}

/** The key that an `Authorization` header proves, sent from a network address; undefined for one that is unknown or revoked, and for anything else. */
export type KeyOf = (authorization: string | undefined, address: string) => SystemKey | undefined;
