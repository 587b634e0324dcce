import { useEffect, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';

interface ApplyButtonProps {
  /** What applying would do, in a sentence. */
  consequence: string;
  onApply: () => void;
}

/** Applies a schedule after it has asked, because that cannot be undone. */
export function ApplyButton(props: ApplyButtonProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="go" onPress={() => setAsking(true)}>
        Apply
      </Button>
      {asking ? <ApplyDialog {...props} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

/** The focus is on the button that leaves the schedule as it is. */
function ApplyDialog({ consequence, onApply, onClose }: ApplyButtonProps & { onClose: () => void }) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      role="alertdialog"
      title="Apply this schedule?"
      foot={
        <>
          <Button variant="quiet" kbd="Esc" ref={keep} onPress={onClose}>
            Leave the schedule as it is
          </Button>
          <Button
            variant="go"
            onPress={() => {
              onClose();
              onApply();
            }}
          >
            Apply the schedule
          </Button>
        </>
      }
    >
      <p className="prop">{consequence}</p>
      <p className="t2 prop">
        It is in force on every desk at once, and cannot be undone. A schedule that is imported afterwards can change it again.
      </p>
    </Dialog>
  );
}
