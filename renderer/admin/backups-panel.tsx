import './backups.css';
import { useEffect, useState } from 'react';
import type { BackupView } from '../../shared/methods/backups.ts';
import { onHeard, onResync } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useConnection } from '../stores/connection-store.ts';
import { BackupList } from './backup-list.tsx';
import { BackupSettingsForm } from './backup-settings.tsx';
import { BackupState } from './backup-state.tsx';
import { useBackups } from './backups-store.ts';
import { ReplacedStores } from './replaced-stores.tsx';
import { RestoreDialog } from './restore-dialog.tsx';

/** The backups that can be restored, and the settings of those that the hub makes by itself. */
export function BackupsPanel() {
  const { status, backups, unlisted, refusal } = useBackups();
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  const connected = useConnection((now) => now.status === 'live');
  const [chosen, setChosen] = useState<BackupView | null>(null);
  // A backup may have ended while the hub was out of reach, and this console did not hear of it.
  useEffect(() => {
    if (connected) void useBackups.getState().load();
  }, [connected]);
  useEffect(() => {
    const { load, hear } = useBackups.getState();
    const stops = [onHeard(hear), onResync(() => void load())];
    return () => {
      for (const stop of stops) stop();
      // A refusal is for the moment; it does not wait for the next visit.
      useBackups.setState({ refusal: null });
    };
  }, []);
  if (!status) return refusal ? <RefusalLine refusal={refusal} className="ad-refusal" /> : null;
  return (
    <div className="ad-cols">
      <section className="ad-backups" aria-labelledby="ad-backups">
        <div className="panel-h">
          <h2 id="ad-backups">Backups</h2>
          <span className="s12 t3">{backups && backups.length > 0 ? `${backups.length}, newest first` : ''}</span>
        </div>
        <BackupState status={status} zone={zone} />
        {unlisted ? <RefusalLine refusal={unlisted} className="prop" /> : null}
        {backups ? <BackupList backups={backups} zone={zone} busy={status.running !== null} onRestore={setChosen} /> : null}
        <ReplacedStores stores={status.replaced} zone={zone} />
      </section>
      <BackupSettingsForm inForce={status.settings} folder={status.folder} />
      {chosen ? <RestoreDialog backup={chosen} zone={zone} onClose={() => setChosen(null)} /> : null}
    </div>
  );
}
