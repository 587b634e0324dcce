import './jobs.css';
import './messages.css';
import { useEffect } from 'react';
import { MINUTE_MS } from '../../shared/instants.ts';
import { MESSAGE_CHANNEL_WORDS } from '../../shared/message-kinds.ts';
import { onHeard, onResync } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { countText } from '../format/count-text.ts';
import { useKeys } from '../keys/use-keys.ts';
import { announce } from '../parts/announcer.tsx';
import { Empty } from '../parts/empty.tsx';
import { KeyHint, KeyHints } from '../parts/key-hint.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useNow } from '../stores/clock-store.ts';
import { go } from '../stores/navigation-store.ts';
import { MailForm } from './mail-form.tsx';
import { MessageList } from './message-list.tsx';
import { useMessages } from './messages-store.ts';
import { TestMessage } from './test-message.tsx';
import { focusTried } from './tried-list.tsx';
import { WebhookForm } from './webhook-form.tsx';

const REFRESH_MS = MINUTE_MS / 12;

/** The message that is chosen, or the first while that is not there. */
function chosenMessage() {
  const { list, chosen } = useMessages.getState();
  return list?.messages.find(({ messageId }) => messageId === chosen) ?? list?.messages[0];
}

function nextDead(): void {
  const dead = useMessages.getState().list?.messages.filter(({ standing }) => standing === 'dead') ?? [];
  const at = dead.findIndex(({ messageId }) => messageId === chosenMessage()?.messageId);
  const next = dead[(at + 1) % dead.length];
  if (!next) {
    announce('There is no dead letter.');
    return;
  }
  useMessages.getState().choose(next.messageId);
  focusTried(next.messageId);
}

async function sendAgain(): Promise<void> {
  const message = chosenMessage();
  if (message && (await useMessages.getState().sendAgain(message.messageId))) announce(`The message of ${message.locator} is sent again.`);
}

function openBooking(): void {
  const message = chosenMessage();
  if (message) go({ name: 'reservations', bookingId: message.bookingId });
}

/** Messages to passengers: those that did not get through, and where they go. */
export function MessagesPanel() {
  const { list, channels, refusal, chosen, notSent } = useMessages();
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  const now = useNow(REFRESH_MS);
  const there = (list?.messages.length ?? 0) > 0;
  useKeys('messages', {
    N: there ? nextDead : undefined,
    R: there ? () => void sendAgain() : undefined,
    O: there ? openBooking : undefined,
  });
  useEffect(() => {
    const { load, hear } = useMessages.getState();
    void load();
    const stops = [onHeard(hear), onResync(() => void load())];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  if (!list || !channels) return refusal ? <RefusalLine refusal={refusal} className="ad-refusal" /> : null;
  const message = list.messages.find(({ messageId }) => messageId === chosen) ?? list.messages[0];
  const dead = list.counts.reduce((sum, count) => sum + count.dead, 0);
  return (
    <div className="ad-cols ms-cols">
      <section className="jb-list" aria-labelledby="ms-messages">
        <div className="panel-h">
          <h2 id="ms-messages">Messages</h2>
          <span className="s12 t3">
            {dead === 1 ? '1 dead letter' : `${countText(dead)} dead letters`};{' '}
            {list.counts.map(({ channel, sentLastDay }) => `${MESSAGE_CHANNEL_WORDS[channel]} ${countText(sentLastDay)}`).join(', ')} sent
            in the last 24 h
          </span>
          <KeyHints>
            <KeyHint keys={['N']}>next dead</KeyHint>
            <KeyHint keys={['R']}>send again</KeyHint>
            <KeyHint keys={['O']}>open booking</KeyHint>
          </KeyHints>
        </div>
        <RefusalLine refusal={notSent} />
        {message ? (
          <MessageList
            {...{ zone, now }}
            messages={list.messages}
            more={list.more}
            chosen={message}
            onChoose={useMessages.getState().choose}
          />
        ) : (
          <Empty icon="check" title="Every message was sent">
            {channels.mail || channels.webhook
              ? 'Messages that do not get through at once are listed here until they do.'
              : 'No channel is on, so passengers are told nothing. Fill in where messages go.'}
          </Empty>
        )}
      </section>
      <aside className="ms-channels" aria-label="Channels">
        <MailForm mail={channels.mail} />
        <WebhookForm webhook={channels.webhook} />
        <TestMessage />
      </aside>
    </div>
  );
}
