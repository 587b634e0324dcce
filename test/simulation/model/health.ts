import type { Input } from '../../../shared/contract.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/instants.ts';
import { refused } from './expected.ts';
import type { Commands } from './model.ts';

/** An alarm is silent for a minute at least, and for a week at most. */
const SILENT_MS_MAX = 7 * DAY_MS;

/** What may be set as the limit of the figures that the simulation changes. */
const LIMITS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  payment: [50, 100],
  hold: [10, 60_000],
  store: [1, 60_000],
  oversale: [0, 1_000],
};
export type FigureDrawn = 'payment' | 'hold' | 'store' | 'oversale';

export const HEALTH: Commands = {
  'health.acknowledge'({ station, events }, { figure, until, note }: Input<'health.acknowledge'>, { now, actor }) {
    if (until < now + MINUTE_MS || until > now + SILENT_MS_MAX) throw refused('ALARM_UNTIL_WRONG');
    // Who has no name in the store is called as in the journal.
    station.acknowledged[figure] = { by: actor.user, at: now, until, note };
    events.push(['alarm.acknowledged', null, { figure, until }]);
    return { figure, until };
  },
  'health.setLimit'({ station, events, met }, { figure, limit }: Input<'health.setLimit'>) {
    const [least, most] = LIMITS[figure] ?? [0, 0];
    if (limit !== null && (limit < least || limit > most)) throw refused('LIMIT_OUT_OF_RANGE');
    const before = station.limits[figure] ?? null;
    if (limit === null) delete station.limits[figure];
    else station.limits[figure] = limit;
    met.push(limit === null ? 'taken back' : before === null ? 'first' : 'another');
    events.push(['limit.set', null, { figure, before, after: limit }]);
    return { figure, before, limit };
  },
};
