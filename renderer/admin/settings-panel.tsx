import { useFollowed } from './use-followed.ts';
import './settings.css';
import { tiersInOrder, tierText } from '../../shared/refund-rules.ts';
import { SETTING_NAMES, settingRule } from '../../shared/setting-rules.ts';
import { useSession } from '../client/session-store.ts';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { ClockSettings } from './clock-settings.tsx';
import { SettingForm } from './setting-form.tsx';
import { useSettings } from './settings-store.ts';

/** What the house has set: the settings of setting-rules.ts, which a supervisor may change, and the refund tiers, which are data. */
export function SettingsPanel() {
  const { settings, refusal } = useSettings();
  const training = useSession(({ state }) => state?.mode === 'training');
  useFollowed(useSettings);
  if (refusal) return <RefusalLine refusal={refusal} className="ad-refusal" />;
  if (!settings) return null;
  return (
    <div className="ad-settings">
      <div className="ad-settings-column">
        {SETTING_NAMES.filter((name) => training || !settingRule(name).trainingOnly).map((name) => (
          <SettingForm key={name} name={name} inForce={settings[name]} />
        ))}
        <ClockSettings />
      </div>
      <section aria-labelledby="ad-tiers">
        <div className="panel-h">
          <h2 id="ad-tiers">Refund</h2>
          <span className="s12 t3">of what was paid, by time before the first departure</span>
        </div>
        <table className="grid-table" aria-labelledby="ad-tiers">
          <thead>
            <tr>
              <th scope="col">Before departure</th>
              <th scope="col" className="num">
                Goes back
              </th>
            </tr>
          </thead>
          <tbody>
            {tiersInOrder(settings.refundTiers).map((tier, index, ordered) => (
              <tr key={tier.overHours}>
                <th scope="row">{tierText(ordered, index)}</th>
                <td className="num str">{tier.percent} %</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="t2">Set in the airline's data; it cannot be changed here. Exactly on the hour the lower one applies.</p>
      </section>
    </div>
  );
}
