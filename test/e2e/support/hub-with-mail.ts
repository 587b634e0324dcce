import { type Mail, openMailBox } from '../../main/messages/mail-box.ts';
import type { DeskCalls } from './desk-calls.ts';
import { expect } from './expect.ts';
import { Hub } from './start-hub.ts';

/** A hub, and a mail server on this computer that can take its messages. */
export class HubWithMail {
  readonly hub: Hub;
  readonly box: Awaited<ReturnType<typeof openMailBox>>;

  private constructor(hub: Hub, box: HubWithMail['box']) {
    this.hub = hub;
    this.box = box;
  }

  static async start(): Promise<HubWithMail> {
    return new HubWithMail(await Hub.start(), await openMailBox());
  }

  /** From now on passengers are told by e-mail. `supervisor`: whoever sets it. */
  async turnMailOn(supervisor: DeskCalls): Promise<void> {
    await supervisor.call('messages.setChannels', {
      requestId: 'channels-1',
      mail: { host: '127.0.0.1', port: this.box.port, security: 'none', user: '', from: 'desk@example.com', password: null },
      webhook: null,
    });
  }

  /** Waits for a mail that came after so many others, and has these words. */
  async mailTo(address: string, words: string, after = 0): Promise<Mail> {
    const found = () => this.box.mails.slice(after).find(({ to, raw }) => to[0] === address && raw.includes(words));
    await expect.poll(() => found() !== undefined, `a mail to ${address} with ${words}`).toBe(true);
    return found() as Mail;
  }

  async remove(): Promise<void> {
    await this.hub.remove();
    await this.box.close();
  }
}
