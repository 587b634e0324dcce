import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { daySummary, quarters } from '../../../renderer/health/day-summary.ts';
import { healthText } from '../../../renderer/health/health-text.ts';
import { limitUnit, readLimit } from '../../../renderer/health/limit-unit.ts';
import { MinuteBars } from '../../../renderer/health/minute-bars.tsx';
import { FIGURE_NAMES, type FigureName, figureRule } from '../../../shared/health/figures.ts';
import { CHECKED_AT, figureSample, healthSample } from '../support/health-sample.ts';

afterEach(cleanup);

describe('a limit as it is typed', () => {
  it.each([
    ['search', '250', 250],
    ['payment', '92.5', 93],
    ['jobs', '1,5', 1_500],
    ['messages', '10', 600_000],
    ['backup', '36', 129_600_000],
    ['storeSize', '10', 10e9],
    ['unsaved', '0', 0],
    ['unsaved', '', undefined],
    ['unsaved', '-1', undefined],
    ['unsaved', '1e3', undefined],
    ['unsaved', 'ten', undefined],
  ] as const)('of %s: %s', (figure, text, limit) => {
    expect(readLimit(text, limitUnit(figureRule(figure)))).toBe(limit);
  });

  it.each(FIGURE_NAMES)('can say every bound of %s', (figure) => {
    const rule = figureRule(figure);
    const unit = limitUnit(rule);
    for (const bound of [rule.least, rule.limit, rule.most]) expect(readLimit(String(bound / unit.per), unit)).toBe(bound);
  });
});

describe('bars', () => {
  const paths = (figure: FigureName, limit: number, values: (number | null)[], near = false) => {
    const { container } = render(<MinuteBars className="x" {...{ figure, limit, values, near }} />);
    const count = (kind: string) => container.querySelector(`path.${kind}`)?.getAttribute('d')?.split('z').length ?? 0;
    return ['good', 'near', 'over'].map((kind) => count(kind) - 1);
  };

  it.each([
    ['good and over', 'store', 100, [50, 80, 100, 101, null], false, [3, 0, 1]],
    ['near, where the figure is', 'store', 100, [50, 80, 101], true, [1, 1, 1]],
    ['what is missing of a share', 'payment', 95, [100, 96, 90], false, [2, 0, 1]],
    ['nothing is known', 'store', 100, [null, null], false, [0, 0, 0]],
    ['a limit of nothing', 'consolesOff', 0, [0, 1], false, [1, 0, 1]],
  ] as const)('%s', (_, figure, limit, values, near, counts) => {
    expect(paths(figure, limit, [...values], near)).toEqual(counts);
  });
});

describe('a day', () => {
  it('shows the worst minute of each quarter', () => {
    const minutes = [...Array(15).fill(null), ...Array(14).fill(3), 9];
    expect(quarters('store', minutes)).toEqual([null, 9]);
    expect(quarters('payment', minutes)).toEqual([null, 3]);
  });

  it.each([
    [[null, null], 'Nothing is known of the last 24 hours.'],
    [[4, 6], 'At worst 6 ms, never past its limit in the whole day.'],
    [[4, 120], 'At worst 120 ms, past its limit in 1 of all minutes.'],
    [[null, 40], 'At worst 40 ms, never past its limit in the one minute that is known.'],
    [[null, 140], 'At worst 140 ms, past its limit in the one minute that is known.'],
    [[null, 140, 3, 120], 'At worst 140 ms, past its limit in 2 of the 3 minutes that are known.'],
  ])('%j', (minutes, sentence) => {
    expect(daySummary('store', minutes, 100)).toBe(sentence);
  });
});

it('the text to copy tells all figures and alarms, and no booking', () => {
  const alarm = { figure: 'store', since: CHECKED_AT - 60_000, endedAt: null, worst: 140, acknowledged: null } as const;
  const text = healthText(
    healthSample({ figures: [figureSample('store', { state: 'over', now: 140, more: 'x' })], alarms: [alarm] }),
    'UTC',
    'JFK',
  );
  expect(text.split('\n')).toEqual([
    'Health of Aisle, Sat 21 Nov 19:05 JFK',
    'Over: Store, slowest write: 140 ms, limit 100 ms; x',
    'Alarm: Store, slowest write: at worst 140 ms, since Sat 21 Nov 19:04, not over',
  ]);
});
