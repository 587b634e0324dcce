import { MESSAGE_CHANNEL_WORDS, MESSAGE_KIND_WORDS } from '../../shared/message-kinds.ts';
import type { MessageView } from '../../shared/methods/messages.ts';
import { localTime } from '../format/times.ts';
import { LETTERS_ACT } from '../keys/key-place.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { walkRows } from '../parts/walk-rows.ts';
import { ageText, STANDING_WORDS } from './job-words.ts';

const WORDS: Readonly<Record<MessageView['standing'], { text: string; icon: IconName; tone: string }>> = {
  ...STANDING_WORDS,
  sent: { text: 'sent', icon: 'check', tone: 'ok' },
  stopped: { text: 'not wanted', icon: 'cross', tone: 't2' },
};

interface MessageListProps {
  messages: readonly MessageView[];
  more: number;
  zone: string;
  now: number;
  chosen: MessageView;
  onChoose: (messageId: number) => void;
}

/** Messages that are not sent: dead letters first. The arrow keys move the focus, and the message with the focus is chosen. */
export function MessageList({ messages, more, zone, now, chosen, onChoose }: MessageListProps) {
  const at = messages.indexOf(chosen);
  return (
    <div className="jb-rows" {...LETTERS_ACT}>
      <table className="grid-table" aria-labelledby="ms-messages">
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col">State</th>
            <th scope="col">Tells</th>
            <th scope="col">By</th>
            <th scope="col" className="num">
              Since
            </th>
            <th scope="col" className="num">
              Tries
            </th>
            <th scope="col">Last answer</th>
            <th scope="col" className="num">
              Next try
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={(event) => walkRows(event, at)}>
          {messages.map((message) => (
            <MessageRow
              key={message.messageId}
              {...{ message, zone, now }}
              chosen={message.messageId === chosen.messageId}
              onChoose={() => message.messageId !== chosen.messageId && onChoose(message.messageId)}
            />
          ))}
        </tbody>
      </table>
      {more > 0 ? <p className="jb-more t2 s12">{more} more are not shown. They are sent all the same.</p> : null}
    </div>
  );
}

interface MessageRowProps {
  message: MessageView;
  zone: string;
  now: number;
  chosen: boolean;
  onChoose: () => void;
}

function MessageRow({ message, zone, now, chosen, onChoose }: MessageRowProps) {
  const { text, icon, tone } = WORDS[message.standing];
  const { nextAt, standing, tries } = message;
  const next = nextAt === null ? (standing === 'dead' ? 'none' : 'in its turn') : nextAt <= now ? 'now' : localTime(nextAt, zone);
  return (
    // The button in the row does the same for the keyboard; the row only makes a larger target for the pointer.
    <tr className={chosen ? 'is-chosen' : undefined} onClick={onChoose}>
      <td>
        <button
          type="button"
          className="jb-choose code"
          tabIndex={chosen ? 0 : -1}
          aria-pressed={chosen}
          data-message={message.messageId}
          onFocus={onChoose}
        >
          {message.locator}
        </button>
      </td>
      <td>
        <span className={`ad-state ${tone}`}>
          <Icon name={icon} size={13} />
          {text}
        </span>
      </td>
      <td className="t2">{MESSAGE_KIND_WORDS[message.kind]}</td>
      <td className="t2">{MESSAGE_CHANNEL_WORDS[message.channel]}</td>
      <td className="num t2">{ageText(now - message.since)}</td>
      <td className={tries.length > 0 ? 'num' : 'num t3'}>{tries.length}</td>
      <td className="jb-cut t2" title={tries.at(-1)?.answer}>
        {tries.at(-1)?.answer ?? <span className="t3">not tried yet</span>}
      </td>
      <td className={nextAt === null ? 'num t3' : 'num'}>{next}</td>
    </tr>
  );
}
