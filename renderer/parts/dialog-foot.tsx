import type { ReactNode } from 'react';
import { Button } from './button.tsx';

interface DialogFootProps {
  /** What Enter sends. */
  children: ReactNode;
  isPending?: boolean;
  onClose: () => void;
  /** What Esc does, where it is more than to close. */
  stay?: string;
}

/** The foot of a form in a dialog: Esc leaves it, Enter sends it. */
export const DialogFoot = ({ children, isPending = false, onClose, stay = 'Close' }: DialogFootProps) => (
  <div className="foot">
    <Button variant="quiet" kbd="Esc" onPress={onClose}>
      {stay}
    </Button>
    <Button type="submit" variant="go" kbd="Enter" isPending={isPending}>
      {children}
    </Button>
  </div>
);
