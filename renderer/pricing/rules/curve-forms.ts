import { KNOTS_MAX, type RuleOf } from '../../../shared/pricing/policy.ts';
import { changeFigure, choiceFigure, OVER, signed, timesFigure, timesText, wholeFigure } from './figures.ts';
import type { FigureRow, RuleForm } from './rule-form.ts';

const ofWhat = (over: 'cabin' | 'flight'): string => (over === 'cabin' ? '' : 'of the whole flight: ');

const replaced = <Knot>(knots: readonly Knot[], at: number, knot: Knot): Knot[] => knots.with(at, knot);
const without = <Knot>(knots: readonly Knot[], at: number): Knot[] => knots.toSpliced(at, 1);

/** The widest gap between two places of a line, and its middle; undefined where no whole number lies between any two. */
function middle(places: readonly number[], most: number): { at: number; place: number } | undefined {
  const ends = [...places, most + 1];
  let found: { at: number; place: number; wide: number } | undefined;
  for (const [at, place] of places.entries()) {
    const wide = (ends[at + 1] ?? 0) - place;
    if (wide > (found?.wide ?? 1)) found = { at: at + 1, place: place + Math.floor(wide / 2), wide };
  }
  return found;
}

export const loadCurve: RuleForm<'loadCurve'> = {
  title: 'Load',
  does: 'straight lines between knots, by seats taken',
  words: ({ over, knots }) => `${ofWhat(over)}${knots.map(({ taken, change }) => `${taken} % ${signed(change)}`).join(', ')} %`,
  rows: (rule) => [
    { key: 'over', figures: [choiceFigure('Counted are', rule.over, OVER, (over) => ({ ...rule, over }))] },
    ...rule.knots.map(
      (knot, at): FigureRow<RuleOf<'loadCurve'>> => ({
        key: `${at}`,
        figures: [
          wholeFigure({ label: 'Taken', unit: '%' }, knot.taken, [0, 100], (taken) => ({
            ...rule,
            knots: replaced(rule.knots, at, { ...knot, taken }),
          })),
          changeFigure('On top', knot.change, (change) => ({ ...rule, knots: replaced(rule.knots, at, { ...knot, change }) })),
        ],
        ...(rule.knots.length > 1 ? { without: { ...rule, knots: without(rule.knots, at) } } : {}),
      }),
    ),
  ],
  more: {
    text: 'Knot',
    add(rule) {
      const spot = middle(
        rule.knots.map(({ taken }) => taken),
        100,
      );
      if (!spot || rule.knots.length >= KNOTS_MAX) return undefined;
      const change = rule.knots[spot.at - 1]?.change ?? 0;
      return { ...rule, knots: rule.knots.toSpliced(spot.at, 0, { taken: spot.place, change }) };
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
    { key: 'over', figures: [choiceFigure('Counted are', rule.over, OVER, (over) => ({ ...rule, over }))] },
    ...rule.tiers.map(
      (tier, at): FigureRow<RuleOf<'loadTiers'>> => ({
        key: `${at}`,
        figures: [
          wholeFigure({ label: 'Below', unit: '%' }, tier.below, [1, 100], (below) => ({
            ...rule,
            tiers: replaced(rule.tiers, at, { ...tier, below }),
          })),
          timesFigure('Times', tier.percent, (percent) => ({ ...rule, tiers: replaced(rule.tiers, at, { ...tier, percent }) })),
        ],
        ...(rule.tiers.length > 1 ? { without: { ...rule, tiers: without(rule.tiers, at) } } : {}),
      }),
    ),
    { key: 'above', figures: [timesFigure('Above, times', rule.above, (above) => ({ ...rule, above }))] },
  ],
  more: {
    text: 'Step',
    add(rule) {
      const spot = middle(
        rule.tiers.map(({ below }) => below),
        100,
      );
      if (!spot || rule.tiers.length >= KNOTS_MAX) return undefined;
      const percent = rule.tiers[spot.at]?.percent ?? rule.above;
      return { ...rule, tiers: rule.tiers.toSpliced(spot.at, 0, { below: spot.place, percent }) };
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

const DAYS_MAX = 400;

export const daysAhead: RuleForm<'daysAhead'> = {
  title: 'Days to departure',
  does: 'from early bird to last minute, straight lines between knots',
  words: ({ knots }) =>
    `${knots
      .toReversed()
      .map(({ days, change }) => `${days} d ${signed(change)}`)
      .join(', ')} %`,
  rows: (rule) =>
    rule.knots.map((knot, at) => ({
      key: `${at}`,
      figures: [
        wholeFigure({ label: 'Days before', unit: 'd' }, knot.days, [0, DAYS_MAX], (days) => ({
          ...rule,
          knots: replaced(rule.knots, at, { ...knot, days }),
        })),
        changeFigure('On top', knot.change, (change) => ({ ...rule, knots: replaced(rule.knots, at, { ...knot, change }) })),
      ],
      ...(rule.knots.length > 1 ? { without: { ...rule, knots: without(rule.knots, at) } } : {}),
    })),
  more: {
    text: 'Knot',
    add(rule) {
      const spot = middle(
        rule.knots.map(({ days }) => days),
        DAYS_MAX,
      );
      if (!spot || rule.knots.length >= KNOTS_MAX) return undefined;
      const change = rule.knots[spot.at - 1]?.change ?? 0;
      return { ...rule, knots: rule.knots.toSpliced(spot.at, 0, { days: spot.place, change }) };
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
