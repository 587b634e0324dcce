import type { Input, Output } from '../../../shared/contract.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { overrideByNumber } from '../../store/tables/class-overrides-table.ts';
import { policyByVersion } from '../../store/tables/policies-table.ts';
import { dueReceipt, receiptOf } from '../../store/tables/policy-receipts-table.ts';
import { overrideScoresOf, type Score, scoredTo, scoresOf } from '../../store/tables/policy-scores-table.ts';
import { newestEvent } from '../newest-event.ts';
import type { Query } from '../query.ts';

/** What a publish changed, and the first sale under it. */
export const policyReceipt: Query<Input<'pricing.receipt'>, Output<'pricing.receipt'>> = async ({ db, locators }, { version }) => {
  if (!(await policyByVersion(db, version))) return refuse('POLICY_UNKNOWN', { version });
  const firsts = (await scoresOf(db, version)).flatMap(({ first_booking: bookingId, first_at: at }) =>
    bookingId === null || at === null ? [] : [{ bookingId, locator: locators.of(bookingId), at }],
  );
  const firstSale = firsts.sort((one, other) => one.at - other.at || one.bookingId - other.bookingId)[0] ?? null;
  return accept({ receipt: (await receiptOf(db, version)) ?? null, firstSale });
};

/** What a publish earned. */
export const policyScore: Query<Input<'pricing.score'>, Output<'pricing.score'>> = async ({ db }, { version }) => {
  if (!(await policyByVersion(db, version))) return refuse('POLICY_UNKNOWN', { version });
  return accept({ scores: (await scoresOf(db, version)).map(told), behind: (await newestEvent(db)) - (await scoredTo(db)) });
};

/** What a decision by hand about a class earned. */
export const overrideScore: Query<Input<'pricing.overrideScore'>, Output<'pricing.overrideScore'>> = async ({ db }, { number }) => {
  if (!(await overrideByNumber(db, number))) return refuse('OVERRIDE_UNKNOWN', { number });
  return accept({ scores: (await overrideScoresOf(db, number)).map(told), behind: (await newestEvent(db)) - (await scoredTo(db)) });
};

const told = (score: Score) => ({
  ...{ currency: score.currency, seats: score.seats, paid: score.paid, beforeLeast: score.before_least, beforeMost: score.before_most },
  ...{ dearer: score.dearer, unknown: score.unknown, givenBack: score.given_back },
});

/** The version whose receipt is to be worked out next. */
export const nextReceipt: Query<Record<string, never>, { readonly version: number | null }> = async ({ db, now }) =>
  accept({ version: (await dueReceipt(db, now)) ?? null });
