import type { Input, Output } from '../../../shared/contract.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import type { OwnMapTurn } from '../../fleet/own-maps.ts';
import { ownMapTurns } from '../../store/tables/seat-maps-table.ts';
import { fleetView } from '../../views/fleet-view.ts';
import type { Query } from '../query.ts';

export const fleetList: Query<Input<'fleet.list'>, Output<'fleet.list'>> = async ({ db, reference, now }) =>
  accept({ maps: (await fleetView(db, reference, now)).maps });

export const fleetMap: Query<Input<'fleet.map'>, Output<'fleet.map'>> = async ({ db, reference, now }, { id }) => {
  const plan = reference.seatPlan(id);
  const { maps, turns } = await fleetView(db, reference, now);
  const about = maps.find((one) => one.id === id);
  if (!plan || !about) return refuse('FLEET_UNKNOWN', { id });
  const versions = about.saved === null ? [] : maps.filter((one) => one.saved !== null && isForSame(one, about));
  const ids = new Set(versions.map((one) => one.id));
  return accept({ about, map: plan.map, versions, turns: turns.filter(({ mapId }) => ids.has(mapId)).reverse() });
};

/** For an import: which of these maps a flight has. */
export const fleetTurns: Query<Record<never, never>, { readonly turns: readonly OwnMapTurn[] }> = async ({ db }) =>
  accept({ turns: await ownMapTurns(db) });

const isForSame = (one: Kept, other: Kept): boolean =>
  one.carrier === other.carrier && one.configuration === other.configuration && one.equipment[0] === other.equipment[0];

type Kept = Output<'fleet.map'>['about'];
