// Which letter is a key, and which is the beginning of a word.
//
// The problem: an agent scans a boarding pass, or types a locator without looking, while a seat or an action has the focus. If each letter
// is a key, C adds a child, B picks seats and Enter holds them.
//
// The rule:
// 1. A letter, a digit or a sign is a key only while a grid, a list or an action row has the focus (`LETTERS_ACT`), and only if the key table
//    of the screen knows it. WCAG 2.1.4 asks for the same.
// 2. Any other one that is typed outside a field opens the command bar, which then holds it. So a locator that is typed anywhere is a command.
// 3. A letter waits 50 ms before it acts. If another comes meanwhile, nobody pressed keys one by one: it is a scanner, or fast typing. Neither
//    acts, and both go to the command bar. Only `G` and the letter of a screen may come together.
// 4. Who types slowly may type a letter that is a key before one that is none. Then the command bar gets all of them that came within
//    0.8 s of each other, and what the first ones did is taken back: the screen gives a way back before each letter acts (`keep`). A hold that is
//    under way by then stands, and the screen goes on showing it.
// 5. What cannot be taken back has no letter. It has an F-key or Ctrl Enter.
//
// A field, an open list and a dialog keep their keys for themselves.
import { useEffect } from 'react';
import { useSession } from '../client/session-store.ts';
import { toast } from '../parts/toast.tsx';
import { groupOf } from './key-deeds.ts';
import { isPressedByEnter, keyPlace } from './key-place.ts';
import { LetterRun } from './letter-run.ts';

/** How an event's key is called in the key table. */
export function keyName(event: KeyboardEvent): string {
  const { key, shiftKey } = event;
  if (key === ' ') return 'Space';
  if (key === 'Escape') return 'Esc';
  if (key === 'Delete') return 'Del';
  const name = key.length === 1 ? key.toUpperCase() : key;
  const shifted = shiftKey && (key.length > 1 || name !== key.toLowerCase());
  return shifted ? `Shift ${name}` : name;
}

/** What is written on the screen by this key: a letter, a digit, a sign. Not the space, which presses and picks. */
const isSign = ({ key }: KeyboardEvent): boolean => [...key].length === 1 && key !== ' ';
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']);

let openBar: ((typed: string) => void) | undefined;

const run = new LetterRun({
  isKey: (key) => key === 'G' || groupOf(key) !== undefined,
  act(key) {
    const group = groupOf(key);
    if (!group) return undefined;
    const takeBack = group.keep?.();
    group.deeds[key]?.();
    return takeBack;
  },
  open(typed, tookBack) {
    openBar?.(typed);
    if (tookBack) toast('That was typing: what its first letters did was taken back.', 'other');
  },
});

/** Letters, in the capture phase: before anything under the focus can take them. */
function pressLetter(event: KeyboardEvent): void {
  if (MODIFIERS.has(event.key)) return;
  const place = keyPlace(event.target);
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
  if (useSession.getState().locked || place === 'dialog') {
    run.drop();
    return;
  }
  // `/` and `?` are keys of the frame everywhere outside a field.
  if (place === 'field' || !plain || !isSign(event) || event.key === '/' || event.key === '?') {
    run.end();
    return;
  }
  event.preventDefault();
  if (!event.repeat) run.press(keyName(event), event.key, event.timeStamp, place === 'letters');
}

const isFunctionKey = ({ key }: KeyboardEvent): boolean => /^F\d+$/.test(key);
const isCtrlEnter = ({ key, ctrlKey }: KeyboardEvent): boolean => key === 'Enter' && ctrlKey;

/** F-keys and Ctrl Enter work in a field too, and before the button that has the focus. */
function pressAnywhere(event: KeyboardEvent): void {
  if (event.metaKey || event.altKey || event.repeat || !(isCtrlEnter(event) || (isFunctionKey(event) && !event.ctrlKey))) return;
  if (useSession.getState().locked || keyPlace(event.target) === 'dialog') return;
  const key = isCtrlEnter(event) ? 'Ctrl Enter' : keyName(event);
  const deed = groupOf(key)?.deeds[key];
  // Pressed once more, after its deed is done, Ctrl Enter is no Enter for the button that happens to have the focus.
  if (!deed && !(isCtrlEnter(event) && isPressedByEnter(event.target))) return;
  event.preventDefault();
  event.stopPropagation();
  deed?.();
}

/** Enter, Space and Esc, after whatever has the focus did not want them. */
function pressOther(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey || useSession.getState().locked) return;
  const place = keyPlace(event.target);
  if (place === 'dialog' || place === 'field' || isSign(event)) return;
  const name = keyName(event);
  if ((name === 'Enter' || name === 'Space') && (place !== 'letters' || isPressedByEnter(event.target))) return;
  const deed = isFunctionKey(event) ? undefined : groupOf(name)?.deeds[name];
  if (!deed) return;
  event.preventDefault();
  deed();
}

let users = 0;
/** Enter that is held down presses a button once, also when another button takes the place of the first. */
function dropHeldEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !event.repeat || !isPressedByEnter(event.target)) return;
  event.preventDefault();
  event.stopPropagation();
}

const press = (event: KeyboardEvent): void => {
  dropHeldEnter(event);
  pressAnywhere(event);
  pressLetter(event);
};

/** The one pair of listeners of all letter keys, while anything needs them. */
export function useLetterKeys(): void {
  useEffect(() => {
    users += 1;
    if (users === 1) {
      window.addEventListener('keydown', press, true);
      document.addEventListener('keydown', pressOther);
    }
    return () => {
      users -= 1;
      if (users > 0) return;
      run.drop();
      window.removeEventListener('keydown', press, true);
      document.removeEventListener('keydown', pressOther);
    };
  }, []);
}

/** Where typing goes that is no key: `open` shows the command bar with it. */
export function useTypingOpens(open: (typed: string) => void): void {
  useLetterKeys();
  useEffect(() => {
    openBar = open;
    return () => {
      openBar = undefined;
    };
  }, [open]);
}
