import { assert } from '../../shared/assert.ts';
import { REVOKED_LISTED_MAX } from '../../shared/bounds.ts';
import type { Output } from '../../shared/contract.ts';
import type { ConsoleSession } from '../hub/connection.ts';
import type { InnerHub } from '../hub/hub.ts';
import { type DeskRow, rightsOf } from '../store/tables/desks-table.ts';
import type { Desks } from './desks.ts';
import type { PairedDesk } from './paired-desk.ts';

type Listed = Output<'desks.list'>['desks'][number];

/** Every desk as supervisors see it: what the store keeps of it, and who is there now. `sessions`: all of the hub, in the order in which they began. */
export async function listDesks(hub: InnerHub, desks: Desks, sessions: readonly ConsoleSession[]): Promise<Listed[]> {
  const known = await hub.look('desks.known', {});
  assert(known.ok, 'the desks of the store can be read');
  const now = hub.now();
  const live = known.value.desks.filter(({ revoked_at }) => revoked_at === null);
  const revoked = known.value.desks
    .filter(({ revoked_at }) => revoked_at !== null)
    .sort((a, b) => (b.revoked_at ?? 0) - (a.revoked_at ?? 0))
    .slice(0, REVOKED_LISTED_MAX);
  // Somebody stays signed in where the console has lost the hub.
  const lastAt = new Map(sessions.map((session) => [session.deskId, session]));
  return [...live, ...revoked].map((row) => listed(row, desks.paired(row.id), lastAt.get(row.id), now));
}

function listed(row: DeskRow, desk: PairedDesk | undefined, last: ConsoleSession | undefined, now: number): Listed {
  const consoles = [...(desk?.consoles ?? [])];
  const here = consoles.map((each) => each.session).find((each) => each && !each.locked) ?? consoles.find((each) => each.session)?.session;
  const session = here ?? last;
  const seen = desk?.seen;
  const lastSeen = consoles.length > 0 ? now : (seen?.at ?? row.seen_at);
  const stateNow = (): Listed['state'] => {
    if (row.revoked_at !== null) return 'revoked';
    if (desk?.isHere(now)) return here?.locked ? 'locked' : 'live';
    if (session) return 'cutOff';
    return lastSeen === null ? 'never' : 'away';
  };
  return {
    ...{ id: row.id, desk: row.name, kind: row.kind, rights: rightsOf(row), state: stateNow() },
    user: session?.facts.display ?? null,
    signedInAt: session?.beganAt ?? null,
    version: seen?.version ?? row.seen_version,
    lastSeen,
    address: seen?.from ?? row.seen_from,
    ...{ pairedAt: row.paired_at, pairedBy: row.paired_by, revokedAt: row.revoked_at, revokedBy: row.revoked_by },
    keptIn: row.kept_in,
  };
}
