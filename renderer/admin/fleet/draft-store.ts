import { create } from 'zustand';
import type { FleetDraft, FleetMap } from '../../../shared/methods/fleet.ts';
import type { SeatMap } from '../../../shared/seat-map.ts';
import { onSessionOver } from '../../client/on-session-over.ts';
import { type Editor, editMap, type MapEdit, newEditor } from './editor.ts';

/** What a drawn map is for. */
export type MapHead = Pick<FleetDraft, 'name' | 'carrier' | 'equipment' | 'configuration'>;

/** A map that is drawn, and the one that it began as. */
export interface Draft {
  readonly base: { readonly about: FleetMap; readonly map: SeatMap };
  readonly head: MapHead;
  readonly editor: Editor;
}

interface DraftState {
  /** One at a time; it stays when another map is looked at. */
  readonly draft: Draft | null;
  /** It has begun, and nothing was done with it yet. */
  readonly isNew: boolean;
  begin(base: Draft['base'], head: MapHead, map?: SeatMap): void;
  edit(edit: MapEdit): void;
  setHead(head: MapHead): void;
  put(draft: Draft | null): void;
}

/** The wing of a draft begins and ends at rows that there are; that of a shipped map may lie between two. */
function withWing(map: SeatMap): SeatMap {
  const numbers = map.rows.map(({ row }) => row);
  const from = numbers.find((row) => row >= map.wing.from) ?? numbers.at(-1) ?? 1;
  const to = Math.max(from, numbers.findLast((row) => row <= map.wing.to) ?? from);
  return { ...map, wing: { from, to } };
}

/** The map that is drawn now. */
export const useDraft = create<DraftState>()((set) => ({
  draft: null,
  isNew: false,
  begin: (base, head, map = base.map) => set({ isNew: true, draft: { base, head, editor: newEditor(withWing(map)) } }),
  edit: (edit) => set(({ draft }) => (draft ? { isNew: false, draft: { ...draft, editor: editMap(draft.editor, edit) } } : {})),
  setHead: (head) => set(({ draft }) => (draft ? { draft: { ...draft, head } } : {})),
  put: (draft) => set({ draft, isNew: false }),
}));

/** The draft as the hub takes it. */
export function fleetDraftOf({ head, editor: { map } }: Draft): FleetDraft {
  const { deck, rows, fixtures, wing } = map;
  return { ...head, deck, rows, fixtures, wing };
}

/** The newest version for the same carrier, equipment and configuration; 0 for none. */
export const newestVersion = (maps: readonly FleetMap[], { carrier, equipment, configuration }: MapHead): number =>
  Math.max(
    0,
    ...maps
      .filter((map) => map.saved && map.carrier === carrier && map.equipment[0] === equipment && map.configuration === configuration)
      .map(({ saved }) => saved?.version ?? 0),
  );

onSessionOver(() => useDraft.setState({ draft: null, isNew: false }));
