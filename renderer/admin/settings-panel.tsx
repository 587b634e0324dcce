import { useFollowed } from './use-followed.ts';
import './settings.css';
import { SETTING_NAMES, settingRule } from '../../shared/setting-rules.ts';
import { useSession } from '../client/session-store.ts';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { ClockSettings } from './clock-settings.tsx';
import { SettingForm } from './setting-form.tsx';
import { useSettings } from './settings-store.ts';

/** What the house has set: the settings of setting-rules.ts, which a supervisor may change. */
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
      </div>
      <div className="ad-settings-column">
        <ClockSettings />
      </div>
    </div>
  );
}
