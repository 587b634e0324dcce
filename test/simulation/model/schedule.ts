import { isDeepStrictEqual } from 'node:util';
import type { CommandInput } from '../../../main/commands/registry.ts';
import { SCHEDULED_WIDTH } from '../../../main/store/tables/scheduled-flight.ts';
import { DRAFT_KEPT_MS, REPLY_KEPT_MS } from '../../../shared/bounds.ts';
import { applyFile, type StagedFile, tellBookings } from './apply-file.ts';
import { refused } from './expected.ts';
import type { Commands, Filed } from './model.ts';
import { POLICIES, POLICY_NAMES } from './policies.ts';
import { SCHEDULE_IN_PIECES, switchSchedule } from './schedule-switch.ts';
import { shortenHolds } from './shortened-holds.ts';
import { oversoldCabins, seatOnOtherMap } from './unseated.ts';
import { waitedFor } from './waitlist.ts';

type Apply = StagedFile & { readonly unseat?: boolean };

export const SCHEDULE: Commands = {
  'policies.publish'(model, input: CommandInput<'policies.publish'>, { now }) {
    const { scope, rules, validFrom, validTo, basedOn } = input;
    const from = validFrom ?? now;
    if (scope.kind === 'flight') {
      const flight = model.flight(scope.flightId);
      if (flight.cancelled) throw refused('FLIGHT_CANCELLED');
      if (flight.departs <= now) throw refused('FLIGHT_DEPARTED');
    }
    if (from < now || (validTo !== null && validTo <= from)) throw refused('POLICY_DATES');
    const newest = model.policies.newestOf(scope);
    if (newest !== basedOn) throw refused('POLICY_CHANGED', { version: newest });
    if (!rules && scope.kind === 'network') throw refused('POLICY_WRONG');
    const name = rules && (POLICY_NAMES.find((one) => isDeepStrictEqual(POLICIES[one].rules, rules)) ?? null);
    const version = model.policies.add({ scope, name, from, to: validTo });
    model.events.push(['policy.published', null, { version, scope: scope.kind, validFrom: from, validTo }]);
    return { version, validFrom: from };
  },
  'schedule.stage'(model, { importId, values }: { importId: string; values: unknown[] }) {
    const flights: Filed[] = [];
    for (let at = 0; at < values.length; at += SCHEDULED_WIDTH) {
      const [carrier, number, , origin, destination, day, departs, arrives, equipment, map, fare] = values.slice(
        at,
        at + SCHEDULED_WIDTH,
      ) as never[];
      flights.push({ carrier, number, origin, destination, day, departs, arrives, equipment, map, fare } as unknown as Filed);
    }
    model.staged.set(importId, flights);
    return { staged: flights.length, marketed: 0 };
  },
  /** All of it in one piece, or what was made in pieces before. */
  'schedule.applyStaged'(model, { unseat, ...file }: Apply, { now }) {
    if (model.switching) return switchSchedule(model, file);
    if ((model.staged.get(file.importId) ?? []).length !== file.flights) throw refused('IMPORT_UNKNOWN');
    if (file.generation !== model.generation) throw refused('IMPORT_STALE');
    const { counts, changes, moved, earlier, otherMap } = applyFile(model, file, now);
    if (changes) {
      tellBookings(model, moved, now);
      shortenHolds(model, earlier, now);
      for (const { flightId, before } of unseat ? otherMap : []) seatOnOtherMap(model, flightId, before, now);
      model.freed.push(...oversoldCabins(model), ...waitedFor(model));
    }
    return { counts };
  },
  ...SCHEDULE_IN_PIECES,
  'replies.prune'({ replies, drafts, unheard, bookings, newestEntryAt: at }) {
    for (const kept of [drafts, unheard])
      for (const [id, one] of kept) {
        const { state = 'RELEASED', payBy, createdAt = 0, holdMs = 0 } = bookings.get(id) ?? {};
        const ended = payBy && (state === 'EXPIRED' || state === 'PAYMENT_FAILED') ? createdAt + holdMs : 0;
        if (one.at < at - DRAFT_KEPT_MS && state !== 'HOLD' && ended < at - DRAFT_KEPT_MS) kept.delete(id);
      }
    for (const [id, reply] of replies) if (reply.at < at - REPLY_KEPT_MS) replies.delete(id);
  },
};
