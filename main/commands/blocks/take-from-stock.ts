import type { Cabin } from '../../../shared/seat-map.ts';
import type { WriteDatabase } from '../../store/database.ts';
import { countedBlocks, setFromStock } from '../../store/tables/seat-blocks-table.ts';

/**
 * Lets the blocks of a cabin take from a new stock: one for each seat that counts as none, as long as some is left. When a block ends, the cabin may
 * sell again what the block took. So it never sells more than `stock`, and nothing where that is 0.
 */
export async function takeFromStock(db: WriteDatabase, flightId: number, cabin: Cabin, stock: number): Promise<void> {
  const count = await countedBlocks(db, flightId, cabin);
  let left = stock;
  for (const own of Map.groupBy(count, ({ seat }) => seat).values()) {
    const taker = left > 0 ? (own.find((block) => block.from_stock === 1) ?? own[0]) : undefined;
    if (taker) left--;
    for (const { id, from_stock } of own) {
      const takes = id === taker?.id ? 1 : 0;
      if (takes !== from_stock) await setFromStock(db, id, takes);
    }
  }
}
