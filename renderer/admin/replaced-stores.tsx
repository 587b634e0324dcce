import { REPLACED_KEPT_MAX, REPLACED_KEPT_MS } from '../../shared/bounds.ts';
import { DAY_MS } from '../../shared/instants.ts';
import type { ReplacedStore } from '../../shared/methods/backups.ts';
import { dayAndTime } from '../format/day-and-time.ts';
import { sizeText } from './import-words.ts';

/** The stores that restores have replaced. They take room on the disk, and hold what was sold after the backup that was put back. */
export function ReplacedStores({ stores, zone }: { stores: readonly ReplacedStore[]; zone: string }) {
  if (stores.length === 0) return null;
  const bytes = stores.reduce((sum, store) => sum + store.bytes, 0);
  return (
    <section className="ad-replaced" aria-labelledby="ad-replaced">
      <div className="panel-h">
        <h3 id="ad-replaced">Replaced stores</h3>
        <span className="s12 t3">
          {stores.length}, {sizeText(bytes)}
        </span>
      </div>
      <p className="s12 t2">
        Kept beside the store: the newest, and up to {REPLACED_KEPT_MAX} in all for {REPLACED_KEPT_MS / DAY_MS} days. Older ones are removed
        after the next backup.
      </p>
      <ul aria-labelledby="ad-replaced">
        {stores.map(({ file, at, bytes: size }) => (
          <li key={file}>
            <span>Replaced {dayAndTime(at, zone)}</span>
            <span className="num">{sizeText(size)}</span>
            <span className="prop t3">{file}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
