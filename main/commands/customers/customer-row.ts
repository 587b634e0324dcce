import { isEmail, isPhone } from '../../../shared/contact.ts';
import { hostName, hostNameAdvice } from '../../../shared/host-name.ts';
import type { CustomerRecord } from '../../../shared/methods/customers.ts';
import { accept, type Reply, refuse } from '../../../shared/refusals.ts';
import type { ReadDatabase } from '../../store/database.ts';
import { type CustomerRow, customerById, customersByKey } from '../../store/tables/customers-table.ts';
import { nameKeyOf, sharesContact } from '../../views/bookings-of-person.ts';

/** What a record says of the passenger, as it is stored. */
export type Kept = Pick<
  CustomerRow,
  'surname' | 'given' | 'host_surname' | 'host_given' | 'title' | 'birth_date' | 'phone' | 'email' | 'document'
>;

/** A record as it would be stored, or why it cannot be kept. */
export function keptOf({ document, birthDate: birth_date, ...record }: CustomerRecord): Reply<Kept> {
  const host = hostName(record);
  if (!host.ok) return refuse('NAME_INVALID', { who: 'The record', problem: host.problem, advice: hostNameAdvice(host) });
  const { surname, given, title, phone, email } = record;
  if (phone !== '' && !isPhone(phone)) return refuse('CONTACT_INVALID', { input: 'phone', field: 'phone number' });
  if (email !== '' && !isEmail(email)) return refuse('CONTACT_INVALID', { input: 'email', field: 'e-mail address' });
  return accept({
    ...{ surname, given, title, phone, email, birth_date, host_surname: host.surname, host_given: host.given },
    document: document === null ? null : JSON.stringify(document),
  });
}

const OF_NAME_MAX = 200;

/** The record that is kept of the same person: of the same name, with the same birth date, or with the same contact where no birth date says otherwise. */
export async function knownCustomer(db: ReadDatabase, kept: Kept): Promise<CustomerRow | undefined> {
  for (const id of await customersByKey(db, { kind: 'name', start: nameKeyOf(kept), whole: true }, OF_NAME_MAX)) {
    const row = await customerById(db, id);
    if (!row) continue;
    const dated = row.birth_date !== null && kept.birth_date !== null;
    if (dated ? row.birth_date === kept.birth_date : sharesContact(row, kept)) return row;
  }
  return undefined;
}
