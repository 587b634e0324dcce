import { HOLIDAYS_MAX, type RuleOf } from '../../../shared/pricing/policy.ts';
import { dateLabel, fullDate } from '../../format/times.ts';
import { changeFigure, nameFigure, signed, textFigure } from './figures.ts';
import { monthDayText, readDate, readMonthDay } from './read-figure.ts';
import type { RuleForm } from './rule-form.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export const weekday: RuleForm<'weekday'> = {
  title: 'Weekday',
  does: 'on top by the local day of departure',
  words({ change }) {
    const changes = [...new Set(change)].filter((each) => each !== 0);
    const told = changes.map((each) => `${WEEKDAYS.filter((_, day) => change[day] === each).join(', ')} ${signed(each)} %`);
    return told.join('; ') || 'all alike';
  },
  rows: (rule) => [
    {
      key: 'days',
      figures: WEEKDAYS.map((name, day) =>
        changeFigure(name, rule.change[day] ?? 0, (change) => ({ ...rule, change: rule.change.with(day, change) })),
      ),
    },
  ],
  blank: () => ({ rule: 'weekday', change: [0, 0, 0, 0, 0, 50, 50] }),
};

export const holiday: RuleForm<'holiday'> = {
  title: 'Holidays',
  does: 'on top on named days',
  words({ days }) {
    const [first] = [...days].sort((one, other) => (one.date < other.date ? -1 : 1));
    if (!first) return 'no days yet';
    const told = `${fullDate(first.date)} ${first.name} ${signed(first.change)} %`;
    return days.length === 1 ? told : `${days.length} days, first ${told}`;
  },
  rows: (rule) =>
    rule.days.map((day, at) => ({
      key: `${at}`,
      figures: [
        textFigure('Date', day.date, readDate, (date) => ({ ...rule, days: rule.days.with(at, { ...day, date }) })),
        nameFigure(day.name, (name) => ({ ...rule, days: rule.days.with(at, { ...day, name }) })),
        changeFigure('On top', day.change, (change) => ({ ...rule, days: rule.days.with(at, { ...day, change }) })),
      ],
      without: { ...rule, days: rule.days.toSpliced(at, 1) },
    })),
  more: {
    text: 'Day',
    add(rule) {
      if (rule.days.length >= HOLIDAYS_MAX) return undefined;
      const last = rule.days.at(-1);
      return {
        ...rule,
        days: [...rule.days, { date: last?.date ?? '2026-12-25', name: last ? 'Holiday' : 'Christmas', change: last?.change ?? 100 }],
      };
    },
  },
  blank: () => ({ rule: 'holiday', days: [{ date: '2026-12-25', name: 'Christmas', change: 100 }] }),
};

/** `12-20` -> `20 Dec`. */
const dayOfYear = (monthDay: string): string => dateLabel(`2024-${monthDay}`).slice(4);

const dayFigure = (rule: RuleOf<'season'>, label: string, field: 'from' | 'to') =>
  textFigure(
    label,
    monthDayText(rule[field]),
    (text) => {
      const day = readMonthDay(text);
      return typeof day === 'string' ? day : { text: day.monthDay };
    },
    (day) => ({ ...rule, [field]: day }),
  );

export const season: RuleForm<'season'> = {
  title: 'Season',
  does: 'on top between two days of each year',
  words: ({ name, from, to, change }) => `${name}, ${dayOfYear(from)} to ${dayOfYear(to)} ${signed(change)} %`,
  rows: (rule) => [
    {
      key: 'season',
      figures: [
        nameFigure(rule.name, (name) => ({ ...rule, name })),
        dayFigure(rule, 'From', 'from'),
        dayFigure(rule, 'To', 'to'),
        changeFigure('On top', rule.change, (change) => ({ ...rule, change })),
      ],
    },
  ],
  blank: () => ({ rule: 'season', name: 'Christmas', from: '12-20', to: '01-04', change: 8 }),
};
