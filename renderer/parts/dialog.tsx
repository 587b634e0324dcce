import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import './dialog.css';
import { WatchEnter } from './watch-enter.tsx';

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

/** Esc and a press beside it close it; the focus stays within and returns to where it was. */
export function Dialog({ isOpen, onClose, title, children, foot, role = 'dialog', width = 440 }: DialogProps) {
  return (
    <>
      {isOpen ? <WatchEnter /> : null}
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
    </>
  );
}
