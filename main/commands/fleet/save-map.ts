import { hash } from 'node:crypto';
import { FLEET_MAPS_MAX } from '../../../shared/bounds.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { draftFaults } from '../../../shared/draft-faults.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { drawnMap } from '../../fleet/drawn-map.ts';
import { addSeatMap, countSeatMaps, newestSeatMap } from '../../store/tables/seat-maps-table.ts';
import { OWN } from '../../views/own-seat-maps.ts';
import type { Command } from '../command.ts';

/** Hexadecimal digits of the hash in an id: 96 bits, so that no two of a few thousand maps are ever the same. */
const ID_DIGITS = 24;

/** Keeps a draft as a new version. No flight has it before it takes over. */
export const saveMap: Command<Input<'fleet.save'>, Output<'fleet.save'>> = async (
  { db, now, actor, reference, emit },
  { draft, basedOn, reason },
) => {
  const faults = draftFaults(draft, draft.configuration);
  if (!reference.seatPlanFor(draft.equipment))
    faults.unshift({ row: null, problem: `no aircraft that carries passengers is called ${draft.equipment}` });
  if (faults.length > 0)
    return refuse('FLEET_DRAFT', { problem: faults[0]?.problem, faults: faults.map((fault) => ({ line: null, ...fault })) });
  const flownAs = { carrier: draft.carrier ?? '', equipment: draft.equipment, configuration: draft.configuration };
  const newest = await newestSeatMap(db, flownAs);
  if ((newest?.version ?? 0) !== basedOn)
    return refuse('FLEET_CHANGED', { version: newest?.version ?? 0, id: newest?.id ?? null, user: newest?.user ?? 'nobody' });
  const version = basedOn + 1;
  if (newest && JSON.stringify(drawnMap(draft, newest.id)) === newest.map) return refuse('FLEET_SAME', { version: basedOn });
  if ((await countSeatMaps(db)) >= FLEET_MAPS_MAX) return refuse('FLEET_FULL', { most: FLEET_MAPS_MAX });
  const all = JSON.stringify({ ...flownAs, version, map: drawnMap(draft, '') });
  const id = `${OWN}${hash('sha256', all, 'hex').slice(0, ID_DIGITS)}`;
  const map = JSON.stringify(drawnMap(draft, id));
  await addSeatMap(db, { id, ...flownAs, version, map, user: actor.user, reason, saved_at: now });
  emit('fleet.saved', { id, ...flownAs, version });
  return accept({ id, version });
};
