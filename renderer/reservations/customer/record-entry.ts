import type { CustomerRecord } from '../../../shared/methods/customers.ts';
import { readContact } from '../../../shared/read-contact.ts';
import { readBirthDate, typedBirthDate } from '../../sale/birth-date.ts';
import { readName } from '../../sale/name-entry.ts';

type TravelDocument = NonNullable<CustomerRecord['document']>;

/** A record as it is typed. */
export interface RecordEntry {
  readonly name: string;
  readonly host: string;
  readonly birthDate: string;
  readonly contact: string;
  /** NONE: no document is kept. */
  readonly type: TravelDocument['type'] | 'NONE';
  readonly number: string;
  readonly country: string;
  readonly expires: string;
}

/** A record as an agent would type it. */
export function entryOfRecord({ surname, given, title, host, birthDate, phone, email, document }: CustomerRecord): RecordEntry {
  const name = `${surname}/${given}${title ? ` ${title}` : ''}`;
  const read = readName(name);
  return {
    name,
    host: read.ok && read.asksHost && host ? `${host.surname}/${host.given}` : '',
    birthDate: birthDate === null ? '' : typedBirthDate(birthDate),
    contact: [phone, email].filter(Boolean).join(' '),
    type: document?.type ?? 'NONE',
    number: document?.number ?? '',
    country: document?.country ?? '',
    expires: document?.expires ? typedBirthDate(document.expires) : '',
  };
}

/** Later than any document is valid: an expiry is read like a birth date, and may be to come. */
const LATEST = '2199-12-31';

/** The record, or what is wrong with each field. */
export function readRecord(
  entry: RecordEntry,
  today: string,
): { readonly record: CustomerRecord } | { readonly wrong: Readonly<Partial<Record<keyof RecordEntry, string>>> } {
  const name = readName(entry.name, entry.host);
  const birthDate = entry.birthDate.trim() === '' ? null : readBirthDate(entry.birthDate, today);
  const contact = entry.contact.trim() === '' ? { phone: '', email: '' } : readContact(entry.contact);
  const number = entry.number.toUpperCase().replace(/[\s-]/g, '');
  const country = entry.country.trim().toUpperCase();
  const expires = entry.expires.trim() === '' ? null : readBirthDate(entry.expires, LATEST);
  const documented = entry.type !== 'NONE';
  const wrong = {
    ...(name.ok ? {} : { name: name.problem }),
    ...(name.ok && name.hostProblem ? { host: name.hostProblem } : {}),
    ...(birthDate === undefined ? { birthDate: 'Write the birth date as 12MAR1980' } : {}),
    ...(contact ? {} : { contact: 'Write a phone number, an e-mail address, or both' }),
    ...(documented && !/^[A-Z0-9]{1,24}$/.test(number) ? { number: 'Write its letters and digits' } : {}),
    ...(documented && !/^[A-Z]{3}$/.test(country) ? { country: 'Three letters, as in the passport: USA' } : {}),
    ...(documented && expires === undefined ? { expires: 'Write the day as 31MAY2030' } : {}),
  };
  if (Object.keys(wrong).length > 0 || !name.ok || birthDate === undefined || !contact || expires === undefined) return { wrong };
  const { surname, given, title, host } = name.name;
  return {
    record: {
      ...{ surname, given, title, birthDate, ...contact },
      ...(host ? { host } : {}),
      document: entry.type === 'NONE' ? null : { type: entry.type, number, country, expires },
    },
  };
}
