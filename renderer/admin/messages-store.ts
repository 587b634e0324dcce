import { create } from 'zustand';
import type { Input, Output } from '../../shared/contract.ts';
import { messageOfEvent } from '../../shared/message-of-event.ts';
import type { Heard } from '../../shared/notices.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';

type Channels = Output<'messages.channels'>;
type Set = Input<'messages.setChannels'>;

interface MessagesState {
  /** Null until the hub answered. */
  readonly list: Output<'messages.list'> | null;
  readonly channels: Channels | null;
  readonly refusal: Refusal | null;
  /** The message that is chosen, and why one was not sent again. */
  readonly chosen: number | null;
  readonly notSent: Refusal | null;
  load(): Promise<void>;
  choose(messageId: number): void;
  /** True when the message is sent again now. */
  sendAgain(messageId: number): Promise<boolean>;
  /** Sets one channel and leaves the other. Undefined: it is set. */
  setMail(mail: Set['mail']): Promise<Refusal | undefined>;
  setWebhook(webhook: Set['webhook']): Promise<Refusal | undefined>;
  hear(heard: Heard): void;
}

const NOTHING = { list: null, channels: null, refusal: null, chosen: null, notSent: null };

/** A channel as it is: its secret stays. */
function asIs({ mail, webhook }: Channels): Omit<Set, 'requestId'> {
  const { passwordKnown: _, ...server } = mail ?? {};
  const { secretKnown: __, ...hook } = webhook ?? {};
  return {
    mail: mail && { ...(server as Omit<typeof mail, 'passwordKnown'>), password: null },
    webhook: webhook && { ...(hook as Omit<typeof webhook, 'secretKnown'>), secret: null },
  };
}

/** Messages to passengers, and where they go. */
export const useMessages = create<MessagesState>()((set, get) => {
  async function change(channels: Omit<Set, 'requestId'>): Promise<Refusal | undefined> {
    const reply = await call('messages.setChannels', { requestId: newRequestId(), ...channels }, 'person');
    await get().load();
    return reply.ok ? undefined : reply.refusal;
  }
  return {
    ...NOTHING,
    async load() {
      const [list, channels] = await Promise.all([call('messages.list', {}), call('messages.channels', {})]);
      if (!list.ok) set({ refusal: list.refusal });
      else if (!channels.ok) set({ refusal: channels.refusal });
      else set({ list: list.value, channels: channels.value, refusal: null });
    },
    choose: (chosen) => set({ chosen, notSent: null }),
    async sendAgain(messageId) {
      const reply = await call('messages.sendAgain', { requestId: newRequestId(), messageId }, 'person');
      set({ notSent: reply.ok ? null : reply.refusal });
      await get().load();
      return reply.ok;
    },
    async setMail(mail) {
      const { channels } = get();
      return channels ? change({ ...asIs(channels), mail }) : undefined;
    },
    async setWebhook(webhook) {
      const { channels } = get();
      return channels ? change({ ...asIs(channels), webhook }) : undefined;
    },
    hear(heard) {
      const tells = 'notice' in heard ? heard.type === 'messages.changed' : messageOfEvent(heard.type) !== null;
      if (tells || heard.type === 'message.sentAgain' || heard.type === 'setting.changed') void get().load();
    },
  };
});

onSessionOver(() => useMessages.setState(NOTHING));
