import type { Output } from '../../../shared/contract.ts';
import type { FlashMode } from '../../../shared/methods/flash-sales.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { sealOf } from '../../rules/draw-lot.ts';
import { insertFlashSale, openFlashSaleOf } from '../../store/tables/flash-sales-table.ts';
import { flightById, flightName } from '../../store/tables/flights-table.ts';
import type { Command } from '../command.ts';
import { flightOver } from '../flight-over.ts';

export interface OpenFlashSale {
  readonly flightId: number;
  readonly mode: FlashMode;
  readonly seconds: number;
  /** Drawn by the hub: 64 hex digits. */
  readonly seed: string;
}

/** Holds of the flight wait in line from now on. The line itself is kept by the hub process. */
export const openFlashSale: Command<OpenFlashSale, Output<'flashSale.open'>> = async (context, { flightId, mode, seconds, seed }) => {
  const { db, now, actor, emit } = context;
  const flight = await flightById(db, flightId);
  if (!flight) return refuse('FLIGHT_UNKNOWN', { flightId });
  const over = flightOver(flight, now);
  if (over) return over;
  if (await openFlashSaleOf(db, flightId)) return refuse('FLASH_OPEN', { flightId, flight: flightName(flight) });
  const number = await insertFlashSale(db, { flight_id: flightId, mode, seconds, seed, opened_at: now, opened_by: actor.user });
  emit('flashSale.opened', { number, flightId, mode, seconds, seal: sealOf(seed) });
  return accept({ flightId, number });
};
