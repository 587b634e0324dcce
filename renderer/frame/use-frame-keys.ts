import { useEffect, useState } from 'react';
import { addKeyGroup, nextKeyPlace } from '../keys/key-deeds.ts';
import { dialogIsOpen, keyPlace } from '../keys/key-place.ts';
import { useKeys } from '../keys/use-keys.ts';
import { undoLast, useUndo } from '../parts/undo.tsx';
import { showActivity } from '../stores/activity-store.ts';
import { heldAs, NUMBER_MAX } from '../stores/holds-store.ts';
import { back } from '../stores/navigation-store.ts';
import { lock } from '../stores/session-actions.ts';
import { goToScreen } from './go-to-screen.ts';
import { showLastSales } from './last-sales-store.ts';
import { openHold } from './open-hold.ts';
import { openPassengerScreen } from './open-passenger-screen.ts';
import { RAIL } from './rail.tsx';

const openNumber = (number: number): void => {
  const hold = heldAs(number);
  if (hold) openHold(hold);
};

/** `G` and the letter of a screen, or the number of a hold. */
const GO = Object.fromEntries([
  ...RAIL.map(({ letter, name }) => [`G ${letter}`, () => goToScreen(name)] as const),
  ['G 0', () => void showLastSales()] as const,
  ['G Y', showActivity] as const,
  ...Array.from({ length: NUMBER_MAX }, (_, index) => [`G ${index + 1}`, () => openNumber(index + 1)] as const),
]);

/** What the key does anywhere, or undefined. Alt and a digit are read by place: with Alt, layouts type other signs. */
function deedOf(event: KeyboardEvent, showKeys: () => void): (() => void) | undefined {
  const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
  const typing = keyPlace(event.target) === 'field';
  const entry = plain && !event.shiftKey ? RAIL.find(({ key }) => key === event.key) : undefined;
  if (entry) return () => goToScreen(entry.name);
  if (event.altKey && !event.ctrlKey && !event.metaKey) {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
    if (digit && heldAs(Number(digit[1]))) return () => openNumber(Number(digit[1]));
    if (/^(?:Digit|Numpad)0$/.test(event.code)) return () => void showLastSales();
    if (event.code === 'KeyY') return showActivity;
    if (event.code === 'KeyP') return openPassengerScreen;
    if (event.code === 'KeyL') return () => void lock();
    if (event.key === 'ArrowLeft' && !typing) return back;
  }
  // In a field it takes back what was typed.
  const chord = event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
  if (chord && event.code === 'KeyZ' && !typing && useUndo.getState().offer?.key === 'Ctrl Z') return undoLast;
  if (event.key === '?' && plain && !typing) return showKeys;
  return undefined;
}

/** The keys of the frame. An open dialog or list keeps the keyboard for itself. The listener is on the capture phase, because a field may stop its keys from bubbling. */
export function useFrameKeys(showKeys: () => void, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const press = (event: KeyboardEvent): void => {
      if (event.repeat || dialogIsOpen()) return;
      const deed = deedOf(event, showKeys);
      if (!deed) return;
      event.preventDefault();
      deed();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [showKeys, active]);
  const undo = useUndo(({ offer }) => offer?.key === 'U');
  useKeys('letters', { 'G G': back, U: undo ? undoLast : undefined });
  const [place] = useState(nextKeyPlace);
  useEffect(() => addKeyGroup(place, () => ({ deeds: GO })), [place]);
}
