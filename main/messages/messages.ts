import { MESSAGE_ANSWER_MS_MAX, MESSAGE_STALE_MS } from '../../shared/bounds.ts';
import { MESSAGE_CHANNELS, type MessageChannel } from '../../shared/message-kinds.ts';
import { messageOfEvent } from '../../shared/message-of-event.ts';
import { SYSTEM } from '../actor.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { Timer } from '../hub/timer.ts';
import { JobLane } from '../jobs/job-lane.ts';
import type { JobAnswer } from '../jobs/job-work.ts';
import type { MessageContent } from '../queries/message-content.ts';
import type { MessageRow } from '../store/tables/messages-table.ts';
import { channelsOn, DEFAULT_SETTINGS, type MessageSettings } from '../store/tables/settings-table.ts';
import { composeMessage } from './compose-message.ts';
import { type MessageSecrets, readMessageSecrets, writeMessageSecrets } from './message-secrets.ts';
import { postWebhook } from './post-webhook.ts';
import { sendMail } from './send-mail.ts';

export interface MessagesOptions {
  readonly hub: InnerHub;
  /** Where the secrets of the channels are kept. */
  readonly secretsFile: string;
  readonly timer: Timer;
  readonly random: () => number;
  /** Called when the result of a try was stored, so that consoles that show messages ask again. */
  readonly tried: () => void;
}

const NO_SECRET: JobAnswer = {
  done: false,
  answer: 'this hub does not know the password or secret: type it in Admin, Messages',
  lasting: false,
};

/**
 * Sends messages to passengers, each channel in a lane of its own: a channel that hangs holds up neither the others nor refunds, and no sale ever waits
 * for one. A message is written from the booking when it is sent, so no passenger data is kept for it.
 */
export class Messages {
  readonly #options: MessagesOptions;
  readonly #lanes: readonly JobLane<MessageRow>[];
  #settings: MessageSettings = DEFAULT_SETTINGS.messages;
  #secrets: MessageSecrets = { password: null, secret: null };

  constructor(options: MessagesOptions) {
    this.#options = options;
    this.#lanes = MESSAGE_CHANNELS.map((channel) => this.#lane(channel));
  }

  get settings(): MessageSettings {
    return this.#settings;
  }

  get secrets(): MessageSecrets {
    return this.#secrets;
  }

  /** Reads where messages go, and begins to send what waits. */
  async start(): Promise<void> {
    this.#secrets = await readMessageSecrets(this.#options.secretsFile);
    await this.#readSettings();
    for (const lane of this.#lanes) lane.start();
  }

  async #readSettings(): Promise<void> {
    const found = await this.#options.hub.look('settings.messages', {});
    if (found.ok) this.#settings = found.value;
  }

  async keepSecrets(secrets: MessageSecrets): Promise<void> {
    await writeMessageSecrets(this.#options.secretsFile, secrets);
    this.#secrets = secrets;
  }

  /** The channels were set otherwise: what waits is tried by them. */
  async changed(): Promise<void> {
    await this.#readSettings();
    this.wake();
  }

  wake(): void {
    for (const lane of this.#lanes) lane.wake();
  }

  /** Begins no other message, and waits a little for those under way. The rest is sent at the next start. */
  async close(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.close()));
  }

  /** A message of no booking, to try a channel. `to`: an address or a phone number. */
  async sendTest(channel: MessageChannel, to: string, signal: AbortSignal): Promise<JobAnswer> {
    const { hub } = this.#options;
    const at = hub.now();
    const text = 'This is a test message of Aisle. Messages to passengers will come from here.';
    if (channel === 'email')
      return this.#mail({ to, subject: 'Test message of Aisle', text, messageId: this.#mailId(`test-${at}`) }, signal);
    return this.#post(`test-${at}`, { channel, kind: 'test', language: 'en', to: channel === 'sms' ? to : null, text }, signal);
  }

  #isOn(channel: MessageChannel): boolean {
    return channelsOn(this.#settings).includes(channel);
  }

  #lane(channel: MessageChannel): JobLane<MessageRow> {
    const { hub, timer, random, tried } = this.#options;
    return new JobLane<MessageRow>({
      ...{ hub, timer, random, answerMs: MESSAGE_ANSWER_MS_MAX, brokeOff: 'the channel broke off', lastLook: false },
      due: async () => {
        // What waits for a channel that is off waits until it is on.
        if (!this.#isOn(channel)) return [];
        const found = await hub.look('messages.due', { channel });
        return found.ok ? found.value : undefined;
      },
      work: (message, signal) => this.#send(message, signal),
      record: async ({ id: messageId }, result) => {
        const reply = await hub.change('messages.record', { messageId, ...result }, SYSTEM, null);
        if (reply.ok) tried();
        return reply.ok;
      },
      // A rush wakes no lane whose channel is off.
      mayBeDue: (type) => this.#isOn(channel) && (messageOfEvent(type) !== null || type === 'message.sentAgain'),
    });
  }

  async #send({ id: messageId, not_before }: MessageRow, signal: AbortSignal): Promise<JobAnswer> {
    const { hub } = this.#options;
    if (hub.now() - not_before > MESSAGE_STALE_MS)
      return { done: false, answer: 'it waited for more than a day, so it was not sent by itself', lasting: true };
    const found = await hub.look('messages.content', { messageId });
    if (!found.ok) return { done: false, answer: 'the booking could not be read', lasting: false };
    const { value: content } = found;
    if (content.channel !== 'push' && !addressOf(content))
      return { done: false, answer: 'the booking has no address for it any more', lasting: true };
    const { subject, text, short, itinerary, calendar } = composeMessage(content);
    if (content.channel === 'email') {
      const attachments = [
        { filename: `${content.locator}.txt`, content: itinerary, contentType: 'text/plain; charset=utf-8' },
        {
          filename: `${content.locator}.ics`,
          content: calendar.text,
          contentType: `text/calendar; charset=utf-8; method=${calendar.method}`,
        },
      ];
      return this.#mail({ to: content.email, subject, text, attachments, messageId: this.#mailId(`${messageId}.${content.at}`) }, signal);
    }
    const { channel, kind, language, locator } = content;
    const to = channel === 'sms' ? content.phone : null;
    return this.#post(`${messageId}.${content.at}`, { channel, kind, language, locator, to, text: short }, signal);
  }

  /** The same for each try, so that mail programs know a second copy. */
  #mailId(own: string): string {
    return `<${own}.aisle@${this.#settings.mail?.from.split('@')[1] ?? 'aisle.example'}>`;
  }

  async #mail(mail: Parameters<typeof sendMail>[2], signal: AbortSignal): Promise<JobAnswer> {
    const server = this.#settings.mail;
    const { password } = this.#secrets;
    if (!server || (server.user && password === null)) return NO_SECRET;
    return sendMail(server, password ?? '', mail, signal);
  }

  async #post(key: string, message: object, signal: AbortSignal): Promise<JobAnswer> {
    const { webhook } = this.#settings;
    const { secret } = this.#secrets;
    if (!webhook || secret === null) return NO_SECRET;
    return postWebhook({ address: webhook.address, secret }, { key, at: this.#options.hub.now(), message }, signal);
  }
}

const addressOf = ({ channel, email, phone }: MessageContent): string => (channel === 'email' ? email : phone);
