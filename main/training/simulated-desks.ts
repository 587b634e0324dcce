import type { Actor } from '../actor.ts';

/** What every simulated desk is called, before its number: so a seat that it holds says whose it is. */
const SIMULATED = 'SIM-';

/** Who is at simulated desks. It is not among the users of the store, so it has no PIN and nobody signs in as it. */
const COLLEAGUE = 'colleague';

/** `SIM-07`, counted from 1. */
export const simulatedDesk = (number: number): string => `${SIMULATED}${String(number).padStart(2, '0')}`;

export const isSimulated = (desk: string): boolean => desk.startsWith(SIMULATED);

/** A simulated agent at a simulated desk. */
export const colleagueAt = (desk: string): Actor => ({ user: COLLEAGUE, role: 'agent', desk });
