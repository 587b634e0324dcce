import type { ApplyScheduleInput } from '../../main/commands/apply-schedule-input.ts';

/** What a process that applies a staged import is told. */
export interface ImportToKill {
  readonly apply: ApplyScheduleInput;
  readonly now: number;
}

export const requestOfImport = 'apply-request-0001';
