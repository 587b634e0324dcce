import { useEffect } from 'react';
import { dateLabel } from '../format/times.ts';
import { afterDialog } from '../parts/after-dialog.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Empty } from '../parts/empty.tsx';
import { KeyHint, KeyHints } from '../parts/key-hint.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { search } from './board-search.ts';
import { type Wishes, wish } from './board-store.ts';
import { closeCarriers, stopsCompared, useCarriers } from './carriers-store.ts';
import { CarriersTable } from './carriers-table.tsx';
import { partyText } from './compare-rows.ts';
import { narrowedWords } from './read-narrowing.ts';
import { leaveWayBack } from './way-back.ts';
import './carriers.css';

/** Every limit of what is counted, in words. */
function scopeText(wishes: Wishes): string {
  const stops = stopsCompared(wishes) === 0 ? 'Direct flights' : 'Direct flights and one stop';
  const hours = wishes.departure.from > 0 || wishes.departure.to < 1440 ? ' in the hours that were asked for' : '';
  const way = wishes.back ? ' on the way out' : '';
  return `${stops}${way}${narrowedWords({ carriers: [], aircraft: wishes.aircraft })}${hours}; all-in prices for ${partyText(wishes)}`;
}

/** What each carrier offers on the route that the list shows. Enter narrows the list to one. */
export function CarriersDialog({ onFound }: { onFound: () => void }) {
  const { wishes, found, refusal } = useCarriers();
  // A screen that goes takes its dialog with it.
  useEffect(() => closeCarriers, []);
  if (!wishes) return null;
  const narrowTo = async (carrier: string): Promise<void> => {
    closeCarriers();
    // The list becomes that of the question whose carriers were compared, whatever was typed since.
    wish({ ...wishes, carriers: [carrier] });
    leaveWayBack();
    if (await search()) afterDialog(onFound);
  };
  const day = dateLabel(wishes.date);
  return (
    <Dialog isOpen onClose={closeCarriers} title={`Carriers from ${wishes.from} to ${wishes.to}, ${day}`} width={900}>
      <p className="t2">{scopeText(wishes)}</p>
      {refusal ? <RefusalLine refusal={refusal} /> : null}
      {found && found.carriers.length > 0 ? <CarriersTable {...found} onTake={(carrier) => void narrowTo(carrier)} /> : null}
      {found && found.carriers.length === 0 ? (
        <Empty icon="search" title="No carrier flies this way.">
          Esc, then choose another day, or allow more in the search line.
        </Empty>
      ) : null}
      {found || refusal ? null : (
        <p role="status" className="t2">
          Comparing carriers
        </p>
      )}
      <KeyHints>
        {found && found.carriers.length > 0 ? (
          <>
            <KeyHint keys={['\u2191', '\u2193']}>move</KeyHint>
            <KeyHint keys={['Enter']}>this carrier alone</KeyHint>
          </>
        ) : null}
        <KeyHint keys={['Esc']}>close</KeyHint>
      </KeyHints>
    </Dialog>
  );
}
