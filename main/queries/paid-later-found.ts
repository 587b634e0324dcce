import { hostName } from '../../shared/host-name.ts';
import { TITLES } from '../../shared/passengers.ts';
import { readContact } from '../../shared/read-contact.ts';
import type { ReadDatabase } from '../store/database.ts';
import type { KeyRange } from '../store/find-keys.ts';
import { draftOf } from '../store/tables/drafts-table.ts';
import { findKeysOf } from '../store/tables/find-keys-table.ts';

const OPEN = "SELECT id FROM bookings WHERE state = 'HOLD' AND pay_by IS NOT NULL ORDER BY id DESC";

/**
 * Holds that are paid later and have a key in one of these stretches, newest first. Their names are kept with the hold alone, so that they are gone
 * with it when nobody pays. A desk has few such holds, so all of them are read.
 */
export async function paidLaterFound(db: ReadDatabase, ranges: readonly KeyRange[]): Promise<number[]> {
  const found: number[] = [];
  for (const id of await db.column<number>(OPEN).all()) {
    const draft = await draftOf(db, id);
    if (!draft) continue;
    const { phone = '', email = '' } = readContact(draft.contact) ?? {};
    const passengers = draft.passengers.flatMap(({ name, host, infantName, infantHost }) => [
      named(name, host),
      named(infantName, infantHost),
    ]);
    const keys = findKeysOf({ passengers: passengers.flatMap((one) => one ?? []), phone, email });
    const has = ({ kind, start, whole }: KeyRange) =>
      keys.some((each) => each.kind === kind && (whole ? each.key === start : each.key.startsWith(start)));
    if (ranges.some(has)) found.push(id);
  }
  return found;
}

/** `SURNAME/GIVEN TITLE` as it was kept, with its host form; undefined where nothing was typed. */
function named(text: string, host: string) {
  const spelt = partsOf(text);
  const own = host === '' ? undefined : partsOf(host);
  const form = hostName({ ...spelt, title: '', host: own });
  return form.ok ? { host_surname: form.surname, host_given: form.given, ...spelt } : undefined;
}

function partsOf(text: string): { readonly surname: string; readonly given: string } {
  const [surname = '', rest = ''] = text.split('/').map((part) => part.trim());
  const words = rest.split(/\s+/);
  if (words.length > 1 && (TITLES as readonly string[]).includes((words.at(-1) ?? '').toUpperCase())) words.pop();
  return { surname, given: words.join(' ') };
}
