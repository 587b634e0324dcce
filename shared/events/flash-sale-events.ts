import { z } from 'zod';
import { rowId } from '../method.ts';
import { FLASH_MODES } from '../methods/flash-sales.ts';

const sale = { number: rowId, flightId: rowId };
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Flights whose holds wait in line. */
export const FLASH_SALE_EVENTS = {
  /** `seal`: SHA-256 of the seed of the lot, so that it can be proved afterwards that the seed was not chosen when it was known who asks. */
  'flashSale.opened': z.strictObject({ ...sale, mode: z.enum(FLASH_MODES), seconds: z.int(), seal: sha256 }),
  /** The lot was drawn: main/rules/draw-lot.ts says how. `list`: SHA-256 of who took part, which the store keeps as JSON. */
  'flashSale.drawn': z.strictObject({ ...sale, seed: sha256, entrants: z.int(), list: sha256 }),
  'flashSale.closed': z.strictObject(sale),
} as const;
