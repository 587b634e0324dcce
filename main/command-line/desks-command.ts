import { timeText } from '../../shared/health/figure-text.ts';
import { rightsText } from '../../shared/system-rights.ts';
import { allDesks, rightsOf } from '../store/tables/desks-table.ts';
import { readStore } from './read-store.ts';
import { runStoreCommand, type StoreCommand } from './store-command.ts';
import { tableText } from './table-text.ts';

export interface DesksCommand extends StoreCommand {
  readonly now: number;
}

const COLUMNS = [
  { head: 'Desk' },
  { head: 'Kind' },
  { head: 'Paired' },
  { head: 'Heard of', right: true },
  { head: 'From' },
  { head: 'Version, or may' },
];

const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The desks that were paired, as the store has them. When a desk was heard of last is written there now and then. */
export function listDesks(command: DesksCommand): Promise<number> {
  return runStoreCommand(command, () =>
    readStore(command, async ({ store, db }) => {
      const rows = await allDesks(db);
      const desks = rows.map((row) => ({
        id: row.id,
        desk: row.name,
        kind: row.kind,
        rights: rightsOf(row),
        pairedAt: row.paired_at,
        pairedBy: row.paired_by,
        revokedAt: row.revoked_at,
        revokedBy: row.revoked_by,
        seenAt: row.seen_at,
        seenFrom: row.seen_from,
        version: row.seen_version,
      }));
      const cells = desks.map((desk) => [
        desk.desk,
        desk.kind,
        dayText(desk.pairedAt),
        desk.revokedAt !== null ? 'revoked' : desk.seenAt === null ? 'never' : `${timeText(Math.max(0, command.now - desk.seenAt))} ago`,
        desk.seenFrom ?? '',
        desk.rights ? rightsText(desk.rights) : (desk.version ?? ''),
      ]);
      const lines = desks.length === 0 ? ['No desk is paired.'] : tableText(COLUMNS, cells);
      return { ok: true, store, file: null, lines, refusal: null, desks };
    }),
  );
}
