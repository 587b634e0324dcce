import { type DocumentKind, givesBack, type SalesDocument, type SalesTotals } from '../../shared/methods/sales-report.ts';
import { OVERRIDE_KINDS, type OverrideCounts, type OverrideKind } from '../../shared/rule-overrides.ts';
import { splitTenders } from '../../shared/split-tenders.ts';
import type { ReadDatabase } from '../store/database.ts';
import type { EventRange } from './money-moved.ts';
import type { DocumentRead } from './sales-documents.ts';

interface Sums {
  /** Events: a sale whose money a split shared between two bookings is still one. */
  readonly events: Set<number>;
  taken: number;
  back: number;
}

/** Sums under keys, in the order in which the keys first came. */
class Totals<Key extends object> {
  readonly #sums = new Map<string, { readonly key: Key; readonly sums: Sums }>();

  /** A refund that was taken back makes less of what went back. */
  add(key: Key, { event, kind }: Pick<SalesDocument, 'event' | 'kind'>, amount: number): void {
    const text = JSON.stringify(key);
    let of = this.#sums.get(text);
    if (!of) {
      of = { key, sums: { events: new Set(), taken: 0, back: 0 } };
      this.#sums.set(text, of);
    }
    of.sums.events.add(event);
    if (givesBack(kind)) of.sums.back -= amount;
    else of.sums.taken += amount;
  }

  rows(): ({ documents: number; taken: number; back: number } & Key)[] {
    return [...this.#sums.values()].map(({ key, sums }) => ({ ...key, documents: sums.events.size, taken: sums.taken, back: sums.back }));
  }
}

export interface DeskEntries extends Pick<SalesTotals, 'voids' | 'overrides' | 'reprints'> {
  readonly overridden: OverrideCounts;
}

/** What documents add up to, by everything that a report asks for. */
export function salesTotals(documents: readonly DocumentRead[], entries: DeskEntries): SalesTotals {
  const tenders = new Totals<{ kind: SalesTotals['tenders'][number]['kind']; currency: string }>();
  const kinds = new Totals<{ kind: DocumentKind; currency: string }>();
  const agents = new Totals<{ user: string; currency: string }>();
  const desks = new Totals<{ desk: string; currency: string }>();
  const flights = new Totals<
    Pick<SalesTotals['flights'][number], 'flightId' | 'flight' | 'date' | 'origin' | 'destination' | 'currency'>
  >();
  let mixed = 0;
  for (const { document, legs } of documents) {
    const { kind, user, desk, currency, amount } = document;
    for (const tender of document.tenders) tenders.add({ kind: tender.kind, currency }, document, tender.amount ?? 0);
    if (kind === 'sale' && new Set(document.tenders.map((tender) => tender.kind)).size > 1) mixed++;
    kinds.add({ kind, currency }, document, amount);
    agents.add({ user, currency }, document, amount);
    desks.add({ desk, currency }, document, amount);
    const shares = shareAmong(
      amount,
      legs.map(({ fare }) => fare),
    );
    for (const [at, { flightId, flight, date, origin, destination }] of legs.entries())
      flights.add({ flightId, flight, date, origin, destination, currency }, document, shares[at] ?? 0);
  }
  return {
    tenders: tenders.rows(),
    documents: kinds.rows().map(({ taken, back, ...one }) => ({ ...one, amount: taken - back })),
    agents: agents.rows(),
    desks: desks.rows(),
    flights: flights.rows(),
    mixed,
    ...entries,
  };
}

/** An amount in parts that add up to it, in proportion to fares; in equal parts where nothing was paid for any flight. */
function shareAmong(amount: number, fares: readonly number[]): number[] {
  const weights = fares.some((fare) => fare > 0) ? fares : fares.map(() => 1);
  const all = weights.reduce((sum, fare) => sum + fare, 0);
  const size = Math.abs(amount);
  // Never more leaves than there is: fees may be more than the fares.
  const times = Math.max(1, Math.ceil(size / all));
  const parts = splitTenders(
    size,
    weights.map((fare) => ({ amount: fare * times, refunded: 0 })),
  );
  return amount < 0 ? parts.map((part) => -part) : parts;
}

// The index journal_shift holds these entries alone; the words of its condition are the same.
const COUNTED = `desk IN (?) AND event > ? AND event < ?
  AND (type = 'payment.reversalDue' OR type = 'booking.saleUndone' OR type = 'booking.cancelUndone' OR type = 'booking.changeUndone'
    OR type = 'receipt.printed' OR type = 'cabin.authorised' OR type = 'class.overridden' OR type = 'waitlist.moved'
    OR instr(data, 'overrides":[') > 0)`;
const ENTRIES = `SELECT type, data ->> '$.overrides' AS overrides, count(*) AS entries FROM journal WHERE ${COUNTED} GROUP BY type, overrides`;
const PRINTED_AGAIN = `SELECT count(*) AS again FROM journal AS print WHERE ${COUNTED} AND type = 'receipt.printed'
  AND EXISTS (SELECT 1 FROM journal p WHERE p.booking_id = print.booking_id AND p.type = 'receipt.printed' AND p.event < print.event)`;

interface CountedEntries {
  readonly type: string;
  /** JSON: what was overridden beside what the type tells; null for nothing. */
  readonly overrides: string | null;
  readonly entries: number;
}

const VOIDS = ['payment.reversalDue', 'booking.saleUndone', 'booking.cancelUndone', 'booking.changeUndone'];

/** Entries that are decisions by their type alone. */
const DECISIONS: { readonly [type: string]: OverrideKind } = {
  'cabin.authorised': 'authorised',
  'class.overridden': 'bookingClass',
  'waitlist.moved': 'priority',
};

const decisionsOf = ({ type, overrides }: CountedEntries): readonly OverrideKind[] => {
  const decided = DECISIONS[type];
  return decided ? [decided] : (JSON.parse(overrides ?? '[]') as OverrideKind[]);
};

/** What else was done at a desk, counted. */
export async function deskEntries(db: ReadDatabase, desk: string, { after, before }: EventRange): Promise<DeskEntries> {
  const rows = await db.query<CountedEntries>(ENTRIES).all(desk, after, before);
  const again = await db.query<{ again: number }>(PRINTED_AGAIN).get(desk, after, before);
  const overridden: Partial<Record<OverrideKind, number>> = {};
  for (const row of rows) for (const kind of decisionsOf(row)) overridden[kind] = (overridden[kind] ?? 0) + row.entries;
  return {
    voids: rows.reduce((all, { type, entries }) => all + (VOIDS.includes(type) ? entries : 0), 0),
    overrides: Object.values(overridden).reduce((all, entries) => all + entries, 0),
    overridden,
    reprints: again?.again ?? 0,
  };
}

/** The entries of several desks or times together. */
export function allEntries(parts: readonly DeskEntries[]): DeskEntries {
  const overridden: Partial<Record<OverrideKind, number>> = {};
  for (const part of parts)
    for (const kind of OVERRIDE_KINDS) {
      const more = part.overridden[kind];
      if (more) overridden[kind] = (overridden[kind] ?? 0) + more;
    }
  const sum = (key: 'voids' | 'overrides' | 'reprints'): number => parts.reduce((all, part) => all + part[key], 0);
  return { voids: sum('voids'), overrides: sum('overrides'), overridden, reprints: sum('reprints') };
}
