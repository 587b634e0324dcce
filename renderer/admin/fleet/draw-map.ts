import type { FleetMap } from '../../../shared/methods/fleet.ts';
import type { Refusal } from '../../../shared/refusals.ts';
import type { SeatMap } from '../../../shared/seat-map.ts';
import { call } from '../../client/client.ts';
import { offerUndo } from '../../parts/undo.tsx';
import { type Draft, type MapHead, useDraft } from './draft-store.ts';
import { useFleet } from './fleet-store.ts';
import { mapTitle } from './fleet-words.ts';
import { nearestMap } from './nearest-map.ts';

/** What a draft of this map is for, until something else is said. */
export function headOf(about: FleetMap): MapHead {
  const { source, carrier, carriers, equipment, configuration, name } = about;
  const only = carriers.length === 1 ? (carriers[0]?.carrier ?? null) : null;
  return { name, carrier: source === 'own' ? carrier : only, equipment: equipment[0] ?? '', configuration };
}

/** Puts the draft away; for a moment U brings it back. */
export function putAway(draft: Draft): void {
  useDraft.getState().put(null);
  if (draft.editor.past.length === 0) return;
  offerUndo('fleet', `Draft of ${mapTitle(draft.base.about)} put away`, () => useDraft.getState().put(draft));
}

function begin(base: Draft['base'], head: MapHead, map?: SeatMap): void {
  const { draft } = useDraft.getState();
  if (draft) putAway(draft);
  useDraft.getState().begin(base, head, map);
}

/** A new version of the map that is looked at. */
export async function drawShown(): Promise<void> {
  const shown = await useFleet.getState().lookedAt();
  const { draft } = useDraft.getState();
  if (!shown || draft?.base.about.id === shown.about.id) return;
  begin({ about: shown.about, map: shown.map }, headOf(shown.about));
}

/** A draft for a head, from seats that were read or copied, else from the map of the type that is nearest. What keeps it from beginning, or undefined. */
export async function drawFor(head: MapHead, seats?: SeatMap): Promise<Refusal | string | undefined> {
  const { maps, shown } = useFleet.getState();
  const near = nearestMap(maps ?? [], head) ?? (seats ? shown?.about : undefined);
  if (!near) return `There is no map of a ${head.equipment} to begin with. Choose a map that is like it and copy that.`;
  const reply = await call('fleet.map', { id: near.id });
  if (!reply.ok) return reply.refusal;
  const { about, map } = reply.value;
  void useFleet.getState().choose(near.id);
  begin({ about, map }, head, seats);
  return undefined;
}
