import { instant, isDue, MINUTE_MS } from '../../shared/instants.ts';
import { minor, moneyText } from '../../shared/money.ts';
import { useSession } from '../client/session-store.ts';
import { fullDate, localDay } from '../format/times.ts';
import { SelectField } from '../parts/select-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useNow } from '../stores/clock-store.ts';
import type { KnownVoucher } from './use-voucher.ts';

interface VoucherFieldProps {
  number: string;
  known: KnownVoucher | undefined;
  onChange: (number: string) => void;
}

/** The number of a voucher, and what is left of it as soon as the register knows the number. */
export function VoucherField({ number, known, onChange }: VoucherFieldProps) {
  const samples = useSession(({ state }) => state?.trainingVouchers ?? []);
  return (
    <>
      <TextField label="Voucher number" value={number} onChange={onChange} hint={known ? <Left known={known} /> : undefined} />
      {samples.length > 0 && number === '' ? (
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
  const now = useNow(MINUTE_MS);
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  if ('refusal' in known) return known.refusal.message;
  const { balance, currency, validUntil } = known.view;
  const until = fullDate(localDay(validUntil, zone));
  if (isDue(instant(validUntil), now)) return `was valid until ${until}`;
  return `${moneyText(minor(balance), currency)} ${currency} left, valid until ${until}`;
}
