import { isPrintable } from '../../shared/method.ts';

/** The longest phone number and e-mail that the hub accepts. */
const PHONE_MAX = 40;
const EMAIL_MAX = 120;

export interface ContactRead {
  readonly phone: string;
  readonly email: string;
}

/** Phone and e-mail from one field, in any order: `+1 212 555 0148 e.petrov@example.com`. What holds an @ is the e-mail. */
export function readContact(entry: string): ContactRead | undefined {
  if (entry.length > PHONE_MAX + EMAIL_MAX + 10) return undefined;
  const words = entry
    .trim()
    .split(/[\s,;]+/)
    .filter(Boolean);
  const emails = words.filter((word) => word.includes('@'));
  const phone = words.filter((word) => !word.includes('@')).join(' ');
  if (emails.length > 1 || emails.some((email) => !/^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(email))) return undefined;
  if (phone !== '' && (!/^\+?[\d\s()./-]+$/.test(phone) || phone.replace(/\D/g, '').length < 5)) return undefined;
  const [email = ''] = emails;
  if (phone.length > PHONE_MAX || email.length > EMAIL_MAX || !isPrintable(email)) return undefined;
  return phone === '' && email === '' ? undefined : { phone, email };
}
