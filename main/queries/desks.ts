import { accept } from '../../shared/refusals.ts';
import { allDesks, type DeskRow } from '../store/tables/desks-table.ts';
import type { Query } from './query.ts';

/** Every desk that was ever paired, by name. */
export const desksKnown: Query<Record<string, never>, { readonly desks: readonly DeskRow[] }> = async ({ db }) =>
  accept({ desks: await allDesks(db) });
