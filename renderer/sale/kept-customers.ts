import { create } from 'zustand';
import type { CustomerRecord, FoundCustomer } from '../../shared/methods/customers.ts';
import { call } from '../client/client.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { readFind } from '../format/read-find.ts';
import { typedBirthDate } from './birth-date.ts';
import { readName } from './name-entry.ts';
import { deskToday, focusStop, stopAfter } from './sale-fields.ts';
import { dispatch, useSale } from './sale-store.ts';
import { say } from './say.ts';

/** The hub is asked when nothing more was typed for so long. */
const SETTLE_MS = 200;

interface KeptCustomers {
  /** The passenger whose name was looked for, by the key of the row; null for nobody. */
  readonly key: number | null;
  readonly found: readonly FoundCustomer[];
  /** The one that the key takes next. */
  readonly at: number;
}
const NOBODY: KeptCustomers = { key: null, found: [], at: 0 };

export const useKeptCustomers = create<KeptCustomers>(() => NOBODY);

let timer: ReturnType<typeof setTimeout> | undefined;
/** Counts the texts looked for, so that the answer to an earlier one is not shown. */
let looked = 0;

onSessionOver(() => {
  clearTimeout(timer);
  looked += 1;
  useKeptCustomers.setState(NOBODY);
});

/** Looks whose record the typed name may be. */
export function lookForKept(key: number, text: string): void {
  clearTimeout(timer);
  looked += 1;
  const mine = looked;
  const anyOf = readFind(text, deskToday()).flatMap((find) => (find.by === 'name' ? [find] : []));
  if (anyOf.length === 0) {
    useKeptCustomers.setState(NOBODY);
    return;
  }
  timer = setTimeout(async () => {
    // The customer has gone meanwhile.
    if (!useSale.getState().sale?.party.some((passenger) => passenger.key === key)) return;
    const reply = await call('customers.find', { anyOf, kept: true });
    if (mine === looked) useKeptCustomers.setState(reply.ok ? { key, found: reply.value.customers, at: 0 } : NOBODY);
  }, SETTLE_MS);
}

/** `Petrov/Elena MS` as an agent types it, with the name in A to Z where the spelling gives none. */
function entryOf({ surname, given, title, host }: CustomerRecord): { readonly name: string; readonly host: string } {
  const name = `${surname}/${given}${title ? ` ${title}` : ''}`;
  const read = readName(name);
  return { name, host: read.ok && read.asksHost && host ? `${host.surname}/${host.given}` : '' };
}

/** Takes the record that is offered: name, birth date, and the contact where none was typed. Once more: the next one of that name. */
export function fillFromRecord(): void {
  const { sale } = useSale.getState();
  const { key, found, at } = useKeptCustomers.getState();
  const index = sale?.party.findIndex((passenger) => passenger.key === key) ?? -1;
  const customer = found[at];
  const before = sale?.party[index];
  if (sale?.stage !== 'details' || !customer?.record || !before || customer.who.by !== 'record') {
    say('No record of that name is kept.');
    return;
  }
  const { record } = customer;
  const birthDate = record.birthDate === null ? before.birthDate : typedBirthDate(record.birthDate);
  dispatch({ do: 'changePassenger', index, change: { ...entryOf(record), birthDate, customer: customer.who.customerId, keep: false } });
  // The contact of the record that was taken before goes with it.
  const earlier = found.map((each) => [each.phone, each.email].filter(Boolean).join(' '));
  if (sale.contact.trim() === '' || earlier.includes(sale.contact))
    dispatch({ do: 'write', contact: [record.phone, record.email].filter(Boolean).join(' ') });
  useKeptCustomers.setState({ at: (at + 1) % found.length });
  const filled = useSale.getState().sale;
  if (filled) focusStop(stopAfter(filled, `name-${index}`));
}

/** The passenger in whose fields the focus is; the first one elsewhere. */
function focusedPlace(): number {
  return Number(/^sale-(?:name|host|birth)-(\d+)$/.exec(document.activeElement?.id ?? '')?.[1] ?? 0);
}

/** The passenger asks that a record is kept, or not. */
export function toggleKeep(): void {
  const { sale } = useSale.getState();
  const index = focusedPlace();
  const passenger = sale?.party[index];
  if (!passenger) return;
  if (passenger.customer === undefined) dispatch({ do: 'changePassenger', index, change: { keep: !passenger.keep } });
  else say('A record is kept already.');
}
