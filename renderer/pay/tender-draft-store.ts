import { flushSync } from 'react-dom';
import { create } from 'zustand';
import { type Minor, minor, moneyText, readMoney } from '../../shared/money.ts';
import { TENDER_RULES } from '../../shared/tender-kinds.ts';
import { onSessionOver } from '../client/on-session-over.ts';
import { announce } from '../parts/announcer.tsx';
import { focusStop } from '../sale/sale-fields.ts';
import { CODE_FIELD_ID, HAS_CODE } from './code-field.ts';
import { nextRoundSum, roundSums } from './round-sums.ts';
import { NEW_DRAFT, TENDER_KINDS, type TenderDraft, type TenderKind } from './tenders.ts';

interface TenderDraftStore {
  readonly draft: TenderDraft;
  /** Why it could not be taken; empty when nothing is wrong. */
  readonly problem: string;
}

/** The next tender of the sale that is shown, as far as it was typed. Keys, form and button share it. */
export const useTenderDraft = create<TenderDraftStore>(() => ({ draft: NEW_DRAFT, problem: '' }));

onSessionOver(() => resetDraft());

export const resetDraft = (kind: TenderKind = 'cash'): void => useTenderDraft.setState({ draft: { ...NEW_DRAFT, kind }, problem: '' });
export const changeDraft = (changed: Partial<TenderDraft>): void =>
  useTenderDraft.setState(({ draft }) => ({ draft: { ...draft, ...changed }, problem: '' }));
export const setDraftProblem = (problem: string): void => useTenderDraft.setState({ problem });

/** The key of a tender: this tender, with the focus where it goes on. */
export function chooseTender(kind: TenderKind): void {
  // Drawn at once, so that the next key falls into its field.
  flushSync(() => changeDraft({ kind, code: '' }));
  announce(TENDER_RULES[kind].word);
  focusTender();
}

/** The field in which a tender goes on: what it is known by, else the amount. */
export function focusTender(): void {
  const code = HAS_CODE.has(useTenderDraft.getState().draft.kind) ? document.getElementById(CODE_FIELD_ID) : null;
  if (code) code.focus();
  else focusStop('amount');
}

/** `+`: the next round sum of cash that a customer may hand over for what is due. */
export function giveRoundSum(due: Minor, currency: string): void {
  const { draft } = useTenderDraft.getState();
  if (draft.kind !== 'cash') return;
  const sum = due > 0 ? nextRoundSum(roundSums(due, currency), readMoney(draft.amount, currency) ?? due) : undefined;
  if (sum === undefined) return;
  giveSum(moneyText(sum, currency));
  announce(`${moneyText(sum, currency)} given, change ${moneyText(minor(sum - due), currency)}`);
}

/** In the amount, an arrow key goes to the next kind of tender. */
export function nextTenderKind(key: string): boolean {
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return false;
  const at = TENDER_KINDS.findIndex(({ value }) => value === useTenderDraft.getState().draft.kind);
  const next = TENDER_KINDS[(at + step + TENDER_KINDS.length) % TENDER_KINDS.length];
  if (next) {
    changeDraft({ kind: next.value, code: '' });
    announce(next.text);
  }
  return true;
}

export function giveSum(amount: string): void {
  changeDraft({ amount });
  focusStop('amount');
}
