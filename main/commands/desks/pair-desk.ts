import { hash } from 'node:crypto';
import { DESKS_MAX } from '../../../shared/bounds.ts';
import { accept, refuse } from '../../../shared/refusals.ts';
import { addDesk, countDesks, deskNamed, isKeyKnown, type NewDeskRow, revokeDesk } from '../../store/tables/desks-table.ts';
import type { Command } from '../command.ts';

export type PairDesk = Pick<NewDeskRow, 'id' | 'name' | 'kind' | 'rights' | 'key'> & {
  readonly keptIn: NewDeskRow['kept_in'];
  /** A desk for practice takes the place of one of the same name: its browser may have lost the key. */
  readonly practice: boolean;
};

/** Keeps a desk that has brought the code. The journal gets the fingerprint of its key alone. */
export const pairDesk: Command<PairDesk, { readonly id: string }> = async ({ db, now, actor, emit }, { keptIn, practice, ...desk }) => {
  if (await isKeyKnown(db, desk.key)) return refuse('KEY_USED');
  const named = await deskNamed(db, desk.name);
  if (named && !(practice && named.paired_by === actor.user)) return refuse('DESK_TAKEN', { desk: desk.name });
  if (named) {
    await revokeDesk(db, named.id, now, actor.user);
    emit('desk.revoked', { id: named.id, desk: desk.name });
  }
  if ((await countDesks(db)) >= DESKS_MAX) return refuse('DESKS_FULL');
  await addDesk(db, { ...desk, kept_in: keptIn, paired_at: now, paired_by: actor.user });
  const { id, name, kind, rights, key } = desk;
  emit('desk.paired', { id, desk: name, kind, ...(rights ? { rights } : {}), key: hash('sha256', key, 'base64url') });
  return accept({ id });
};
