import { JOB_TRIES_MAX } from '../../shared/bounds.ts';
import { later } from '../../shared/instants.ts';
import { accept } from '../../shared/refusals.ts';
import { insertMessageTry, messageById, moveMessage } from '../store/tables/messages-table.ts';
import type { Command } from './command.ts';
import type { RecordJob } from './record-job.ts';
import { tellOfMessage } from './tell-of-message.ts';

export interface RecordMessage extends Omit<RecordJob, 'jobId'> {
  readonly messageId: number;
}

/** Records the result of one try of a message: sent, to be tried again, or a dead letter. The next one of the same booking and channel follows. */
export const recordMessage: Command<RecordMessage, { recorded: boolean }> = async (context, input) => {
  const { db, now } = context;
  const message = await messageById(db, input.messageId);
  if (message?.state !== 'WAITING' || message.tries !== input.triesBefore) return accept({ recorded: false });
  const tries = message.tries + 1;
  await insertMessageTry(db, message.id, tries, now, input.answer);
  if (input.done) {
    await moveMessage(db, message, { state: 'SENT', tries }, now);
    await tellOfMessage(context, message, 'message.sent');
  } else if (input.lasting || tries >= JOB_TRIES_MAX) {
    await moveMessage(db, message, { state: 'DEAD', tries }, now);
    await tellOfMessage(context, message, 'message.stuck');
  } else await moveMessage(db, message, { state: 'WAITING', tries, notBefore: later(now, input.retryAfterMs) }, now);
  return accept({ recorded: true });
};
