import { useFollowed } from './use-followed.ts';
import './settings.css';
import { type FormEvent, useEffect, useState } from 'react';
import { HOLD_MINUTES_MAX, HOLD_MINUTES_MIN } from '../../shared/bounds.ts';
import { tiersInOrder, tierText } from '../../shared/refund-rules.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { ClockSettings } from './clock-settings.tsx';
import { useSettings } from './settings-store.ts';

function HoldTime({ inForce }: { inForce: number }) {
  const [typed, setTyped] = useState(String(inForce));
  const [wrong, setWrong] = useState('');
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const [saved, setSaved] = useState(false);
  // Another desk may have changed it. Then the setting in force replaces what was not saved here.
  useEffect(() => setTyped(String(inForce)), [inForce]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    setRefusal(undefined);
    const isWhole = /^[-\u2212]?\d{1,6}$/.test(typed.trim());
    setWrong(isWhole ? '' : 'Type whole minutes.');
    if (!isWhole) return;
    const refused = await useSettings.getState().setHoldMinutes(Number(typed.trim().replace('\u2212', '-')));
    setRefusal(refused);
    if (refused) return;
    setSaved(true);
    announce(`New holds run ${typed.trim()} minutes`);
  };
  return (
    <form className="ad-form" aria-labelledby="ad-hold" onSubmit={(event) => void submit(event)}>
      <div className="panel-h">
        <h2 id="ad-hold">Hold time</h2>
        <span className="s12 t3">how long seats are kept while names and payment are taken</span>
      </div>
      <div className="ad-minutes">
        <TextField
          label={`Minutes, ${HOLD_MINUTES_MIN} to ${HOLD_MINUTES_MAX}`}
          inputMode="numeric"
          value={typed}
          wrong={wrong || undefined}
          onChange={(text) => {
            setTyped(text);
            setSaved(false);
          }}
        />
        <Button type="submit" variant="go">
          Save
        </Button>
      </div>
      {refusal && <RefusalLine refusal={refusal} />}
      <p className={saved ? 'ok' : 't2'}>
        {saved ? 'Saved. ' : ''}Holds that run already keep their time; the next hold takes the new one.
      </p>
    </form>
  );
}

/** What the house has set: the hold time, which a supervisor may change, and the refund tiers, which are data. */
export function SettingsPanel() {
  const { settings, refusal } = useSettings();
  useFollowed(useSettings);
  if (refusal) return <RefusalLine refusal={refusal} className="ad-refusal" />;
  if (!settings) return null;
  return (
    <div className="ad-settings">
      <div className="ad-settings-column">
        <HoldTime inForce={settings.holdMinutes} />
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
