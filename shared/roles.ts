export const ROLES = ['agent', 'supervisor'] as const;
export type Role = (typeof ROLES)[number];
