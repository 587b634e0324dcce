import { useEffect } from 'react';
import { create } from 'zustand';
import { SECOND_MS } from '../../shared/instants.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { serverNow, useNow } from '../stores/clock-store.ts';
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
  /** Of what moves money, because a letter may be the beginning of a word. */
  readonly key: 'U' | 'Ctrl Z';
  /** Until when it is offered, by the clock of the hub. */
  readonly until: number;
}

/** How long an undo of the screen is offered. */
const OFFERED_MS = 20 * SECOND_MS;

export const useUndo = create<{ readonly offer: Offer | null }>(() => ({ offer: null }));

/** Shows what was done, with a button and the key U that undo it. A newer offer takes the place of an older one. */
export function offerUndo(about: string, text: string, undo: () => void): void {
  useUndo.setState({ offer: { about, text, undo, key: 'U', until: serverNow() + OFFERED_MS } });
  announce(`${text}. U undoes it.`);
}

/** The same for what the hub did and takes back whole until a moment. `undo` says itself what came of it. */
export function offerHubUndo(about: string, text: string, until: number, undo: () => void): void {
  useUndo.setState({ offer: { about, text, undo, key: 'Ctrl Z', until } });
}

/** The thing that could be undone is over: the screen was left, or the sale went on. */
export const withdrawUndo = (about: string): void => useUndo.setState(({ offer }) => (offer?.about === about ? { offer: null } : {}));

export function undoLast(): void {
  const { offer } = useUndo.getState();
  if (!offer) return;
  useUndo.setState({ offer: null });
  offer.undo();
  if (offer.key === 'U') announce(`Undone: ${offer.text}`);
}

onSessionOver(() => useUndo.setState({ offer: null }));

/** How long it is still offered, where that is not over in a moment. */
function UndoClock({ left }: { left: number }) {
  return <span className="num undo-clock">0:{String(Math.min(59, Math.ceil(left / SECOND_MS))).padStart(2, '0')}</span>;
}

function OfferedUndo({ offer }: { offer: Offer }) {
  // By the hub's clock second for second, because that clock may be set while an undo is offered.
  const left = Math.max(0, offer.until - useNow());
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) useUndo.setState((now) => (now.offer === offer ? { offer: null } : {}));
  }, [offer, isOver]);
  return (
    <div className="undo-bar">
      <Icon name="note" size={15} />
      <span title={offer.text}>{offer.text}</span>
      {offer.key === 'Ctrl Z' ? <UndoClock left={left} /> : null}
      <Button kbd={offer.key} onPress={undoLast}>
        Undo
      </Button>
    </div>
  );
}

/** What was done last and can be undone. Above the tray, for a while. */
export function UndoBar() {
  const offer = useUndo((now) => now.offer);
  return offer ? <OfferedUndo offer={offer} /> : null;
}
