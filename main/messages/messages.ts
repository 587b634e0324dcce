import { MESSAGE_CHANNELS, type MessageChannel } from '../../shared/message-kinds.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { Timer } from '../hub/timer.ts';
import type { JobAnswer } from '../jobs/job-work.ts';
import { channelsOn, DEFAULT_SETTINGS, type MessageSettings } from '../store/tables/settings-table.ts';
import { MessageLane } from './message-lane.ts';
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
  readonly #lanes: readonly MessageLane[];
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
      return this.#mail({ to, sender: '', subject: 'Test message of Aisle', text, messageId: this.#mailId(`test-${at}`) }, signal);
    return this.#post(`test-${at}`, { channel, kind: 'test', language: 'en', to: channel === 'sms' ? to : null, text }, signal);
  }

  #lane(channel: MessageChannel): MessageLane {
    const { hub, timer, random, tried } = this.#options;
    return new MessageLane({
      ...{ hub, timer, random, tried, channel, isOn: () => channelsOn(this.#settings).includes(channel) },
      carrier: {
        mail: (key, mail, signal) => this.#mail({ ...mail, messageId: this.#mailId(key) }, signal),
        post: (key, message, signal) => this.#post(key, message, signal),
      },
    });
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
