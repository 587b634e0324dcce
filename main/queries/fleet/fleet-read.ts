import type { Input, Output } from '../../../shared/contract.ts';
import { accept } from '../../../shared/refusals.ts';
import { readSeatMap } from '../../fleet/read-seat-map.ts';
import type { Query } from '../query.ts';

/** Keeps nothing: a person looks at what was read, and saves it. */
export const fleetRead: Query<Input<'fleet.read'>, Output<'fleet.read'>> = async (_, { content }) => accept(readSeatMap(content));
