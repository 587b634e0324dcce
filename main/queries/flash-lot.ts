import { FLASH_NAMED_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { accept } from '../../shared/refusals.ts';
import { drawLot, sealOf } from '../rules/draw-lot.ts';
import { drawnLotOf } from '../store/tables/flash-sales-table.ts';
import type { Query } from './query.ts';

/** Who took part in the lot of a flash sale and in which order they were drawn, drawn again by its seed. */
export const flashLot: Query<Input<'flashSale.lot'>, Output<'flashSale.lot'>> = async ({ db }, { flightId }) => {
  const lot = await drawnLotOf(db, flightId);
  if (!lot) return accept({ lot: null });
  const { seed, drawn_at: drawnAt } = lot;
  const entrants = JSON.parse(lot.entrants) as string[];
  const first = drawLot(seed, entrants.length)
    .slice(0, FLASH_NAMED_MAX)
    .map((place) => entrants[place] ?? '');
  return accept({ lot: { drawnAt, entrants: entrants.length, first, seed, seal: sealOf(seed) } });
};
