import { type Minor, minor, moneyText } from '../../shared/money.ts';
import { useSession } from '../client/session-store.ts';
import { Segments } from '../parts/segments.tsx';
import { TextField } from '../parts/text-field.tsx';
import { AmountField } from './amount-field.tsx';
import { CardFields } from './card-fields.tsx';
import { CODE_FIELD_ID } from './code-field.ts';
import { changeDraft, chooseTender, giveRoundSum, useTenderDraft } from './tender-draft-store.ts';
import { TENDER_KINDS, type TenderReading } from './tenders.ts';
import { accountWords } from './use-account.ts';
import type { KnownPayers } from './use-next-tender.ts';
import { VoucherField } from './voucher-field.tsx';
import './tender-form.css';

interface TenderFieldsProps {
  due: Minor;
  currency: string;
  read: TenderReading;
  known: KnownPayers;
  /** Why what the tender is known by cannot pay; empty when it can. */
  codeWrong: string;
}

/** The kind of the next tender, its amount, and what else it needs. */
export function TenderFields({ due, currency, read, known, codeWrong }: TenderFieldsProps) {
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
          <VoucherField number={draft.code} known={known.voucher} problem={codeWrong} onChange={(code) => changeDraft({ code })} />
        ) : null}
        {draft.kind === 'wallet' || draft.kind === 'account' ? (
          <TextField
            id={CODE_FIELD_ID}
            label={draft.kind === 'wallet' ? 'Wallet reference' : 'Account code'}
            className="to-the-end"
            value={draft.code}
            onChange={(code) => changeDraft({ code })}
            wrong={codeWrong || undefined}
            hint={known.account ? accountWords(known.account) : undefined}
          />
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
