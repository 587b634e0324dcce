import { FIGURE_NAMES, type FigureName, figureRule } from '../../shared/health/figures.ts';
import { standingOf } from '../../shared/health/standing.ts';
import { type Instant, MINUTE_MS } from '../../shared/instants.ts';
import type { AlarmView, FigureView } from '../../shared/methods/health.ts';
import { DEFAULT_SETTINGS, type HealthSettings } from '../store/tables/settings-table.ts';
import { type Alarm, Alarms } from './alarms.ts';
import { type Found, figureMore, NOTHING_FOUND } from './figure-more.ts';
import type { Gatherers } from './gatherers.ts';
import { MinuteValues } from './minute-values.ts';

/** As long as any figure looks back. */
const MINUTES_BACK = 15;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 1_440;
const ORDER: readonly FigureView['state'][] = ['over', 'seen', 'near', 'good', 'unknown'];

/** An alarm that began or ended at a look. */
export interface Turned {
  readonly figure: FigureName;
  readonly began: boolean;
  readonly value: number | null;
  readonly limit: number;
}

/** The figures, each with its last day, its limit and its alarm. Time and what was found are told to it. */
export class FigureBoard {
  readonly gather: Gatherers;
  readonly #minutes = new Map(FIGURE_NAMES.map((figure) => [figure, new MinuteValues()]));
  readonly #alarms = new Alarms();
  #kept: HealthSettings = DEFAULT_SETTINGS.health;
  #found: Found = NOTHING_FOUND;
  #minute: number | undefined;

  constructor(gather: Gatherers) {
    this.gather = gather;
  }

  get found(): Found {
    return this.#found;
  }

  learn(found: Partial<Found>, kept: HealthSettings = this.#kept): void {
    this.#found = { ...this.#found, ...found };
    this.#kept = kept;
  }

  /** Ends the minutes that are over. Time that was set back ends none. */
  turnMinutes(at: Instant): void {
    const minute = Math.floor(at / MINUTE_MS);
    const passed = Math.min(MINUTES_BACK, Math.max(0, minute - (this.#minute ?? minute)));
    if (passed > 0) this.#keepMinute();
    for (let turn = 0; turn < passed; turn++) for (const figure of FIGURE_NAMES) this.gather[figure].nextMinute();
    this.#minute = Math.max(minute, this.#minute ?? minute);
  }

  #keepMinute(): void {
    if (this.#minute === undefined) return;
    for (const [figure, minutes] of this.#minutes) minutes.put(this.#minute, this.gather[figure].minute);
  }

  /** Which figures went over their limits, or came back within them. */
  judge(at: Instant): readonly Turned[] {
    this.#keepMinute();
    return FIGURE_NAMES.flatMap((figure) => {
      const value = this.gather[figure].now;
      const share = figureRule(figure).unit === 'share';
      const worse = (than: number) => value !== null && (share ? value < than : value > than);
      const turned = this.#alarms.look(figure, this.#standing(figure) === 'over', value ?? 0, worse, at);
      return turned === undefined ? [] : [{ figure, began: turned === 'began', value, limit: this.limit(figure) }];
    });
  }

  limit(figure: FigureName): number {
    const set = this.#kept.limits[figure] ?? figureRule(figure).limit;
    const size = this.gather.storeSize.now;
    // A smaller disk is full sooner.
    return figure === 'storeSize' && size !== null && this.#found.free !== undefined ? Math.min(set, size + this.#found.free) : set;
  }

  #standing(figure: FigureName) {
    const gatherer = this.gather[figure];
    const limit = this.limit(figure);
    const missed = 'beyond' in gatherer ? gatherer.beyond(limit) : 'missed' in gatherer ? gatherer.missed : undefined;
    return standingOf(figureRule(figure).unit, gatherer.now, limit, missed);
  }

  state(figure: FigureName, at: Instant): FigureView['state'] {
    const standing = this.#standing(figure);
    return standing === 'over' && (this.#kept.acknowledged[figure]?.until ?? 0) > at ? 'seen' : standing;
  }

  count(state: FigureView['state'], at: Instant): number {
    return FIGURE_NAMES.filter((figure) => this.state(figure, at) === state).length;
  }

  /** What is over first. */
  figures(at: Instant): FigureView[] {
    return FIGURE_NAMES.map((figure) => this.#view(figure, at)).sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  }

  #view(figure: FigureName, at: Instant): FigureView {
    return {
      ...{ figure, state: this.state(figure, at), now: this.gather[figure].now, limit: this.limit(figure) },
      limitSet: this.#kept.limits[figure] !== undefined,
      more: figureMore(figure, this.gather, this.#found),
      hour: this.last(figure, HOUR_MINUTES),
    };
  }

  last(figure: FigureName, minutes: number = DAY_MINUTES): (number | null)[] {
    return this.#minutes.get(figure)?.last(minutes) ?? [];
  }

  alarms(at: Instant): AlarmView[] {
    return this.#alarms.list(at).map((alarm) => ({ ...alarm, acknowledged: this.#acknowledged(alarm, at) }));
  }

  /** One that was given for an earlier alarm says nothing of this one, unless this one is still silent by it. */
  #acknowledged({ figure, since, endedAt }: Alarm, at: Instant): AlarmView['acknowledged'] {
    const given = this.#kept.acknowledged[figure];
    if (!given || given.at > (endedAt ?? at)) return null;
    return given.at >= since || given.until > (endedAt ?? at) ? given : null;
  }
}
