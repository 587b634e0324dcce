import type { ReactNode } from 'react';
import type { Refusal } from '../../shared/refusals.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';

interface SureDialogProps {
  title: string;
  /** What the form is about, for a screen reader. */
  label: string;
  /** What is done, and by which kind of button. */
  does: string;
  variant: 'go' | 'danger';
  sending: boolean;
  refusal: Refusal | null;
  onDo: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks before something that cannot be taken back. So Ctrl Enter does it, also while typing, and Enter does not. */
export function SureDialog({ title, label, does, variant, sending, refusal, onDo, onClose, children }: SureDialogProps) {
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={onClose}
      title={title}
      foot={
        <>
          <Button variant="quiet" onPress={onClose}>
            Back
          </Button>
          <Button variant={variant} kbd="Ctrl Enter" isPending={sending} onPress={onDo}>
            {does}
          </Button>
        </>
      }
    >
      <form
        className="ov-form"
        aria-label={label}
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey) return;
          event.preventDefault();
          onDo();
        }}
      >
        {children}
        <RefusalLine refusal={refusal} />
      </form>
    </Dialog>
  );
}
