import type { RefundState } from '../../shared/refund-state.ts';
import { FOUND_ONLY_WORDS } from '../format/found-only-words.ts';
import { Tag } from '../parts/tag.tsx';

/** What went back of a sale, and whether some of it is still on its way. */
export function RefundMark({ refund, due = 0 }: { refund?: RefundState | undefined; due?: number | undefined }) {
  if (!refund && due === 0) return null;
  return (
    <>
      {refund && <Tag>{FOUND_ONLY_WORDS[`REFUNDED_${refund}`]}</Tag>}
      {due > 0 && <Tag kind="warn">{FOUND_ONLY_WORDS.REFUND_DUE}</Tag>}
    </>
  );
}
