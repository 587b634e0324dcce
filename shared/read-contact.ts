import { EMAIL_MAX, isEmail, isPhone, PHONE_MAX } from './contact.ts';

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
  const [email = ''] = emails;
  if (emails.length > 1 || (email !== '' && !isEmail(email)) || (phone !== '' && !isPhone(phone))) return undefined;
  return phone === '' && email === '' ? undefined : { phone, email };
}
