import { wholeFigure } from './figures.ts';
import type { RuleForm } from './rule-form.ts';

const PERCENT_MAX = 50;
const HOURS_MAX = 8_760;

export const competitor: RuleForm<'competitor'> = {
  title: 'Competing fare',
  does: 'matches a competitor\u2019s fare in economy that is near enough',
  words: ({ within, noOlderThanHours }) =>
    `match within ${within} %, read in the last ${noOlderThanHours === 1 ? 'hour' : `${noOlderThanHours} hours`}`,
  rows: (rule) => [
    {
      key: 'competitor',
      figures: [
        wholeFigure({ label: 'Within', unit: '%' }, rule.within, [1, PERCENT_MAX], (within) => ({ ...rule, within })),
        wholeFigure({ label: 'No older than', unit: 'h' }, rule.noOlderThanHours, [1, HOURS_MAX], (noOlderThanHours) => ({
          ...rule,
          noOlderThanHours,
        })),
      ],
    },
  ],
  blank: () => ({ rule: 'competitor', within: 3, noOlderThanHours: 24 }),
};
