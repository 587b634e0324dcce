import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';

interface ListBehindKeyProps {
  kbd: string;
  /** On the button of the frame. */
  word: string;
  /** What a screen reader calls the button. */
  label: string;
  title: string;
  width: number;
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A list that the frame has behind a key: its button, and the dialog with it. */
export function ListBehindKey({ kbd, word, label, title, width, isOpen, onOpen, onClose, children }: ListBehindKeyProps) {
  return (
    <>
      <Button variant="quiet" kbd={kbd} aria-label={label} aria-haspopup="dialog" onPress={onOpen}>
        {word}
      </Button>
      <Dialog isOpen={isOpen} onClose={onClose} title={title} width={width} foot={<Button onPress={onClose}>Close</Button>}>
        {children}
      </Dialog>
    </>
  );
}
