import { isDeepStrictEqual } from 'node:util';
import type { CommandInput } from '../../../main/commands/registry.ts';
import { SCHEDULED_WIDTH } from '../../../main/store/tables/scheduled-flight.ts';
import { DRAFT_KEPT_MS, REPLY_KEPT_MS } from '../../../shared/bounds.ts';
import { applyFile, type StagedFile, tellBookings } from './apply-file.ts';
import { refused } from './expected.ts';
import type { HandPlan } from './hand-plan.ts';
import type { Commands, Filed, Model } from './model.ts';
import { POLICIES, POLICY_NAMES } from './policies.ts';
import { SCHEDULE_IN_PIECES, switchSchedule } from './schedule-switch.ts';
import { shortenHolds } from './shortened-holds.ts';
import { oversoldCabins, seatOnOtherMap } from './unseated.ts';
import { waitedFor } from './waitlist.ts';

type Apply = StagedFile & { readonly unseat?: boolean; readonly byHand?: object };

/** Time has gone on since the preview: the leg may have left, or one of those that are to fly. */
function mayBeDone(model: Model, { kind, flightId, flights }: HandPlan, now: number): void {
  if (flightId !== null && model.flight(flightId).departs <= now) throw refused('FLIGHT_DEPARTED');
  if (kind !== 'cancel' && flights.some(({ departs }) => departs <= now)) throw refused('HAND_TIMES');
}

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
  'schedule.applyStaged'(model, { unseat, ...asked }: Apply | Pick<Apply, 'importId' | 'unseat'>, { now, actor }) {
    // Nobody remembers its preview.
    if (!('generation' in asked)) throw refused('IMPORT_UNKNOWN');
    if (model.switching) return switchSchedule(model, asked);
    if ((model.staged.get(asked.importId) ?? []).length !== asked.flights) throw refused('IMPORT_UNKNOWN');
    if (asked.generation !== model.generation) throw refused('IMPORT_STALE');
    const plan = asked.byHand && model.hand.planOf(asked.importId);
    if (plan) mayBeDone(model, plan, now);
    const file = plan ? { ...asked, scopes: plan.scopes } : asked;
    const numbered = plan && (() => model.hand.done(asked.importId, now, actor));
    const { counts, changes, byHand, moved, earlier, otherMap } = applyFile(model, file, now, numbered);
    if (plan) model.met.push(`by hand ${plan.kind}`);
    if (changes) {
      tellBookings(model, moved, now, byHand);
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
