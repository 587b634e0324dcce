import { type Minor, minor, moneyText } from '../../shared/money.ts';
import { useSession } from '../client/session-store.ts';
import { Segments } from '../parts/segments.tsx';
import { AmountField } from './amount-field.tsx';
import { CardFields } from './card-fields.tsx';
import { changeDraft, chooseTender, giveRoundSum, useTenderDraft } from './tender-draft-store.ts';
import { TENDER_KINDS, type TenderReading } from './tenders.ts';
import type { KnownVoucher } from './use-voucher.ts';
import { VoucherField } from './voucher-field.tsx';
import './tender-form.css';

interface TenderFieldsProps {
  due: Minor;
  currency: string;
  read: TenderReading;
  voucher: KnownVoucher | undefined;
  /** Why this voucher cannot pay; empty when it can. */
  voucherWrong: string;
}

/** The kind of the next tender, its amount, and what else it needs. */
export function TenderFields({ due, currency, read, voucher, voucherWrong }: TenderFieldsProps) {
  const terminal = useSession(({ state }) => state?.terminal ?? 'none');
  const { draft, problem } = useTenderDraft();
  return (
    <>
      <div className="tender-kind">
        <Segments
          label="Tender"
          labelHidden
          value={draft.kind}
          choices={TENDER_KINDS}
          onChange={(kind) => changeDraft({ kind, code: '' })}
        />
        {draft.kind === 'cash' && read.ok && read.tender.kind === 'cash' ? (
          <span className="tender-outcome s12 t2 push">
            <CashOutcome given={read.tender.given} due={due} currency={currency} />
          </span>
        ) : null}
      </div>
      <div className="tender-fields">
        <AmountField
          due={due}
          currency={currency}
          draft={draft}
          problem={problem}
          onTender={chooseTender}
          onRoundSum={() => giveRoundSum(due, currency)}
        />
        {draft.kind === 'voucher' ? (
          <VoucherField number={draft.code} known={voucher} problem={voucherWrong} onChange={(code) => changeDraft({ code })} />
        ) : null}
        {draft.kind === 'card' ? <CardFields draft={draft} terminal={terminal} /> : null}
      </div>
    </>
  );
}

function CashOutcome({ given, due, currency }: { given: number; due: number; currency: string }) {
  if (given < due)
    return (
      <>
        <b className="str">{moneyText(minor(due - given), currency)}</b> stays due
      </>
    );
  if (given === due) return 'exact';
  return (
    <>
      change <b className="change">{moneyText(minor(given - due), currency)}</b>
    </>
  );
}
