import { assert } from '../../../shared/assert.ts';
import type { EventData } from '../../../shared/events.ts';
import { dateOfDay, dayNumber } from '../../../shared/instants.ts';
import type { ClassDecision, ClassOverride, OverrideScope } from '../../../shared/methods/class-overrides.ts';
import type { Cabin } from '../../../shared/seat-map.ts';
import type { ReadDatabase, WriteDatabase } from '../database.ts';

interface OverrideRow {
  readonly id: number;
  readonly flight_id: number | null;
  readonly origin: string | null;
  readonly destination: string | null;
  readonly first_day: number | null;
  readonly last_day: number | null;
  readonly cabin: Cabin;
  readonly class_code: string;
  readonly decision: ClassDecision;
  readonly author: string;
  readonly reason: string;
  readonly decided_at: number;
}

const COLUMNS = 'id, flight_id, origin, destination, first_day, last_day, cabin, class_code, decision, author, reason, decided_at';

const scopeOf = ({ flight_id, origin, destination, first_day, last_day }: OverrideRow): OverrideScope =>
  flight_id === null
    ? { kind: 'route', origin: origin ?? '', destination: destination ?? '', from: dateOfDay(first_day ?? 0), to: dateOfDay(last_day ?? 0) }
    : { kind: 'flight', flightId: flight_id };

const stored = (row: OverrideRow): ClassOverride => ({
  number: row.id,
  scope: scopeOf(row),
  cabin: row.cabin,
  code: row.class_code,
  decision: row.decision,
  author: row.author,
  reason: row.reason,
  at: row.decided_at,
});

/** What tells the newest decision from any other, as text; empty without any. */
export async function newestOverride(db: ReadDatabase): Promise<string> {
  const sql = `SELECT id || ' ' || decided_at || ' ' || author || ' ' || cabin || class_code || ' ' || decision || ' ' || coalesce(flight_id, 0)
    || ' ' || coalesce(origin || destination || ' ' || first_day || ' ' || last_day, '') AS newest
    FROM class_overrides ORDER BY id DESC LIMIT 1`;
  return (await db.query<{ newest: string }>(sql).get())?.newest ?? '';
}

/** All decisions after one, in the order of their numbers. */
export const overridesAfter = async (db: ReadDatabase, number: number): Promise<ClassOverride[]> =>
  (await db.query<OverrideRow>(`SELECT ${COLUMNS} FROM class_overrides WHERE id > ? ORDER BY id`).all(number)).map(stored);

export async function overrideByNumber(db: ReadDatabase, number: number): Promise<ClassOverride | undefined> {
  const row = await db.query<OverrideRow>(`SELECT ${COLUMNS} FROM class_overrides WHERE id IN (?)`).get(number);
  return row && stored(row);
}

/** What the journal says of a decision. The reason stays out of it: it is what a person typed. */
export const overriddenOf = ({ number, scope, cabin, code, decision }: ClassOverride): EventData<'class.overridden'> => ({
  number,
  scope: scope.kind,
  origin: scope.kind === 'route' ? scope.origin : '',
  destination: scope.kind === 'route' ? scope.destination : '',
  flightId: scope.kind === 'flight' ? scope.flightId : null,
  from: scope.kind === 'route' ? scope.from : '',
  to: scope.kind === 'route' ? scope.to : '',
  ...{ cabin, code, decision },
});

/** Adds a decision. Decisions are never changed and never deleted. */
export async function addOverride(db: WriteDatabase, { scope, ...override }: ClassOverride): Promise<void> {
  const route = scope.kind === 'route' ? scope : undefined;
  const made = await db
    .change(`INSERT INTO class_overrides (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
    .run(
      override.number,
      scope.kind === 'flight' ? scope.flightId : null,
      route ? route.origin : null,
      route ? route.destination : null,
      route ? dayNumber(route.from) : null,
      route ? dayNumber(route.to) : null,
      override.cabin,
      override.code,
      override.decision,
      override.author,
      override.reason,
      override.at,
    );
  assert(made === 1, 'a decision about a class was not stored');
}
