import type { EventData } from '../../../shared/events.ts';
import { type Instant, instant } from '../../../shared/instants.ts';
import type { PolicyScope, PolicyView } from '../../../shared/methods/policy-view.ts';
import type { PolicyRule } from '../../../shared/pricing/policy.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

interface PolicyRow {
  readonly version: number;
  readonly scope: PolicyScope['kind'];
  readonly origin: string | null;
  readonly destination: string | null;
  readonly flight_id: number | null;
  readonly rules: string | null;
  readonly valid_from: number;
  readonly valid_to: number | null;
  readonly author: string;
  readonly reason: string;
  readonly published_at: number;
  readonly again: number | null;
}

/** A version as it stands in the store. */
export type StoredPolicy = Omit<PolicyView, 'validFrom' | 'validTo' | 'rules'> & {
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
  readonly rules: PolicyRule[] | null;
};

const COLUMNS = 'version, scope, origin, destination, flight_id, rules, valid_from, valid_to, author, reason, published_at, again';

function scopeOf({ scope, origin, destination, flight_id }: PolicyRow): PolicyScope {
  if (scope === 'network') return { kind: scope };
  return scope === 'route'
    ? { kind: scope, origin: origin ?? '', destination: destination ?? '' }
    : { kind: scope, flightId: flight_id ?? 0 };
}

const stored = (row: PolicyRow): StoredPolicy => ({
  version: row.version,
  scope: scopeOf(row),
  rules: row.rules === null ? null : (JSON.parse(row.rules) as PolicyRule[]),
  validFrom: instant(row.valid_from),
  validTo: row.valid_to === null ? null : instant(row.valid_to),
  author: row.author,
  reason: row.reason,
  publishedAt: row.published_at,
  again: row.again,
});

/** What tells the newest version from any other, as text. */
export async function newestPolicy(db: ReadDatabase): Promise<string> {
  const sql = `SELECT version || ' ' || published_at || ' ' || author || ' ' || coalesce(rules, '') AS newest
    FROM policies ORDER BY version DESC LIMIT 1`;
  return (await db.query<{ newest: string }>(sql).get())?.newest ?? '';
}

/** All versions above one, in their order. */
export async function policiesAfter(db: ReadDatabase, version: number): Promise<StoredPolicy[]> {
  const rows = await db.query<PolicyRow>(`SELECT ${COLUMNS} FROM policies WHERE version > ? ORDER BY version`).all(version);
  return rows.map(stored);
}

/** Versions below one, newest first, at most so many. */
export async function policiesBefore(db: ReadDatabase, version: number, most: number): Promise<StoredPolicy[]> {
  const sql = `SELECT ${COLUMNS} FROM policies WHERE version < ? ORDER BY version DESC LIMIT ?`;
  return (await db.query<PolicyRow>(sql).all(version, most)).map(stored);
}

export async function policyByVersion(db: ReadDatabase, version: number): Promise<StoredPolicy | undefined> {
  const row = await db.query<PolicyRow>(`SELECT ${COLUMNS} FROM policies WHERE version = ?`).get(version);
  return row && stored(row);
}

/** What the journal says of a version. The reason stays out of it: it is what a person typed. */
export const publishedOf = ({ version, scope, validFrom, validTo }: StoredPolicy): EventData<'policy.published'> => ({
  version,
  scope: scope.kind,
  origin: scope.kind === 'route' ? scope.origin : '',
  destination: scope.kind === 'route' ? scope.destination : '',
  flightId: scope.kind === 'flight' ? scope.flightId : null,
  validFrom,
  validTo,
});

/** Adds a version. Versions are never changed and never deleted. */
export async function addPolicy(db: WriteDatabase, { scope, ...policy }: StoredPolicy): Promise<void> {
  await db
    .change(`INSERT INTO policies (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(
      policy.version,
      scope.kind,
      scope.kind === 'route' ? scope.origin : null,
      scope.kind === 'route' ? scope.destination : null,
      scope.kind === 'flight' ? scope.flightId : null,
      policy.rules && JSON.stringify(policy.rules),
      policy.validFrom,
      policy.validTo,
      policy.author,
      policy.reason,
      policy.publishedAt,
      policy.again,
    );
}
