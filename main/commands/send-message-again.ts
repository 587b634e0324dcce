import type { Input, Output } from '../../shared/contract.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import { messageById, moveMessage, waitsBehind } from '../store/tables/messages-table.ts';
import type { Command } from './command.ts';
import { tellOfMessage } from './tell-of-message.ts';

/** Makes a message due now, for a supervisor. A dead letter that has had all its tries gets one more. One that is behind another stays behind it. */
export const sendMessageAgain: Command<Input<'messages.sendAgain'>, Output<'messages.sendAgain'>> = async (context, { messageId }) => {
  const { db, now } = context;
  const message = await messageById(db, messageId);
  if (!message) return refuse('MESSAGE_UNKNOWN', { messageId });
  if (message.state === 'SENT' || message.state === 'STOPPED') return refuse('MESSAGE_ENDED', { messageId });
  const behind = message.state !== 'WAITING' && (await waitsBehind(db, message));
  await moveMessage(db, message, { state: behind ? 'BEHIND' : 'WAITING', notBefore: now }, now);
  await tellOfMessage(context, message, 'message.sentAgain');
  return accept({ messageId });
};
