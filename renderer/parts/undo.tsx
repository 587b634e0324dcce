import { useEffect } from 'react';
import { create } from 'zustand';
import { SECOND_MS } from '../../shared/instants.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { announce } from './announcer.tsx';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import './undo.css';

interface Offer {
  /** What was done: `12A 12B cleared`. */
  readonly text: string;
  /** What the offer is about, so that only its owner withdraws it. */
  readonly about: string;
  readonly undo: () => void;
}

/** How long an undo is offered. */
export const UNDO_MS = 20 * SECOND_MS;

export const useUndo = create<{ readonly offer: Offer | null }>(() => ({ offer: null }));

/** Shows what was done, with a button and the key U that undo it. A newer offer takes the place of an older one. */
export function offerUndo(about: string, text: string, undo: () => void): void {
  useUndo.setState({ offer: { about, text, undo } });
  announce(`${text}. U undoes it.`);
}

/** The thing that could be undone is over: the screen was left, or the sale went on. */
export const withdrawUndo = (about: string): void => useUndo.setState(({ offer }) => (offer?.about === about ? { offer: null } : {}));

export function undoLast(): void {
  const { offer } = useUndo.getState();
  if (!offer) return;
  useUndo.setState({ offer: null });
  offer.undo();
  announce(`Undone: ${offer.text}`);
}

onSessionOver(() => useUndo.setState({ offer: null }));

/** What was done last and can be undone. Above the tray, for a while. */
export function UndoBar() {
  const offer = useUndo((now) => now.offer);
  useEffect(() => {
    if (!offer) return;
    const timer = setTimeout(() => useUndo.setState((now) => (now.offer === offer ? { offer: null } : {})), UNDO_MS);
    return () => clearTimeout(timer);
  }, [offer]);
  if (!offer) return null;
  return (
    <div className="undo-bar">
      <Icon name="note" size={15} />
      <span title={offer.text}>{offer.text}</span>
      <Button kbd="U" onPress={undoLast}>
        Undo
      </Button>
    </div>
  );
}
