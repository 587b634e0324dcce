import type { ActionId } from './possible-actions.ts';

/** Leads to the row that says why an action cannot be done and what would work, when its key is pressed. */
export const focusRefused = (id: ActionId): void => document.querySelector<HTMLElement>(`.rv-act[data-actions~="${id}"]`)?.focus();
