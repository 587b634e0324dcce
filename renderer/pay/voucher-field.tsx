import { minor, moneyText } from '../../shared/money.ts';
import { useSession } from '../client/session-store.ts';
import { fullDate, localDay } from '../format/times.ts';
import { SelectField } from '../parts/select-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { CODE_FIELD_ID } from './code-field.ts';
import type { KnownVoucher } from './use-voucher.ts';

interface VoucherFieldProps {
  number: string;
  known: KnownVoucher | undefined;
  /** Why this voucher cannot pay; empty when it can. */
  problem: string;
  onChange: (number: string) => void;
}

/** The number of a voucher, and what is left of it as soon as the register knows the number. */
export function VoucherField({ number, known, problem, onChange }: VoucherFieldProps) {
  const samples = useSession(({ state }) => state?.trainingVouchers ?? []);
  const choosing = samples.length > 0 && number === '';
  return (
    <>
      <TextField
        id={CODE_FIELD_ID}
        label="Voucher number"
        className={choosing ? '' : 'to-the-end'}
        value={number}
        onChange={onChange}
        wrong={problem || undefined}
        hint={known ? <Left known={known} /> : undefined}
      />
      {choosing ? (
        <SelectField
          label="Training voucher"
          value=""
          choices={[
            { value: '', text: 'none' },
            ...samples.map((sample) => ({ value: sample.number, text: `${sample.number}, ${sample.does}` })),
          ]}
          onChange={onChange}
        />
      ) : null}
    </>
  );
}

function Left({ known }: { known: KnownVoucher }) {
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  if ('refusal' in known) return known.refusal.message;
  const { balance, currency, validUntil } = known.view;
  return `${moneyText(minor(balance), currency)} ${currency} left, valid until ${fullDate(localDay(validUntil, zone))}`;
}
