import type { EventData } from '../../../shared/events.ts';
import type { ReadDatabase } from '../database.ts';
import { airportChangeRows } from '../tables/airport-changes-table.ts';
import type { JournalRow } from '../tables/journal-table.ts';

const saysOf = ({ code, fromDay, ...facts }: Omit<EventData<'airport.set'>, 'number'>, user: string): string =>
  `${code} ${fromDay} ${facts.name} ${facts.city} ${facts.cityCode} ${facts.country} ${facts.north} ${facts.east} ${facts.zone} ${facts.closed} ${user}`;

/** What the journal tells of airports, compared with their rows. They are never changed or deleted. */
export class AirportsTold {
  readonly #told = new Map<number, string>();

  follow({ user, data }: Pick<JournalRow, 'user' | 'data'>): void {
    const { number, ...change } = JSON.parse(data) as EventData<'airport.set'>;
    this.#told.set(number, saysOf(change, user));
  }

  /** The first difference, in words, or undefined. */
  async problem(db: ReadDatabase): Promise<string | undefined> {
    const left = new Map(this.#told);
    for (const { number, closed, ...change } of await airportChangeRows(db)) {
      if (left.get(number) !== saysOf({ ...change, closed: closed === 1 }, change.user))
        return `change ${number} of airports is not as the journal says`;
      left.delete(number);
    }
    for (const number of left.keys()) return `change ${number} of airports is in the journal and nowhere else`;
    return undefined;
  }
}
