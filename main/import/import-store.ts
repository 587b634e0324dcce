import type { Reply } from '../../shared/refusals.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import type { Actor } from '../actor.ts';
import { SYSTEM } from '../actor.ts';
import type { AppliedSchedule } from '../commands/apply-schedule-input.ts';
import type { CommandInput } from '../commands/registry.ts';
import type { StagedPart, StageFlightsInput } from '../commands/stage-flights.ts';
import type { OwnMapTurn } from '../fleet/own-maps.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { AirportChange } from '../reference/airport-change.ts';
import type { StagedImport } from '../store/staged-import.ts';
import type { ImportComparison } from '../views/compare-import.ts';
import { type Applying, copyInPieces, isMany } from './copy-in-pieces.ts';
import type { RunImportTask } from './import-task.ts';
import { settler } from './settle-in-pieces.ts';

/** Where an import stages what it has read. */
export interface ImportStore {
  /** Runs a task in a thread of its own, while people sell. */
  readonly run: RunImportTask;
  /** Asks the hub's own reader: of one flight an answer costs little. */
  readonly look: InnerHub['look'];
  /** From which days the airline's own seat maps take over. */
  ownTurns(): Promise<readonly OwnMapTurn[]>;
  /** Airports that were added or corrected. */
  airports(): Promise<readonly AirportChange[]>;
  stage(part: StageFlightsInput): Promise<Reply<StagedPart>>;
  compare(staged: StagedImport, signal: AbortSignal): Promise<Reply<ImportComparison>>;
  /** A repeat has the same request number and import, whether its preview is remembered or not (the id alone), and gets its stored reply. */
  apply(
    input: CommandInput<'schedule.applyStaged'>,
    actor: Actor,
    requestId: string | null,
    under?: Applying,
  ): Promise<Reply<AppliedSchedule>>;
  /** Tells bookings of the schedule that was switched to last, and seats their passengers, until nothing is left. A crash leaves the rest to the next start. */
  settle(): Promise<void>;
  /** Whether this request id has its reply already. */
  isAnswered(requestId: string): Promise<boolean>;
  /** Of one import, or (null) of all that were left. */
  discard(importId: string | null): Promise<Reply<unknown>>;
}

/** `storeFile`: a store that other threads can open to compare in; without it the hub's own reader compares. */
export function hubImportStore(hub: InnerHub, run: RunImportTask, storeFile?: string): ImportStore {
  return {
    run,
    look: (name, input) => hub.look(name, input),
    async ownTurns() {
      const reply = await hub.look('fleet.turns', {});
      return reply.ok ? reply.value.turns : [];
    },
    async airports() {
      const reply = await hub.look('airports.changes', {});
      return reply.ok ? reply.value.changes : [];
    },
    stage: (part) => hub.change('schedule.stage', part, SYSTEM, null),
    async compare(staged, signal) {
      if (storeFile === undefined) return hub.look('schedule.compare', staged);
      let compared: ImportComparison | undefined;
      await run({ task: 'compare', storeFile, staged, now: hub.now() }, signal, async (message) => {
        if ('compared' in message) compared = message.compared;
      });
      return compared ? accept(compared) : refuse('IMPORT_UNKNOWN');
    },
    async apply(input, actor, requestId, under = { signal: new AbortController().signal, progress: () => {} }) {
      const whole = 'name' in input;
      // A change by hand is one flight, whatever is sold on it.
      const copied = whole && !input.byHand && isMany(input.counts) ? await copyInPieces(hub, input, under) : undefined;
      if (copied && !copied.ok) return copied;
      return hub.change('schedule.applyStaged', whole ? { ...input, unseat: true } : input, actor, requestId, { importId: input.importId });
    },
    settle: settler(hub),
    async isAnswered(requestId) {
      const reply = await hub.look('replies.known', { requestId });
      return reply.ok && reply.value.known;
    },
    discard: (importId) => hub.change('schedule.discard', { importId }, SYSTEM, null),
  };
}
