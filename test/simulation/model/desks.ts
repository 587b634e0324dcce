import { hash } from 'node:crypto';
import type { Input } from '../../../shared/contract.ts';
import { known, refused } from './expected.ts';
import type { Commands, Model } from './model.ts';
import type { ModelDesk } from './station.ts';

type Added = Pick<ModelDesk, 'id' | 'name' | 'kind' | 'rights' | 'key' | 'keptIn'>;

interface Seen {
  readonly id: string;
  readonly at: number;
}

/** Why the desk of this name cannot get another one: a shift and holds belong to the name. */
function inUse(model: Model, name: string, now: number): void {
  const holds = model
    .holds()
    .filter(({ bookingId, desk, expiresAt }) => desk === name && (expiresAt ?? 0) > now && !model.ways.has(bookingId));
  if (model.shifts.some(({ desk, z }) => desk === name && z === null)) throw refused('DESK_IN_USE', { desk: name, what: 'an open shift' });
  if (holds.length > 0) throw refused('DESK_IN_USE', { desk: name, what: 'holds that run' });
}

export const DESKS: Commands = {
  'desks.add'(model, desk: Added, { now, actor }) {
    const { station, events } = model;
    const { id, name, kind, rights, key, keptIn } = desk;
    if (station.desks.some((other) => other.key === key)) throw refused('KEY_USED');
    if (station.named(name)) throw refused('DESK_TAKEN', { desk: name });
    station.desks.push({
      ...{ id, name, kind, rights, key, keptIn, pairedAt: now, pairedBy: actor.user },
      ...{ revokedAt: null, revokedBy: null, seenAt: null },
    });
    events.push(['desk.paired', null, { id, desk: name, kind, ...(rights ? { rights } : {}), key: hash('sha256', key, 'base64url') }]);
    return { id };
  },
  'desks.name'(model, { id, desk: name }: { id: string; desk: string }, { now }) {
    const { station, events } = model;
    const desk = known(station.paired(id), 'DESK_UNKNOWN');
    if (station.named(name)) throw refused('DESK_TAKEN', { desk: name });
    const before = desk.name;
    inUse(model, before, now);
    desk.name = name;
    events.push(['desk.renamed', null, { id, desk: name, before }]);
    return { id, desk: name };
  },
  'desks.allow'({ station, events }, { id, rights }: Pick<Input<'desks.allow'>, 'id' | 'rights'>) {
    const desk = known(station.paired(id), 'DESK_UNKNOWN');
    if (desk.kind !== 'system') throw refused('DESK_NO_SYSTEM', { desk: desk.name });
    desk.rights = rights;
    events.push(['desk.allowed', null, { id, desk: desk.name, rights }]);
    return { id, desk: desk.name, rights };
  },
  'desks.revoke'({ station, events }, { id }: { id: string }, { now, actor }) {
    const desk = known(station.paired(id), 'DESK_UNKNOWN');
    desk.revokedAt = now;
    desk.revokedBy = actor.user;
    events.push(['desk.revoked', null, { id, desk: desk.name }]);
    return { id, desk: desk.name };
  },
  'desks.keepSeen'({ station }, { seen }: { seen: readonly Seen[] }) {
    for (const { id, at } of seen) {
      const desk = station.desks.find((one) => one.id === id);
      if (desk) desk.seenAt = at;
    }
  },
};
