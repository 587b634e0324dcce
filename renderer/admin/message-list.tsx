import { MESSAGE_CHANNEL_WORDS, MESSAGE_KIND_WORDS } from '../../shared/message-kinds.ts';
import type { MessageView } from '../../shared/methods/messages.ts';
import { STANDING_WORDS } from '../parts/standing-words.ts';
import { TriedList } from './tried-list.tsx';

interface MessageListProps {
  messages: readonly MessageView[];
  more: number;
  zone: string;
  now: number;
  chosen: MessageView;
  onChoose: (messageId: number) => void;
}

/** Messages that are not sent: dead letters first. */
export function MessageList({ messages, more, zone, now, chosen, onChoose }: MessageListProps) {
  return (
    <TriedList
      {...{ chosen, zone, now }}
      items={messages}
      onChoose={({ messageId }) => onChoose(messageId)}
      idOf={({ messageId }) => messageId}
      standingOf={({ standing }) => STANDING_WORDS[standing]}
      columns={[
        { head: 'Tells', className: 't2', cell: ({ kind }) => MESSAGE_KIND_WORDS[kind] },
        { head: 'By', className: 't2', cell: ({ channel }) => MESSAGE_CHANNEL_WORDS[channel] },
      ]}
      untimed={({ standing }) => (standing === 'dead' ? 'none' : 'in its turn')}
      labelledBy="ms-messages"
      more={more > 0 ? <p className="jb-more t2 s12">{more} more are not shown. They are sent all the same.</p> : null}
    />
  );
}
