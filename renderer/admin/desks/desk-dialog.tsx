import { type Desk, useDesks } from './desks-store.ts';
import { RenameDialog } from './rename-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { RightsDialog } from './rights-dialog.tsx';

export interface DeskAsked {
  readonly what: 'rename' | 'rights' | 'revoke';
  /** As it stood when it was asked. */
  readonly desk: Desk;
}

const DIALOGS = { rename: RenameDialog, rights: RightsDialog, revoke: RevokeDialog };

/** What is asked about one desk. It stays about that desk, however it stands meanwhile and whatever the list shows. */
export function DeskDialog({ asked: { what, desk }, onClose }: { asked: DeskAsked; onClose: () => void }) {
  const now = useDesks(({ desks }) => desks?.find(({ id }) => id === desk.id)) ?? desk;
  const Asked = DIALOGS[what];
  return <Asked key={desk.id} desk={now} onClose={onClose} />;
}
