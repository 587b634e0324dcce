import './refund-policies.css';
import type { RefundPolicy } from '../../shared/refund-policy.ts';
import { tiersInOrder, tierText } from '../../shared/refund-rules.ts';
import { useSession } from '../client/session-store.ts';
import { fullMoment } from '../format/full-moment.ts';
import { useRefundPolicies } from '../stores/refund-policies.ts';
import { NewRefundPolicy } from './new-refund-policy.tsx';
import { refundFeesText } from './read-refund-fees.ts';

const tiersSentence = (tiers: RefundPolicy['tiers']): string =>
  tiersInOrder(tiers)
    .map(({ percent }, at, ordered) => `${tierText(ordered, at)} ${percent} %`)
    .join(', ');

/** A version with what it says. */
function Version({ policy, isNewest, zone }: { policy: RefundPolicy; isNewest: boolean; zone: string }) {
  return (
    <tr className={isNewest ? '' : 't3'}>
      <th scope="row">
        {policy.name} <span className="s12">{policy.version}</span>
      </th>
      <td>{tiersSentence(policy.tiers)}</td>
      <td className="num">{refundFeesText(policy.cancelFee) || 'none'}</td>
      <td className="num">{refundFeesText(policy.changeFee) || 'none'}</td>
      <td className="s12">
        {policy.author === '' ? policy.reason : `${policy.author}, ${fullMoment(policy.addedAt, zone).day}: ${policy.reason}`}
      </td>
    </tr>
  );
}

/** What goes back when: all versions of all refund policies, and a form that adds one. A version is never edited, because fares were sold under it. */
export function RefundPoliciesPanel() {
  const policies = useRefundPolicies();
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  if (!policies) return null;
  return (
    <div className="ad-settings ad-refunds">
      <section aria-labelledby="ad-refund-policies">
        <div className="panel-h">
          <h2 id="ad-refund-policies">Refund policies</h2>
          <span className="s12 t3">the newest version of each is sold; fares keep the one that they were sold under</span>
        </div>
        <table className="grid-table" aria-labelledby="ad-refund-policies">
          <thead>
            <tr>
              <th scope="col">Policy, version</th>
              <th scope="col">Goes back before departure</th>
              <th scope="col" className="num">
                Cancel fee
              </th>
              <th scope="col" className="num">
                Change fee
              </th>
              <th scope="col">Added by</th>
            </tr>
          </thead>
          <tbody>
            {policies.map((policy, at) => (
              <Version
                key={`${policy.name} ${policy.version}`}
                policy={policy}
                isNewest={policies[at - 1]?.name !== policy.name}
                zone={zone}
              />
            ))}
          </tbody>
        </table>
        <p className="t2 s12">
          Fees are for each passenger. A price policy names the refund policy of its fares (F5, Policy, add a rule); without one they are
          sold under standard. When the carrier cancels a flight, or moves it by more than the setting says, all of it goes back.
        </p>
      </section>
      <NewRefundPolicy policies={policies} />
    </div>
  );
}
