import { CLOCK_SHOWN_MS_MAX } from '../../../shared/bounds.ts';
import { refused } from './expected.ts';
import type { Commands } from './model.ts';
import { shortenLocks } from './sign-in.ts';
import { oversoldCabins } from './unseated.ts';
import { offerFreed, waitedFor } from './waitlist.ts';

interface Decision {
  readonly shown: number;
  readonly before: number;
  readonly computer: number;
  readonly standing: string;
}

function mayFollow({ standing, computer, shown }: Decision, wanted: string): void {
  if (standing !== wanted) throw refused('CLOCK_AGREES');
  if (Math.abs(computer - shown) > CLOCK_SHOWN_MS_MAX) throw refused('CLOCK_MOVED');
}

export const CLOCK: Commands = {
  'clock.adopt'(model, decision: Decision, { now }) {
    mayFollow(decision, 'doubtful');
    model.events.push(['clock.confirmed', null, { before: decision.before, after: now }]);
    return { now };
  },
  'clock.setBack'(model, decision: Decision, { now }) {
    mayFollow(decision, 'ahead');
    model.events.push(['clock.set', null, { before: decision.before, after: now }]);
    const live = model.holds().sort((a, b) => a.bookingId - b.bookingId);
    for (const hold of live) model.end(hold, now);
    const gaveWay = model.blocks.filter(({ ended }) => ended === 'sold' || ended === 'override').map(({ flightId }) => flightId);
    const flights = [...new Set(gaveWay)].sort((a, b) => a - b);
    for (const flightId of flights) for (const cabin of ['F', 'J', 'W', 'Y'] as const) model.freed.push({ flightId, cabin });
    model.freed.push(...oversoldCabins(model), ...waitedFor(model));
    if (offerFreed(model, now).length > 0) model.met.push('offers of a clock that is set back');
    for (const [at, quote] of model.quotes.entries()) model.quotes[at] = { ...quote, validUntil: Math.min(quote.validUntil, now) };
    for (const [id, reply] of model.replies) model.replies.set(id, { ...reply, at: Math.min(reply.at, now) });
    for (const all of [model.drafts, model.unheard]) for (const [id, kept] of all) all.set(id, { ...kept, at: Math.min(kept.at, now) });
    for (const [id, failed] of model.queues.failed) model.queues.failed.set(id, { ...failed, counts: Math.min(failed.counts, now) });
    for (const job of model.jobs) if (job.state === 'WAITING') job.notBefore = Math.min(job.notBefore, now);
    shortenLocks(model, now);
    return { now, endedHolds: live.length };
  },
};
