import { type ReactNode, useEffect } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import './dialog.css';
import { ignoreSecondEnter } from './ignore-second-enter.ts';

interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons at its foot, the next step last. */
  foot?: ReactNode;
  /** alertdialog: something is lost by going on. */
  role?: 'dialog' | 'alertdialog';
  width?: number;
}

/**
 * The Enter that closed a dialog may come twice, and the focus returns to a button: after a time limit it took the money. Who closed it by Esc or a
 * press means the next Enter. Returns what the close does.
 */
function watchEnter(): () => void {
  let isByEnter = false;
  const hear = (event: Event): void => {
    isByEnter = event instanceof KeyboardEvent && event.key === 'Enter';
  };
  window.addEventListener('keydown', hear, true);
  window.addEventListener('pointerdown', hear, true);
  return () => {
    window.removeEventListener('keydown', hear, true);
    window.removeEventListener('pointerdown', hear, true);
    if (isByEnter) ignoreSecondEnter();
  };
}

/** Esc and a press beside it close it; the focus stays within and returns to where it was. */
export function Dialog({ isOpen, onClose, title, children, foot, role = 'dialog', width = 440 }: DialogProps) {
  useEffect(() => (isOpen ? watchEnter() : undefined), [isOpen]);
  return (
    <ModalOverlay
      className="veil"
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable={role === 'dialog'}
    >
      <Modal className="modal" style={{ width }}>
        <AriaDialog className="dialog" role={role}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <div className="body">{children}</div>
          {foot ? <div className="foot">{foot}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
