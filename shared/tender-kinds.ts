/** How money goes back to a tender, and whether a shift counts it in the drawer. */
export interface TenderRules {
  readonly word: string;
  /**
   * drawer: handed over at the desk. terminal: by a job, where the own terminal took it; else by hand on the terminal of the slip. balance: a voucher
   * has it again. account: what the agency owes gets less. supervisor: it is due until a supervisor has sent it to the wallet and says so.
   */
  readonly back: 'drawer' | 'terminal' | 'balance' | 'account' | 'supervisor';
  /** A blind count hides these. */
  readonly inDrawer: boolean;
}

/** The kinds of tenders, in the order in which a refund goes back to them. Whatever treats them differently asks here. */
export const TENDER_RULES = {
  card: { word: 'Card', back: 'terminal', inDrawer: false },
  wallet: { word: 'Wallet', back: 'supervisor', inDrawer: false },
  account: { word: 'Account', back: 'account', inDrawer: false },
  cash: { word: 'Cash', back: 'drawer', inDrawer: true },
  voucher: { word: 'Voucher', back: 'balance', inDrawer: false },
} as const satisfies Readonly<Record<string, TenderRules>>;

export type TenderKind = keyof typeof TENDER_RULES;
export const REFUND_ORDER = Object.keys(TENDER_RULES) as [TenderKind, ...TenderKind[]];

/** What goes back to these kinds is due until a supervisor has sent it. A refund asks this set: a property named by a text from the store made V8 compile it again and again. */
export const BACK_BY_HAND: ReadonlySet<TenderKind> = new Set(REFUND_ORDER.filter((kind) => TENDER_RULES[kind].back === 'supervisor'));
