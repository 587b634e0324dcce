import type { MailServer, Webhook } from '../../shared/methods/messages.ts';
import { accept } from '../../shared/refusals.ts';
import { type MessageSettings, readSetting, writeSetting } from '../store/tables/settings-table.ts';
import type { Command } from './command.ts';

const mailText = (mail: MailServer | null): string => (mail ? `${mail.host}:${mail.port}, ${mail.security}` : 'off');
const webhookText = (webhook: Webhook | null): string =>
  webhook ? [webhook.sms ? 'SMS' : '', webhook.push ? 'push' : ''].filter(Boolean).join(' and ') || 'nothing' : 'off';

/** Sets where messages go. Secrets are no part of it. The journal tells neither the user of the mail server nor the address of the webhook, which may hold a key. */
export const configureMessages: Command<MessageSettings, Record<string, never>> = async ({ db, emit }, { mail, webhook }) => {
  const before = await readSetting(db, 'messages');
  await writeSetting(db, 'messages', { mail, webhook });
  emit('setting.changed', { subject: 'messages by e-mail', before: mailText(before.mail), after: mailText(mail) });
  emit('setting.changed', { subject: 'messages by webhook', before: webhookText(before.webhook), after: webhookText(webhook) });
  return accept({});
};
