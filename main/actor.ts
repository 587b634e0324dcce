import type { Role } from '../shared/roles.ts';

/** Who does something, and at which desk. `system` is Aisle itself: the expiry timer, recovery at start. */
export interface Actor {
  readonly user: string;
  readonly role: Role | 'system';
  readonly desk: string;
}

export const SYSTEM: Actor = { user: '-', role: 'system', desk: '-' };

const OTHER_SYSTEM = 'system:';

/** As whom another system of the airline does what it does. No person has such a name. */
export const systemUser = (desk: string): string => `${OTHER_SYSTEM}${desk}`;

export const isSystemUser = (user: string): boolean => user.startsWith(OTHER_SYSTEM);
