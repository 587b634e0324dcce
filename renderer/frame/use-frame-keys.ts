import { useEffect } from 'react';
import { useSession } from '../client/session-store.ts';
import { useHolds } from '../stores/holds-store.ts';
import { back, go } from '../stores/navigation-store.ts';
import { lock } from '../stores/session-actions.ts';
import { openHold } from './open-hold.ts';
import { RAIL, railTarget } from './rail.tsx';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable="true"]');

/** What the key does anywhere, or undefined. Alt and a digit are read by place: with Alt, layouts type other signs. */
function deedOf(event: KeyboardEvent, showKeys: () => void): (() => void) | undefined {
  const supervisor = useSession.getState().session?.role === 'supervisor';
  const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
  const entry = plain ? RAIL.find(({ key }) => key === event.key) : undefined;
  if (entry && (supervisor || !entry.supervisorsOnly)) {
    return () => {
      const target = railTarget(entry.name);
      if (target) go(target);
    };
  }
  if (event.altKey && !event.ctrlKey && !event.metaKey) {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
    const hold = digit ? useHolds.getState().holds[Number(digit[1]) - 1] : undefined;
    if (hold) return () => openHold(hold);
    if (event.code === 'KeyL') return () => void lock();
    if (event.key === 'ArrowLeft' && !typing(event.target)) return back;
  }
  if (event.key === '?' && plain && !typing(event.target)) return showKeys;
  return undefined;
}

/** The keys of the frame. An open dialog or list keeps the keyboard for itself. The listener is on the capture phase, because a field may stop its keys from bubbling. */
export function useFrameKeys(showKeys: () => void, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const press = (event: KeyboardEvent): void => {
      if (event.repeat) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      const deed = deedOf(event, showKeys);
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [showKeys, active]);
}
