import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../../shared/refusals.ts';
import { useSession } from '../../client/session-store.ts';
import { announce } from '../../parts/announcer.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { revokeText } from './desk-words.ts';
import { type Desk, useDesks } from './desks-store.ts';

/** Asks before a desk is revoked. Enter alone keeps it. */
export function RevokeDialog({ desk: asked, onClose }: { desk: Desk; onClose: () => void }) {
  const { id, desk, state, revokedBy } = asked;
  const own = useSession(({ session }) => session?.desk === desk);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [sending, setSending] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    keep.current?.focus();
    // Somebody may have signed in there since the list was read.
    void useDesks.getState().load();
  }, []);
  const gone = state === 'revoked' && !sending;
  // The button that had the focus may have gone.
  useEffect(() => {
    if (gone) keep.current?.focus();
  }, [gone]);
  const revoke = async (): Promise<void> => {
    if (sending || gone) return;
    setSending(true);
    const refused = await useDesks.getState().revoke(id);
    setSending(false);
    setRefusal(refused ?? null);
    if (refused) return;
    announce(`${desk} is revoked`);
    onClose();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    event.stopPropagation();
    void revoke();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      role="alertdialog"
      title={`Revoke ${desk}?`}
      foot={
        <div className="dk-foot" onKeyDownCapture={press}>
          <Button variant="quiet" kbd="Esc" ref={keep} onPress={onClose}>
            {gone ? 'Close' : 'Keep it'}
          </Button>
          {gone ? null : (
            <Button variant="danger" kbd="Ctrl Enter" isPending={sending} onPress={() => void revoke()}>
              Revoke
            </Button>
          )}
        </div>
      }
    >
      <p role="status">
        {gone ? `${desk} was revoked by ${revokedBy ?? 'somebody'} meanwhile. Nothing is left to do.` : revokeText(asked, own)}
      </p>
      {gone ? null : <p className="t2">It cannot be undone. With a new code it can be paired again, also under this name.</p>}
      <RefusalLine refusal={refusal} />
    </Dialog>
  );
}
