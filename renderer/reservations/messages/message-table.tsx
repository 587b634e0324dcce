import { MESSAGE_CHANNEL_WORDS, MESSAGE_KIND_WORDS, MESSAGE_LANGUAGE_WORDS } from '../../../shared/message-kinds.ts';
import type { MessageView } from '../../../shared/methods/messages.ts';
import { useSession } from '../../client/session-store.ts';
import { dateLabel, localDay, localTime } from '../../format/times.ts';
import { SCROLLS } from '../../keys/key-place.ts';
import { Icon } from '../../parts/icon.tsx';
import { STANDING_WORDS } from '../../parts/standing-words.ts';
import { today } from '../../stores/today.ts';

/** `14:31`, on another day `Sat 21 Nov 14:31`, by the clock of this counter. */
const momentText = (at: number, zone: string): string => {
  const day = localDay(at, zone);
  return `${day === today(zone) ? '' : `${dateLabel(day)} `}${localTime(at, zone)}`;
};

/** What came of a message so far: when it was sent, when it is tried next, or the last answer. */
function outcomeText({ standing, nextAt, tries }: MessageView, zone: string): string {
  const last = tries.at(-1);
  if (standing === 'sent') return last ? momentText(last.at, zone) : '';
  const next = nextAt === null ? '' : `next try ${momentText(nextAt, zone)}`;
  return [last?.answer ?? '', standing === 'failed' || standing === 'waits' ? next : ''].filter(Boolean).join('; ');
}

function MessageRow({ message, zone }: { message: MessageView; zone: string }) {
  const { text, icon, tone } = STANDING_WORDS[message.standing];
  return (
    <tr>
      <td className="num">{momentText(message.since, zone)}</td>
      <th scope="row">{MESSAGE_KIND_WORDS[message.kind]}</th>
      <td className="t2">{MESSAGE_CHANNEL_WORDS[message.channel]}</td>
      <td className="t2">{MESSAGE_LANGUAGE_WORDS[message.language]}</td>
      <td className="bm-state">
        <span className={tone}>
          <Icon name={icon} size={14} /> {text}
        </span>{' '}
        <span className="t2 s12">{outcomeText(message, zone)}</span>
      </td>
    </tr>
  );
}

/** All messages of a booking, newest first. */
export function MessageTable({ messages }: { messages: readonly MessageView[] }) {
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  if (messages.length === 0)
    return <p className="t2">No message was written. One is written when a channel is on and the booking has an address for it.</p>;
  return (
    <section className="bm-rows" {...SCROLLS} aria-label="Messages, newest first">
      <table className="grid-table" aria-label="Messages">
        <thead>
          <tr>
            <th scope="col" className="num">
              Written
            </th>
            <th scope="col">Tells</th>
            <th scope="col">By</th>
            <th scope="col">In</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {messages.toReversed().map((message) => (
            <MessageRow key={message.messageId} message={message} zone={zone} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
