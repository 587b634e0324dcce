import type { ScheduleCounts } from '../../../shared/methods/schedule.ts';
import type { Reply } from '../../../shared/refusals.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import type { Actor } from '../../actor.ts';
import { SYSTEM } from '../../actor.ts';
import type { ApplyScheduleInput } from '../../commands/apply-schedule.ts';
import type { StageFlightsInput } from '../../commands/stage-flights.ts';
import type { InnerDesk } from '../../desk.ts';
import { runImportThread } from './run-import-thread.ts';
import type { ComparedImport, StagedImport } from './staged-import.ts';

/** Where an import puts what it read. */
export interface ImportStore {
  stage(part: StageFlightsInput): Promise<Reply<unknown>>;
  compare(staged: StagedImport, signal: AbortSignal): Promise<Reply<ComparedImport>>;
  apply(input: ApplyScheduleInput, actor: Actor, requestId: string | null): Promise<Reply<{ readonly counts: ScheduleCounts }>>;
  /** Of one import, or (null) of all that were left. */
  discard(importId: string | null): Promise<Reply<unknown>>;
}

/** `storeFile`: a store that other threads can open to compare in; without it the desk's own reader compares. */
export function deskImportStore(desk: InnerDesk, storeFile?: string): ImportStore {
  return {
    stage: (part) => desk.change('schedule.stage', part, SYSTEM, null),
    async compare(staged, signal) {
      if (storeFile === undefined) return desk.look('schedule.compare', staged);
      let compared: ComparedImport | undefined;
      await runImportThread({ task: 'compare', storeFile, staged, now: desk.now() }, signal, async (message) => {
        if ('compared' in message) compared = message.compared;
      });
      return compared ? accept(compared) : refuse('IMPORT_UNKNOWN');
    },
    apply: (input, actor, requestId) => desk.change('schedule.applyStaged', input, actor, requestId),
    discard: (importId) => desk.change('schedule.discard', { importId }, SYSTEM, null),
  };
}
