import type { Output } from '../../shared/contract.ts';
import { DAY_MS } from '../../shared/instants.ts';

type Shown = Output<'session.state'>['trainingVouchers'][number];

/** The vouchers of a training store: one that pays, one that pays for a part, and those that are refused. */
export const TRAINING_VOUCHERS: readonly (Shown & { readonly amount: number; readonly currency: string; readonly validMs: number })[] = [
  { number: 'VQ8H2K', does: '2,000.00 USD', amount: 2_000_00, currency: 'USD', validMs: 365 * DAY_MS },
  { number: 'VM3T7P', does: '50.00 USD', amount: 50_00, currency: 'USD', validMs: 365 * DAY_MS },
  { number: 'VX5R9C', does: '300.00 EUR, another currency', amount: 300_00, currency: 'EUR', validMs: 365 * DAY_MS },
  { number: 'VD4N6W', does: '200.00 USD, past its time', amount: 200_00, currency: 'USD', validMs: 0 },
];
