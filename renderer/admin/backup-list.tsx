import type { BackupView } from '../../shared/methods/backups.ts';
import { countText } from '../format/count-text.ts';
import { dayAndTime } from '../format/day-and-time.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Icon } from '../parts/icon.tsx';
import { KIND_WORDS } from './backup-words.ts';
import { sizeText } from './import-words.ts';

interface BackupListProps {
  backups: readonly BackupView[];
  zone: string;
  /** While one thing runs no other can begin. */
  busy: boolean;
  onRestore: (backup: BackupView) => void;
}

/** All backups of this store, newest first. */
export function BackupList({ backups, zone, busy, onRestore }: BackupListProps) {
  if (backups.length === 0) {
    return (
      <Empty icon="copy" title="There is no backup yet">
        Make the first one with Back up now. Until then nothing could be put back.
      </Empty>
    );
  }
  return (
    <div className="ad-backup-rows">
      <table className="grid-table" aria-labelledby="ad-backups">
        <thead>
          <tr>
            <th scope="col">Made</th>
            <th scope="col">Why</th>
            <th scope="col" className="num">
              Size
            </th>
            <th scope="col" className="num">
              Confirmed
            </th>
            <th scope="col">Newest entry</th>
            <th scope="col">State</th>
            <th scope="col">
              <span className="aside">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => (
            <tr key={backup.file}>
              <th scope="row">{dayAndTime(backup.at, zone)}</th>
              <td className="t2">{KIND_WORDS[backup.kind]}</td>
              <td className="num">{sizeText(backup.bytes)}</td>
              <td className="num">{countText(backup.bookings)}</td>
              <td>
                {dayAndTime(backup.newestAt, zone)} <span className="t3">no. {countText(backup.newestEvent)}</span>
              </td>
              <td>
                <span className="ad-state ok">
                  <Icon name="check" size={13} />
                  verified
                </span>
              </td>
              <td className="num">
                <Button
                  variant="quiet"
                  isDisabled={busy}
                  aria-label={`Restore the backup of ${dayAndTime(backup.at, zone)}, ${KIND_WORDS[backup.kind]}`}
                  onPress={() => onRestore(backup)}
                >
                  Restore…
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
