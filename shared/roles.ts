export const ROLES = ['agent', 'supervisor'] as const;
export type Role = (typeof ROLES)[number];

/** What another system of the airline may do: as much as somebody with this role. reader: it reads the feeds, and calls nothing. */
export const SYSTEM_ROLES = [...ROLES, 'reader'] as const;
export type SystemRole = (typeof SYSTEM_ROLES)[number];
