import type { PresentLoads, Simulated } from '../../shared/methods/pricing-what-if.ts';
import { accept } from '../../shared/refusals.ts';
import { policyByVersion } from '../store/tables/policies-table.ts';
import { insertReceipt, receiptOf } from '../store/tables/policy-receipts-table.ts';
import {
  addOverrideScore,
  addScore,
  type OverrideScore,
  type PolicyScore,
  scoredTo,
  writeScoredTo,
} from '../store/tables/policy-scores-table.ts';
import type { Command } from './command.ts';

/** Flights of each list that a receipt keeps. */
const RECEIPT_ROWS_MAX = 20;

export interface RecordReceipt {
  readonly version: number;
  readonly loads: PresentLoads;
  readonly simulated: Simulated | null;
}

/** Keeps what a version changed, with the moment. A receipt that is recorded twice counts once. */
export const recordReceipt: Command<RecordReceipt, { recorded: boolean }> = async ({ db, now }, { version, loads, simulated }) => {
  if (!(await policyByVersion(db, version)) || (await receiptOf(db, version))) return accept({ recorded: false });
  const short = <Row>(rows: readonly Row[]): Row[] => rows.slice(0, RECEIPT_ROWS_MAX);
  const { largest, byMoney, unchanged } = loads;
  const kept = { ...loads, largest: short(largest), byMoney: short(byMoney), unchanged: short(unchanged) };
  await insertReceipt(db, version, { at: now, loads: kept, expected: simulated });
  return accept({ recorded: true });
};

export interface RecordScores {
  /** Sales up to `from` were scored before, and now up to `to`. */
  readonly from: number;
  readonly to: number;
  readonly scores: readonly PolicyScore[];
  readonly overrides: readonly OverrideScore[];
}

/** Adds the next sales to the scores of their policies, and of the decisions by hand that counted for them. A part that is recorded twice counts once. */
export const recordScores: Command<RecordScores, { recorded: boolean }> = async ({ db }, { from, to, scores, overrides }) => {
  if ((await scoredTo(db)) !== from) return accept({ recorded: false });
  for (const score of scores) await addScore(db, score);
  for (const score of overrides) await addOverrideScore(db, score);
  await writeScoredTo(db, to);
  return accept({ recorded: true });
};
