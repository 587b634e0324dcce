import { type FormEvent, useState } from 'react';
import { saysWhy } from '../../shared/reason.ts';
import { type RefundPolicy, refundPolicyName } from '../../shared/refund-policy.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { call, newRequestId } from '../client/client.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextArea } from '../parts/text-area.tsx';
import { TextField } from '../parts/text-field.tsx';
import { renewRefundPolicies } from '../stores/refund-policies.ts';
import { readRefundFees, refundFeesText } from './read-refund-fees.ts';
import { readRefundTiers, refundTiersText } from './read-refund-tiers.ts';

const BLANK = { name: '', tiers: '', cancelFee: '', changeFee: '', reason: '' };

/** Adds a version, or a policy of a new name. Who types the name of a known one begins with what its newest version says. */
export function NewRefundPolicy({ policies }: { policies: readonly RefundPolicy[] }) {
  const [entry, setEntry] = useState(BLANK);
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const name = entry.name.trim().toLowerCase();
  // The list has the newest version of each first.
  const newest = policies.find((policy) => policy.name === name);
  const tiers = readRefundTiers(entry.tiers);
  const cancelFee = readRefundFees(entry.cancelFee);
  const changeFee = readRefundFees(entry.changeFee);
  const said = (read: object | string): string => (typeof read === 'string' ? read : '');
  const wrong = {
    name: refundPolicyName.safeParse(name).success ? '' : '2 to 24 small letters, digits or -, a letter first.',
    ...{ tiers: said(tiers), cancelFee: said(cancelFee), changeFee: said(changeFee) },
    reason: saysWhy(entry.reason) ? '' : 'Why it is added.',
  };
  const begin = () => {
    if (newest && entry.tiers === '')
      setEntry({
        ...entry,
        tiers: refundTiersText(newest.tiers),
        cancelFee: refundFeesText(newest.cancelFee),
        changeFee: refundFeesText(newest.changeFee),
      });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setRefusal(undefined);
    if (sending || Object.values(wrong).some(Boolean)) return;
    if (typeof tiers === 'string' || typeof cancelFee === 'string' || typeof changeFee === 'string') return;
    setSending(true);
    const reason = entry.reason.trim();
    const asked = { requestId: newRequestId(), name, basedOn: newest?.version ?? 0, tiers, cancelFee, changeFee, reason };
    const reply = await call('refunds.addPolicy', asked, 'person');
    setSending(false);
    renewRefundPolicies();
    if (!reply.ok) return setRefusal(reply.refusal);
    announce(`Refund policy ${name}, version ${reply.value.version}, added`);
    setEntry(BLANK);
    setTried(false);
  };
  const field = (of: 'name' | 'cancelFee' | 'changeFee' | 'reason', label: string, hint?: string) => (
    <TextField
      label={label}
      value={entry[of]}
      maxLength={of === 'reason' ? 200 : 80}
      wrong={(tried && wrong[of]) || undefined}
      {...(hint ? { hint } : {})}
      {...(of === 'name' ? { onBlur: begin } : {})}
      onChange={(text) => setEntry({ ...entry, [of]: text })}
    />
  );
  return (
    <form className="ad-form" aria-labelledby="ad-new-refund" onSubmit={(event) => void submit(event)}>
      <div className="panel-h">
        <h2 id="ad-new-refund">{newest ? `Version ${newest.version + 1} of ${name}` : 'New refund policy'}</h2>
        <span className="s12 t3">counts for fares that are sold from now on</span>
      </div>
      {field('name', 'Policy')}
      <TextArea
        label="Goes back, one a line: 24 h 100, 30 min 25, 7 days 100"
        value={entry.tiers}
        rows={4}
        wrong={(tried && wrong.tiers) || undefined}
        onChange={(text) => setEntry({ ...entry, tiers: text })}
      />
      {field('cancelFee', 'Cancel fee', 'For each passenger: 25.00 USD, 20.00 EUR')}
      {field('changeFee', 'Change fee', 'For another flight or date')}
      {field('reason', 'Reason')}
      {refusal && <RefusalLine refusal={refusal} />}
      <Button type="submit" variant="go" isPending={sending}>
        {newest ? 'Add the version' : 'Add the policy'}
      </Button>
    </form>
  );
}
