import type { EventData } from '../../../shared/events.ts';
import type { ReadDatabase } from '../database.ts';
import type { JournalRow } from '../tables/journal-table.ts';

const STORED = `SELECT number, flight_id || ' ' || mode || ' ' || seconds || ' ' || opened_at AS opened,
  iif(drawn_at IS NULL, '', seed) AS drawn, coalesce(closed_at, 0) AS closed FROM flash_sales ORDER BY number`;

interface Sale {
  readonly opened: string;
  drawn: string;
  closed: number;
}

/** What the journal tells of flash sales, compared with their rows. */
export class FlashSalesTold {
  readonly #sales = new Map<number, Sale>();

  follow({ type, at, data }: JournalRow): void {
    if (type === 'flashSale.opened') {
      const { number, flightId, mode, seconds } = JSON.parse(data) as EventData<'flashSale.opened'>;
      this.#sales.set(number, { opened: `${flightId} ${mode} ${seconds} ${at}`, drawn: '', closed: 0 });
      return;
    }
    const { number, ...told } = JSON.parse(data) as EventData<'flashSale.closed'> & Partial<EventData<'flashSale.drawn'>>;
    const sale = this.#sales.get(number);
    if (!sale) return;
    if (type === 'flashSale.closed') sale.closed = at;
    else sale.drawn = told.seed ?? '';
  }

  /** The first difference, in words, or undefined. */
  async problem(db: ReadDatabase): Promise<string | undefined> {
    const left = new Map(this.#sales);
    for (const { number, ...row } of await db.query<Sale & { readonly number: number }>(STORED).all()) {
      const told = left.get(number);
      left.delete(number);
      if (told?.opened !== row.opened || told.drawn !== row.drawn || told.closed !== row.closed)
        return `flash sale ${number} is not as the journal says`;
    }
    for (const number of left.keys()) return `flash sale ${number} is in the journal and nowhere else`;
    return undefined;
  }
}
