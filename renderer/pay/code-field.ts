/** The field of what a tender is known by: the number of a voucher, the reference of a wallet, the code of an account. */
export const CODE_FIELD_ID = 'tender-code';

/** Kinds that pay nothing before it is typed. */
export const HAS_CODE: ReadonlySet<string> = new Set(['voucher', 'wallet', 'account']);
