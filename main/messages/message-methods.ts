import { MESSAGE_ANSWER_MS_MAX } from '../../shared/bounds.ts';
import { isEmail, isPhone } from '../../shared/contact.ts';
import { SECOND_MS } from '../../shared/instants.ts';
import { MESSAGE_CHANNEL_WORDS } from '../../shared/message-kinds.ts';
import { accept, refuse } from '../../shared/refusals.ts';
import type { InnerHub } from '../hub/hub.ts';
import type { HubMethods } from '../hub/hub-methods.ts';
import type { Timer } from '../hub/timer.ts';
import { channelsOn } from '../store/tables/settings-table.ts';
import { channelProblem } from './channel-problem.ts';
import { composeMessage } from './compose-message.ts';
import type { Messages } from './messages.ts';

export type MessageMethods = Pick<HubMethods, 'messages.preview' | 'messages.channels' | 'messages.setChannels' | 'messages.test'>;

/** What a supervisor does with the channels. The store never hears of a secret. */
export function messageMethods({ hub, messages, timer }: { hub: InnerHub; messages: Messages; timer: Timer }): MessageMethods {
  return {
    async 'messages.preview'(_, input) {
      const content = await hub.look('messages.previewContent', input);
      if (!content.ok) return content;
      const { subject, text, short } = composeMessage(content.value);
      return accept({ language: content.value.language, subject, text, short });
    },

    async 'messages.channels'() {
      const { mail, webhook } = messages.settings;
      const { password, secret } = messages.secrets;
      return accept({
        mail: mail && { ...mail, passwordKnown: password !== null },
        webhook: webhook && { ...webhook, secretKnown: secret !== null },
      });
    },

    async 'messages.setChannels'({ actor }, { requestId, mail, webhook }) {
      const { password: newPassword = null, ...server } = mail ?? {};
      const { secret: newSecret = null, ...hook } = webhook ?? {};
      const secrets = { password: newPassword ?? messages.secrets.password, secret: newSecret ?? messages.secrets.secret };
      const channels = {
        mail: mail && (server as Omit<typeof mail, 'password'>),
        webhook: webhook && (hook as Omit<typeof webhook, 'secret'>),
      };
      const problem = channelProblem(channels, secrets);
      if (problem) return problem;
      await messages.keepSecrets(secrets);
      const reply = await hub.change('messages.configure', channels, actor, requestId);
      if (reply.ok) await messages.changed();
      return reply;
    },

    async 'messages.test'(_, { channel, to }) {
      if (!channelsOn(messages.settings).includes(channel)) return refuse('CHANNEL_OFF', { channel: MESSAGE_CHANNEL_WORDS[channel] });
      if (channel === 'email' && !isEmail(to)) return refuse('CONTACT_INVALID', { input: 'to', field: 'e-mail address' });
      if (channel === 'sms' && !isPhone(to)) return refuse('CONTACT_INVALID', { input: 'to', field: 'phone number' });
      const limit = new AbortController();
      const forget = timer.after(MESSAGE_ANSWER_MS_MAX, () => limit.abort());
      const over = new Promise<{ done: false; answer: string }>((ended) => {
        limit.signal.addEventListener('abort', () =>
          ended({ done: false, answer: `no answer within ${MESSAGE_ANSWER_MS_MAX / SECOND_MS} s` }),
        );
      });
      const { done, answer } = await Promise.race([messages.sendTest(channel, to, limit.signal), over]);
      forget();
      return accept({ sent: done, answer });
    },
  };
}
