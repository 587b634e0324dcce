import type { Role } from '../shared/roles.ts';

/** Who does something, and at which desk. `system` is Aisle itself: the expiry timer, recovery at start. */
export interface Actor {
  readonly user: string;
  readonly role: Role | 'system';
  readonly desk: string;
}

export const SYSTEM: Actor = { user: '-', role: 'system', desk: '-' };
