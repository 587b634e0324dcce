import { KNOTS_MAX, type RuleOf } from '../../../shared/pricing/policy.ts';
import { changeFigure, choiceFigure, OVER, signed, timesFigure, timesText, wholeFigure } from './figures.ts';
import { pointRows } from './point-rows.ts';
import type { RuleForm } from './rule-form.ts';
import { widestGap } from './widest-gap.ts';

const PERCENT_MAX = 100;
const DAYS_MAX = 400;

const ofWhat = (over: 'cabin' | 'flight'): string => (over === 'cabin' ? '' : 'of the whole flight: ');

const overRow = <Rule extends RuleOf<'loadCurve'> | RuleOf<'loadTiers'>>(rule: Rule) => ({
  key: 'over',
  figures: [choiceFigure<Rule, 'cabin' | 'flight'>('Counted are', rule.over, OVER, (over) => ({ ...rule, over }))],
});

/** Knots with one more in the widest gap, which changes as much as the knot before it; undefined where there is no room. */
function withKnot<Knot extends { readonly change: number }>(
  knots: readonly Knot[],
  placeOf: (knot: Knot) => number,
  most: number,
  knotAt: (place: number, change: number) => Knot,
): Knot[] | undefined {
  const gap = widestGap(knots.map(placeOf), most);
  if (!gap || knots.length >= KNOTS_MAX) return undefined;
  return knots.toSpliced(gap.at, 0, knotAt(gap.place, knots[gap.at - 1]?.change ?? 0));
}

export const loadCurve: RuleForm<'loadCurve'> = {
  title: 'Load',
  does: 'straight lines between knots, by seats taken',
  words: ({ over, knots }) => `${ofWhat(over)}${knots.map(({ taken, change }) => `${taken} % ${signed(change)}`).join(', ')} %`,
  rows: (rule) => [
    overRow(rule),
    ...pointRows(
      rule.knots,
      (knots) => ({ ...rule, knots }),
      (knot, write) => [
        wholeFigure({ label: 'Taken', unit: '%' }, knot.taken, [0, PERCENT_MAX], (taken) => write({ ...knot, taken })),
        changeFigure('On top', knot.change, (change) => write({ ...knot, change })),
      ],
    ),
  ],
  more: {
    text: 'Knot',
    add(rule) {
      const knots = withKnot(
        rule.knots,
        ({ taken }) => taken,
        PERCENT_MAX,
        (taken, change) => ({ taken, change }),
      );
      return knots && { ...rule, knots };
    },
  },
  blank: () => ({
    rule: 'loadCurve',
    over: 'cabin',
    knots: [
      { taken: 0, change: 0 },
      { taken: 100, change: 50 },
    ],
  }),
};

export const loadTiers: RuleForm<'loadTiers'> = {
  title: 'Load',
  does: 'steps, by seats taken',
  words: ({ over, tiers, above }) =>
    `${ofWhat(over)}${tiers.map(({ below, percent }) => `below ${below} % times ${timesText(percent)}`).join(', ')}, then times ${timesText(above)}`,
  rows: (rule) => [
    overRow(rule),
    ...pointRows(
      rule.tiers,
      (tiers) => ({ ...rule, tiers }),
      (tier, write) => [
        wholeFigure({ label: 'Below', unit: '%' }, tier.below, [1, PERCENT_MAX], (below) => write({ ...tier, below })),
        timesFigure('Times', tier.percent, (percent) => write({ ...tier, percent })),
      ],
    ),
    { key: 'above', figures: [timesFigure('Above, times', rule.above, (above) => ({ ...rule, above }))] },
  ],
  more: {
    text: 'Step',
    add(rule) {
      const gap = widestGap(
        rule.tiers.map(({ below }) => below),
        PERCENT_MAX,
      );
      if (!gap || rule.tiers.length >= KNOTS_MAX) return undefined;
      // What was asked there before this step: the figure of the step above it.
      const percent = rule.tiers[gap.at]?.percent ?? rule.above;
      return { ...rule, tiers: rule.tiers.toSpliced(gap.at, 0, { below: gap.place, percent }) };
    },
  },
  blank: () => ({
    rule: 'loadTiers',
    over: 'cabin',
    tiers: [
      { below: 50, percent: 70 },
      { below: 80, percent: 100 },
      { below: 95, percent: 130 },
    ],
    above: 180,
  }),
};

export const daysAhead: RuleForm<'daysAhead'> = {
  title: 'Days to departure',
  does: 'from early bird to last minute, straight lines between knots',
  words: ({ knots }) =>
    `${knots
      .toReversed()
      .map(({ days, change }) => `${days} d ${signed(change)}`)
      .join(', ')} %`,
  rows: (rule) =>
    pointRows(
      rule.knots,
      (knots) => ({ ...rule, knots }),
      (knot, write) => [
        wholeFigure({ label: 'Days before', unit: 'd' }, knot.days, [0, DAYS_MAX], (days) => write({ ...knot, days })),
        changeFigure('On top', knot.change, (change) => write({ ...knot, change })),
      ],
    ),
  more: {
    text: 'Knot',
    add(rule) {
      const knots = withKnot(
        rule.knots,
        ({ days }) => days,
        DAYS_MAX,
        (days, change) => ({ days, change }),
      );
      return knots && { ...rule, knots };
    },
  },
  blank: () => ({
    rule: 'daysAhead',
    knots: [
      { days: 0, change: 15 },
      { days: 7, change: 4 },
      { days: 21, change: -8 },
    ],
  }),
};
