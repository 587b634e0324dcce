export interface ContactRead {
  readonly phone: string;
  readonly email: string;
}

/** Phone and e-mail from one field, in any order: `+1 212 555 0148 e.petrov@example.com`. What holds an @ is the e-mail. */
export function readContact(entry: string): ContactRead | undefined {
  const words = entry
    .trim()
    .split(/[\s,;]+/)
    .filter(Boolean);
  const emails = words.filter((word) => word.includes('@'));
  const phone = words.filter((word) => !word.includes('@')).join(' ');
  if (emails.length > 1 || emails.some((email) => !/^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(email))) return undefined;
  if (phone !== '' && (!/^\+?[\d\s()./-]+$/.test(phone) || phone.replace(/\D/g, '').length < 5)) return undefined;
  const [email = ''] = emails;
  return phone === '' && email === '' ? undefined : { phone, email };
}
