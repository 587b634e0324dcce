/** On a grid or a list: here letters are keys. */
export const LETTERS_ACT = { 'data-letters': 'list' } as const;
/** On the action row of a screen: here letters are keys too, and Esc comes here from a field. */
export const ACTION_ROW = { 'data-letters': 'actions' } as const;

/** On what the F-key of a screen goes to on the screen itself: its first field or list. */
export const FIRST = { 'data-first': '' } as const;

/** On what scrolls: it is no control, and must be reachable by keyboard all the same. */
export const SCROLLS = { tabIndex: 0 } as const;

const FIELD =
  'input:not([type=checkbox], [type=radio], [type=button], [type=file]), textarea, select, [contenteditable="true"], [role="listbox"], [role="menu"], [aria-haspopup="listbox"]';
const DIALOG = '[role="dialog"], [role="alertdialog"]';
const PRESSED_BY_ENTER = 'button, a, [role="button"], [role="tab"], [role="radio"], summary';

/**
 * field: what is typed belongs to it; a closed list is a field too, because letters choose in it. letters: a letter is a key.
 * elsewhere: a heading, the rail, the page. dialog: it keeps the whole keyboard.
 */
export type KeyPlace = 'field' | 'letters' | 'elsewhere' | 'dialog';

export const dialogIsOpen = (): boolean => document.querySelector(DIALOG) !== null;

export function keyPlace(target: EventTarget | null): KeyPlace {
  if (dialogIsOpen()) return 'dialog';
  if (!(target instanceof Element)) return 'elsewhere';
  if (target.closest(FIELD)) return 'field';
  return target.closest('[data-letters]') ? 'letters' : 'elsewhere';
}

export const isPressedByEnter = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(PRESSED_BY_ENTER) !== null;
