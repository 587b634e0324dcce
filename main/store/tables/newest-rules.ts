import { untilCommit } from '../until-commit.ts';

/**
 * Numbers of the newest rules that price flights and say how fares go back. Their tables only ever get more rows. So who has read them has read all of
 * them as long as the numbers are the same, and nothing was undone.
 */
export interface NewestRules {
  readonly newest_policy: number | null;
  readonly newest_override: number | null;
  /** How many versions of refund policies there are: each name has its own numbers. */
  readonly refund_versions: number;
}

/** For a statement that reads something else too. */
export const NEWEST_RULES = `(SELECT max(version) FROM policies) AS newest_policy, (SELECT max(id) FROM class_overrides) AS newest_override,
  (SELECT count(*) FROM refund_policies) AS refund_versions`;

const NEWEST = `SELECT ${NEWEST_RULES}`;
const NONE: NewestRules = { newest_policy: null, newest_override: null, refund_versions: 0 };

export const newestRules = untilCommit(async (db): Promise<NewestRules> => (await db.query<NewestRules>(NEWEST).get()) ?? NONE);

export const areSameRules = (one: NewestRules, other: NewestRules): boolean =>
  one.newest_policy === other.newest_policy &&
  one.newest_override === other.newest_override &&
  one.refund_versions === other.refund_versions;
