import { type FormEvent, useEffect, useState } from 'react';
import { BACKUPS_DAILY_KEPT_MAX, BACKUPS_HOURLY_KEPT_MAX, BACKUPS_KEPT_MIN } from '../../shared/bounds.ts';
import type { BackupSettings } from '../../shared/methods/backups.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { announce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { CheckBox } from '../parts/check-box.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useBackups } from './backups-store.ts';

const isCount = (typed: string): boolean => /^\d{1,6}$/.test(typed.trim());
const entryOf = ({ hourly, atQuit, hourlyKept, dailyKept }: BackupSettings) => ({
  hourly,
  atQuit,
  hourlyKept: String(hourlyKept),
  dailyKept: String(dailyKept),
});

/** Which backups the hub makes by itself, how many are kept, and in which folder. */
export function BackupSettingsForm({ inForce, folder }: { inForce: BackupSettings; folder: string }) {
  const [entry, setEntry] = useState(() => entryOf(inForce));
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const [saved, setSaved] = useState(false);
  const { hourly, atQuit, hourlyKept, dailyKept } = inForce;
  // Another desk may have changed them. Then the settings in force replace what was not saved here.
  useEffect(() => setEntry(entryOf({ hourly, atQuit, hourlyKept, dailyKept })), [hourly, atQuit, hourlyKept, dailyKept]);
  const change = (part: Partial<typeof entry>): void => {
    setEntry({ ...entry, ...part });
    setSaved(false);
  };
  const wrong = (typed: string): string | undefined => (tried && !isCount(typed) ? 'Type a whole number.' : undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setSaved(false);
    setRefusal(undefined);
    if (!isCount(entry.hourlyKept) || !isCount(entry.dailyKept)) return;
    const refused = await useBackups
      .getState()
      .save({ ...entry, hourlyKept: Number(entry.hourlyKept.trim()), dailyKept: Number(entry.dailyKept.trim()) });
    setRefusal(refused);
    if (refused) return;
    setSaved(true);
    announce('The backup settings are saved');
  };
  return (
    <form className="ad-form" aria-labelledby="ad-backup-settings" onSubmit={(event) => void submit(event)}>
      <div className="panel-h">
        <h2 id="ad-backup-settings">Automatic backups</h2>
      </div>
      <CheckBox isSelected={entry.hourly} onChange={(on) => change({ hourly: on })}>
        Every hour, when something changed
      </CheckBox>
      <CheckBox isSelected={entry.atQuit} onChange={(on) => change({ atQuit: on })}>
        When Aisle is quit
      </CheckBox>
      <div className="ad-kept">
        <TextField
          label={`Hours kept, ${BACKUPS_KEPT_MIN} to ${BACKUPS_HOURLY_KEPT_MAX}`}
          inputMode="numeric"
          value={entry.hourlyKept}
          wrong={wrong(entry.hourlyKept)}
          onChange={(typed) => change({ hourlyKept: typed })}
        />
        <TextField
          label={`Days kept, ${BACKUPS_KEPT_MIN} to ${BACKUPS_DAILY_KEPT_MAX}`}
          inputMode="numeric"
          value={entry.dailyKept}
          wrong={wrong(entry.dailyKept)}
          onChange={(typed) => change({ dailyKept: typed })}
        />
      </div>
      <p className="t2">Of each of these hours and days the newest backup stays. Older ones go with the next backup.</p>
      {refusal && <RefusalLine refusal={refusal} />}
      <Button type="submit">Save</Button>
      {saved ? <p className="ok">Saved.</p> : null}
      <div className="ad-folder prop">
        <h3>Folder</h3>
        <p>{folder}</p>
        <p className="t2">A folder on another disk outlives this one: start Aisle with --backups and its path.</p>
      </div>
    </form>
  );
}
