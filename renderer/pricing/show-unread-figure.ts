import { announce } from '../parts/announcer.tsx';

/** Goes to a figure that cannot be read, if one is open: the rule still has what it had, and nobody must take that for what was typed. */
export function showUnreadFigure(): boolean {
  const field = document.querySelector<HTMLElement>('.pr-editor [aria-invalid="true"]');
  if (!field) return false;
  field.focus();
  announce('Correct this figure first. Esc takes the rule back to what it was.');
  return true;
}
