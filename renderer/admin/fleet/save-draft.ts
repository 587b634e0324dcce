import { call, newRequestId } from '../../client/client.ts';
import { type Draft, fleetDraftOf, newestVersion } from './draft-store.ts';
import { useFleet } from './fleet-store.ts';
import { useTakeOver } from './take-over-store.ts';

/** Keeps the draft as a new version; its id, or undefined when it was refused. */
export async function saveDraft(draft: Draft, reason: string): Promise<string | undefined> {
  const basedOn = newestVersion(useFleet.getState().maps ?? [], draft.head);
  const reply = await call('fleet.save', { requestId: newRequestId(), draft: fleetDraftOf(draft), basedOn, reason }, 'person');
  useTakeOver.getState().showRefusal(reply.ok ? null : reply.refusal);
  return reply.ok ? reply.value.id : undefined;
}
