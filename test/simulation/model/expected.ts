import type { RefusalCode } from '../../../shared/refusals.ts';

/** What a reply must be: fields that the value must hold, or the refusal and what its details must hold. */
export type Expected = { ok: true; value: unknown } | { ok: false; refusal: { code: RefusalCode; details: object } };

export const refused = (code: RefusalCode, details: object = {}): Expected => ({ ok: false, refusal: { code, details } });

/** The row, or the refusal that there is none. */
export function known<Row>(row: Row | undefined, otherwise: RefusalCode): Row {
  if (row === undefined) throw refused(otherwise);
  return row;
}
