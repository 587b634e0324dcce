import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../../main/health/metrics.ts';
import { limitText } from '../../../shared/health/figure-text.ts';
import { FIGURE_NAMES, figureRule } from '../../../shared/health/figures.ts';

const read = (file: string): string => readFileSync(new URL(`../../../docs/${file}`, import.meta.url), 'utf8');
const page = read('health.md');
const metrics = createMetrics().registry.getMetricsAsArray();
/** What a histogram is asked by, beside its name. */
const asked = new Map(
  metrics.flatMap(({ name, type }) => [
    [name, type],
    [`${name}_bucket`, type],
  ]),
);

describe('docs/health.md', () => {
  it.each(FIGURE_NAMES)('says of %s its limit and what it tells, as the screen does', (figure) => {
    const { name, unit, limit, words } = figureRule(figure);
    expect(page).toContain(`| ${name} | ${limitText(unit, limit)} | ${words} |`);
  });

  it('names every metric, and no other', () => {
    const named = [...page.matchAll(/`((?:aisle|booking|overbooking)_\w+)`/g)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(metrics.map(({ name }) => name)));
  });
});

describe('docs/health-alerts.json', () => {
  const { groups } = JSON.parse(read('health-alerts.json')) as {
    groups: { name: string; rules: { alert: string; expr: string; for?: string; annotations: { summary: string } }[] }[];
  };
  const rules = groups.flatMap((group) => group.rules);

  it.each(rules)('$alert asks for metrics that there are, and says what is wrong', ({ expr, for: held, annotations }) => {
    const names = [...expr.matchAll(/\b(?:aisle|booking|overbooking)_\w+/g)].map(([name]) => name);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(asked.has(name), name).toBe(true);
    for (const [open, close] of ['()', '{}', '[]']) expect(expr.split(open ?? '').length, expr).toBe(expr.split(close ?? '').length);
    if (held) expect(held).toMatch(/^\d+[smh]$/);
    expect(annotations.summary).toMatch(/\.$/);
  });
});
