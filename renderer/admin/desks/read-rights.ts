import { SYSTEM_CALLS_PER_SECOND_MAX } from '../../../shared/bounds.ts';
import { type SystemRights, systemRights } from '../../../shared/system-rights.ts';
import type { TypedRights } from './rights-fields.tsx';

/** The rights that were typed; undefined where the number of calls is none. */
export const readRights = (typed: TypedRights): SystemRights | undefined =>
  systemRights.safeParse({ ...typed, callsPerSecond: /^\d+$/.test(typed.callsPerSecond) ? Number(typed.callsPerSecond) : Number.NaN }).data;

export const CALLS_WRONG = `A number from 1 to ${SYSTEM_CALLS_PER_SECOND_MAX}.`;
