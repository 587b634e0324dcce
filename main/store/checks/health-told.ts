import type { EventData } from '../../../shared/events.ts';
import { FIGURE_NAMES, type FigureName } from '../../../shared/health/figures.ts';
import type { ReadDatabase } from '../database.ts';
import type { JournalRow } from '../tables/journal-table.ts';
import { readSetting } from '../tables/settings-table.ts';

/** What the journal tells of limits and acknowledged alarms, compared with what is kept of them. */
export class HealthTold {
  readonly #limits = new Map<FigureName, number | null>();
  readonly #silentUntil = new Map<FigureName, number>();

  follow({ type, data }: Pick<JournalRow, 'type' | 'data'>): void {
    if (type === 'limit.set') {
      const { figure, after } = JSON.parse(data) as EventData<'limit.set'>;
      this.#limits.set(figure, after);
    } else {
      const { figure, until } = JSON.parse(data) as EventData<'alarm.acknowledged'>;
      this.#silentUntil.set(figure, until);
    }
  }

  /** The first difference, in words, or undefined. */
  async problem(db: ReadDatabase): Promise<string | undefined> {
    const { limits, acknowledged } = await readSetting(db, 'health');
    for (const figure of FIGURE_NAMES) {
      if ((limits[figure] ?? null) !== (this.#limits.get(figure) ?? null)) return `the limit of ${figure} is not as the journal says`;
      if (acknowledged[figure]?.until !== this.#silentUntil.get(figure)) return `the alarm of ${figure} is not as the journal says`;
    }
    return undefined;
  }
}
