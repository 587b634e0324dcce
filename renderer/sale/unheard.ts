import type { RefusalCode } from '../../shared/refusals.ts';

/** Refusals that do not tell whether a command was done: the first try may have reached the hub, and its answer was lost. */
export const UNHEARD: ReadonlySet<RefusalCode> = new Set(['HUB_UNREACHABLE', 'SESSION_LOCKED', 'NOT_SIGNED_IN']);
