import type { Output } from '../../shared/contract.ts';
import { decimalsOf } from '../../shared/currencies.ts';
import type { TEST_CARDS, Tender } from '../../shared/methods/tenders.ts';
import { type Minor, minor, moneyText, readMoney, sum } from '../../shared/money.ts';
import type { TenderKind } from '../../shared/tender-kinds.ts';

export type { TenderKind } from '../../shared/tender-kinds.ts';
export type TestCard = (typeof TEST_CARDS)[number];
export type Terminal = Output<'session.state'>['terminal'];

/** The kinds in their order on the screen, with their keys. Wallet and account have Shift K and Shift V, for which there is no room. */
export const TENDER_KINDS: readonly { readonly value: TenderKind; readonly text: string; readonly kbd?: string }[] = [
  { value: 'cash', text: 'Cash', kbd: 'C' },
  { value: 'card', text: 'Card', kbd: 'K' },
  { value: 'wallet', text: 'Wallet' },
  { value: 'account', text: 'Account' },
  { value: 'voucher', text: 'Voucher', kbd: 'V' },
];

/** What stands in the tender form. An empty amount means all that is due. */
export interface TenderDraft {
  readonly kind: TenderKind;
  readonly amount: string;
  /** Approval code of a card, number of a voucher, reference of a wallet, code of an account. */
  readonly code: string;
  readonly testCard: TestCard;
}

export const NEW_DRAFT: TenderDraft = { kind: 'cash', amount: '', code: '', testCard: 'approve' };

const isWalletReference = (text: string): boolean => /^[A-Z0-9]{6,35}$/.test(text);
export const isAccountCode = (text: string): boolean => /^[A-Z0-9]{2,12}$/.test(text);
export const isVoucherNumber = (text: string): boolean => /^[A-Z0-9]{4,20}$/.test(text);

export type TenderReading =
  | { readonly ok: true; readonly tender: Tender }
  /** `restMs`: so long the card terminal that it asks for still rests. */
  | { readonly ok: false; readonly problem: string; readonly restMs?: number };

/** How an amount is typed, in a currency with or without decimals. */
function amountExample(currency: string): string {
  const decimals = decimalsOf(currency);
  return `Write an amount in ${currency} as 60${decimals > 0 ? ` or 60.${'0'.repeat(decimals)}` : ', without decimals'}`;
}

/** What is still to pay; never less than nothing. */
export const dueOf = (total: number, tenders: readonly Tender[]): Minor =>
  minor(Math.max(0, total - sum(tenders.map((tender) => minor(tender.amount)))));

/**
 * A tender from what was typed. Cash beyond what is due comes back as change; any other tender for more than is due is
 * taken for what is due. `left`: what a voucher still has or an account may still owe, where that is known; with no amount typed it pays no more than that.
 */
export function readTender(draft: TenderDraft, due: Minor, currency: string, terminal: Terminal, left?: number): TenderReading {
  const typed = draft.amount.trim() === '' ? due : readMoney(draft.amount, currency);
  if (typed === undefined) return { ok: false, problem: amountExample(currency) };
  if (typed === 0 || due === 0) return { ok: false, problem: due === 0 ? 'Nothing is due any more' : 'The amount is nothing' };
  const amount = Math.min(typed, due);
  const code = draft.code.trim().toUpperCase();
  switch (draft.kind) {
    case 'cash':
      return { ok: true, tender: { kind: 'cash', amount, given: typed } };
    case 'card': {
      if (code !== '' && !/^[A-Z0-9]{4,8}$/.test(code)) return { ok: false, problem: 'An approval code is 4 to 8 letters or digits' };
      if (code === '' && terminal === 'none') return { ok: false, problem: 'Type the approval code from the slip' };
      const testCard = code === '' && terminal === 'simulated' ? draft.testCard : null;
      return { ok: true, tender: { kind: 'card', amount, approvalCode: code || null, testCard } };
    }
    case 'voucher':
      if (!isVoucherNumber(code)) return { ok: false, problem: 'A voucher number is 4 to 20 letters or digits' };
      if (draft.amount.trim() !== '' || left === undefined) return { ok: true, tender: { kind: 'voucher', amount, voucher: code } };
      if (left === 0) return { ok: false, problem: 'Nothing is left on this voucher' };
      return { ok: true, tender: { kind: 'voucher', amount: Math.min(amount, left), voucher: code } };
    case 'wallet':
      if (!isWalletReference(code)) return { ok: false, problem: 'A wallet reference is 6 to 35 letters or digits' };
      return { ok: true, tender: { kind: 'wallet', amount, wallet: code } };
    case 'account':
      if (!isAccountCode(code)) return { ok: false, problem: 'The code of an account is 2 to 12 letters or digits' };
      if (draft.amount.trim() !== '' || left === undefined) return { ok: true, tender: { kind: 'account', amount, account: code } };
      if (left === 0) return { ok: false, problem: 'The limit of this account is used up' };
      return { ok: true, tender: { kind: 'account', amount: Math.min(amount, left), account: code } };
  }
}

export const changeOf = (tender: Tender): Minor => minor(tender.kind === 'cash' ? tender.given - tender.amount : 0);

const TEST_CARD_WORDS: Readonly<Record<TestCard, string>> = {
  approve: 'approves',
  decline: 'declines',
  'time-out': 'does not answer',
  'decline-once': 'declines once, then approves',
  'refuse-return': 'approves, refuses to be refunded once',
};
export const testCardWords = (card: TestCard): string => TEST_CARD_WORDS[card];

/** `Cash 60.00 given`, `Card, code 083914`, `Voucher VQ8H2K`. */
export function tenderText(tender: Tender, currency: string): string {
  switch (tender.kind) {
    case 'cash':
      return tender.given === tender.amount ? 'Cash' : `Cash, ${moneyText(minor(tender.given), currency)} given`;
    case 'card':
      if (tender.charge !== undefined) return `Card, approved ${tender.approvalCode ?? ''}`.trim();
      return tender.approvalCode ? `Card, code ${tender.approvalCode}` : 'Card, on the terminal';
    case 'voucher':
      return `Voucher ${tender.voucher}`;
    case 'wallet':
      return `Wallet ${tender.wallet}`;
    case 'account':
      return `Account ${tender.account}`;
  }
}
