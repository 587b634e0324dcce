import type { EventData } from '../../../shared/events.ts';
import { dayNumber } from '../../../shared/instants.ts';
import type { ReadDatabase } from '../database.ts';
import type { JournalRow } from '../tables/journal-table.ts';

type Told = 'seat_maps' | 'seat_map_turns' | 'hand_changes';

const STORED: Readonly<Record<Told, string>> = {
  seat_maps: `SELECT id AS key, carrier || ' ' || equipment || ' ' || configuration || ' ' || version || ' ' || user_name AS says FROM seat_maps`,
  seat_map_turns: `SELECT number AS key, map_id || ' ' || from_day || ' ' || coalesce(until_day, '') || ' ' || user_name AS says FROM seat_map_turns`,
  hand_changes: 'SELECT number AS key, changed_at || user_name AS says FROM hand_changes',
};

const NAMES: Readonly<Record<Told, string>> = { seat_maps: 'seat map', seat_map_turns: 'take-over', hand_changes: 'change by hand' };

/** What the journal tells of the airline's seat maps and of changes of the schedule by hand, compared with their rows. They are never changed or deleted. */
export class ScheduleTold {
  readonly #told: Readonly<Record<Told, Map<string, string>>> = {
    seat_maps: new Map(),
    seat_map_turns: new Map(),
    hand_changes: new Map(),
  };

  follow({ type, at, user, data }: Pick<JournalRow, 'type' | 'at' | 'user' | 'data'>): void {
    if (type === 'fleet.saved') {
      const { id, carrier, equipment, configuration, version } = JSON.parse(data) as EventData<'fleet.saved'>;
      this.#told.seat_maps.set(id, `${carrier} ${equipment} ${configuration} ${version} ${user}`);
    } else if (type === 'schedule.applied') {
      const { byHand } = JSON.parse(data) as EventData<'schedule.applied'>;
      if (byHand !== undefined) this.#told.hand_changes.set(String(byHand), `${at}${user}`);
    } else {
      const { number, id, from, until } = JSON.parse(data) as EventData<'fleet.tookOver'>;
      this.#told.seat_map_turns.set(String(number), `${id} ${dayNumber(from)} ${until === null ? '' : dayNumber(until)} ${user}`);
    }
  }

  /** The first difference, in words, or undefined. */
  async problem(db: ReadDatabase): Promise<string | undefined> {
    for (const [table, told] of Object.entries(this.#told) as [Told, Map<string, string>][]) {
      const left = new Map(told);
      for (const { key, says } of await db.query<{ key: string | number; says: string }>(STORED[table]).all()) {
        if (left.get(String(key)) !== says) return `${NAMES[table]} ${key} is not as the journal says`;
        left.delete(String(key));
      }
      for (const key of left.keys()) return `${NAMES[table]} ${key} is in the journal and nowhere else`;
    }
    return undefined;
  }
}
