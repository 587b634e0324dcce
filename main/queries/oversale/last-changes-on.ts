import type { OversaleChange } from '../../../shared/methods/oversale-changes.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import { authorisationsOf } from '../../store/tables/authorisations-table.ts';
import { type BlockHistoryRow, lastBlocksOf } from '../../store/tables/seat-blocks-table.ts';
import type { QueryContext } from '../query.ts';
import type { PersonOn } from './people-on.ts';

/** As many as the tallest window shows. */
const SHOWN_MAX = 8;

/** What changed last in what a cabin may sell and in who has a seat in it, the newest first: decisions, blocks, and passengers without a seat. */
export async function lastChangesOn(
  { db }: Pick<QueryContext, 'db'>,
  flightId: number,
  cabin: Cabin,
  people: readonly PersonOn[],
): Promise<OversaleChange[]> {
  const decided = (await authorisationsOf(db, flightId, cabin, SHOWN_MAX)).map(
    ({ decided_at, author, seats_before, seats_after, percent, reason }): OversaleChange => ({
      ...{ what: 'authorised', at: decided_at, user: author, before: seats_before, after: seats_after, percent, reason },
    }),
  );
  const blocks = await lastBlocksOf(db, flightId, cabin, SHOWN_MAX);
  // Of one moment what ends comes after what began, so it stands first.
  return [...unseated(people), ...ended(blocks), ...blocked(blocks), ...decided].toSorted((a, b) => b.at - a.at).slice(0, SHOWN_MAX);
}

/** Seats that were blocked together are one change. */
const blocked = (rows: readonly BlockHistoryRow[]): OversaleChange[] =>
  together(
    rows.map(({ seat, code, blocked_at: at, user_name: user, desk }) => ({ seat, code, at, user, desk })),
    (one) => `${one.at} ${one.user} ${one.desk} ${one.code}`,
  ).map(({ first: { code, at, user, desk }, seats }) => ({ what: 'blocked', at, user, desk, code, seats }));

const ended = (rows: readonly BlockHistoryRow[]): OversaleChange[] =>
  together(
    rows.flatMap(({ seat, code, ended_at: at, ended_by: user, ended_why: why, ended_reason }) =>
      at === null || user === null || why === null ? [] : [{ seat, code, at, user, why, reason: ended_reason ?? '' }],
    ),
    (one) => `${one.at} ${one.user} ${one.why} ${one.code} ${one.reason}`,
  ).map(({ first: { code, at, user, why, reason }, seats }) => ({ what: 'unblocked', at, user, code, seats, why, reason }));

function together<T extends { readonly seat: string }>(rows: readonly T[], key: (row: T) => string): { first: T; seats: string[] }[] {
  return [...Map.groupBy(rows, key).values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ first, seats: group.map(({ seat }) => seat) }] : [];
  });
}

/** Who has no seat, a party at once: since the sale, or since another aircraft. */
const unseated = (people: readonly PersonOn[]): OversaleChange[] =>
  [
    ...Map.groupBy(
      people.filter(({ seat }) => seat === 'over'),
      ({ bookingId }) => bookingId,
    ).values(),
  ].flatMap((party) => {
    const [first] = party;
    if (!first) return [];
    const { at, user, desk } = first.displaced ?? first.sale;
    return [{ what: first.displaced ? 'displaced' : 'sold', at, user, desk, name: first.name, passengers: party.length }];
  });
