import { DESKS_LISTED_MAX } from '../../shared/bounds.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { accept } from '../../shared/refusals.ts';
import { deskNames } from '../store/tables/desks-table.ts';
import type { Query } from './query.ts';

export const desks: Query<Input<'desks.list'>, Output<'desks.list'>> = async ({ db }) =>
  accept({ desks: [...(await deskNames(db, DESKS_LISTED_MAX))] });
