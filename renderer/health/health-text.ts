import { figureText } from '../../shared/health/figure-text.ts';
import { figureRule } from '../../shared/health/figures.ts';
import type { HealthView } from '../../shared/methods/health.ts';
import { dayAndTime } from '../format/day-and-time.ts';
import { limitOf, nowText, STATE_WORDS } from './figure-words.ts';

/** All figures and alarms as lines of text, for a message to whoever looks after the hub. */
export function healthText({ checkedAt, figures, alarms }: HealthView, zone: string, airport: string): string {
  const lines = figures.map((view) => {
    const { name } = figureRule(view.figure);
    return `${STATE_WORDS[view.state].text}: ${name}: ${nowText(view)}, limit ${limitOf(view)}${view.more ? `; ${view.more}` : ''}`;
  });
  const rang = alarms.map(({ figure, since, endedAt, worst, acknowledged }) => {
    const { name, unit } = figureRule(figure);
    const ended = endedAt === null ? 'not over' : `until ${dayAndTime(endedAt, zone)}`;
    const seen = acknowledged ? `; acknowledged by ${acknowledged.by}: ${acknowledged.note}` : '';
    return `Alarm: ${name}: at worst ${figureText(unit, worst)}, since ${dayAndTime(since, zone)}, ${ended}${seen}`;
  });
  return [`Health of Aisle, ${dayAndTime(checkedAt, zone)} ${airport}`, ...lines, ...rang].join('\n');
}
