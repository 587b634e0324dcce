import type { NewReply, StoredReply } from '../store/tables/replies-table.ts';
import type { Fault, QueuedCommand } from './messages.ts';

/** What a batch has done so far. Nobody hears of it before the commit. */
export class BatchSoFar {
  readonly replies: string[] = [];
  readonly events: string[] = [];
  readonly faults: Fault[] = [];
  readonly toKeep: NewReply[] = [];
  /** What the batch's request numbers were answered, before it or in it. */
  readonly answered: Map<string, StoredReply>;

  constructor(answered: Map<string, StoredReply>) {
    this.answered = answered;
  }

  /** `kept`: what is stored of the reply; its end stands in the row of the booking. */
  keep({ requestId, bodyHash, now }: QueuedCommand, text: string, kept = text, bookingId: number | null = null): void {
    if (requestId === null) return;
    this.toKeep.push({ requestId, bodyHash, reply: kept, bookingId, at: now });
    this.answered.set(requestId, { requestId, bodyHash, bookingId, text });
  }
}

export const numbersOf = (commands: readonly QueuedCommand[]): string[] => commands.flatMap(({ requestId }) => requestId ?? []);
