import { WEBHOOK_SECRET_MIN } from '../../shared/bounds.ts';
import { isEmail } from '../../shared/contact.ts';
import type { MailServer, Webhook } from '../../shared/methods/messages.ts';
import { type Refused, refuse } from '../../shared/refusals.ts';
import type { MessageSecrets } from './message-secrets.ts';

const wrong = (setting: string, problem: string, input: string): Refused => refuse('SETTING_INVALID', { setting, problem, input });

/** Why messages cannot go out so. `input` of a refusal names the field. */
export function channelProblem(
  { mail, webhook }: { readonly mail: MailServer | null; readonly webhook: Webhook | null },
  { password, secret }: MessageSecrets,
): Refused | undefined {
  if (mail && !/^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$/.test(mail.host))
    return wrong('Mail server', 'it is a name such as smtp.example.com', 'host');
  if (mail && !isEmail(mail.from)) return wrong('Sender', 'it is written like name@example.com', 'from');
  if (mail?.user && password === null) return wrong('Mail password', 'it is needed for this user', 'password');
  if (mail?.user && mail.security === 'none' && !isHere(mail.host))
    return wrong('Mail server', 'a password goes to another computer over TLS alone', 'security');
  if (!webhook) return undefined;
  const url = URL.parse(webhook.address);
  if (!url || url.username || url.password) return wrong('Webhook address', 'it is written like https://example.com/messages', 'address');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere(url.hostname)))
    return wrong('Webhook address', 'it begins with https://, because phone numbers go there', 'address');
  if (!webhook.sms && !webhook.push) return wrong('Webhook', 'it sends SMS, push or both', 'sms');
  if ((secret ?? '').length < WEBHOOK_SECRET_MIN)
    return wrong('Webhook secret', `it has at least ${WEBHOOK_SECRET_MIN} characters`, 'secret');
  return undefined;
}

/** Whether a name means this computer. */
const isHere = (host: string): boolean => host === 'localhost' || host === '[::1]' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
