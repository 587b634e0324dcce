import '../jobs.css';
import './desks.css';
import { useEffect, useState } from 'react';
import { MINUTE_MS } from '../../../shared/instants.ts';
import { onHeard, onResync } from '../../client/client.ts';
import { useSession } from '../../client/session-store.ts';
import { countText } from '../../format/count-text.ts';
import { matches } from '../../format/matches.ts';
import { FilterField } from '../../keys/filter-field.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { announce } from '../../parts/announcer.tsx';
import { Empty } from '../../parts/empty.tsx';
import { KeyHint, KeyHints } from '../../parts/key-hint.tsx';
import { RefusalLine } from '../../parts/refusal-line.tsx';
import { useNow } from '../../stores/clock-store.ts';
import { ChosenDesk } from './chosen-desk.tsx';
import { type DeskAsked, DeskDialog } from './desk-dialog.tsx';
import { DeskList, focusDesk } from './desk-list.tsx';
import { countedText, deskTexts, standingOf } from './desk-words.ts';
import { useDesks } from './desks-store.ts';
import { useOffer } from './offer-store.ts';
import { PairingPane } from './pairing-pane.tsx';

/** Who is signed in at a desk is no event of its own. */
const REFRESH_MS = MINUTE_MS / 4;

/** The desks of the hub: which there are and how they stand, and how a new one is paired. */
export function DesksPanel() {
  const { desks, hub, refusal, chosen, typed, choose, type } = useDesks();
  const offer = useOffer((store) => store.offer);
  const own = useSession(({ session }) => session?.desk);
  const zone = useSession(({ state }) => state?.home.zone ?? 'UTC');
  const version = useSession(({ state }) => state?.version ?? '');
  const [asking, setAsking] = useState<'name' | DeskAsked | null>(null);
  const now = useNow(REFRESH_MS);
  const at = { now, zone, version };

  useEffect(() => {
    const [list, code] = [useDesks.getState(), useOffer.getState()];
    const load = () => void Promise.all([list.load(), code.load()]);
    load();
    // A locked console is told nothing: a hub that was started again has other desks by now, and no code.
    const unlocked = useSession.subscribe(({ locked }, before) => {
      if (before.locked && !locked) load();
    });
    const stops = [onHeard(list.hear), onHeard(code.hear), onResync(load), unlocked];
    const again = setInterval(() => void list.load(), REFRESH_MS);
    return () => {
      for (const stop of stops) stop();
      clearInterval(again);
      useOffer.getState().clear();
    };
  }, []);

  const counted = countedText(desks ?? [], at);
  const found = (desks ?? []).filter((desk) => matches(typed, deskTexts(desk, at)));
  const shown = found.find(({ id }) => id === chosen) ?? found[0];
  const mayChange = shown !== undefined && shown.state !== 'revoked';
  const ask = (what: DeskAsked['what']): void => setAsking(shown ? { what, desk: shown } : null);
  const nextToDo = (): void => {
    const toDo = found.filter((desk) => standingOf(desk, at).toDo);
    const next = toDo[(toDo.findIndex(({ id }) => id === shown?.id) + 1) % toDo.length];
    if (!next) {
      announce('No desk needs anything.');
      return;
    }
    choose(next.id);
    focusDesk(next.id);
  };
  useKeys('desks', {
    A: () => setAsking('name'),
    N: nextToDo,
    E: mayChange ? () => ask('rename') : undefined,
    M: mayChange && shown.rights ? () => ask('rights') : undefined,
    Del: mayChange ? () => ask('revoke') : undefined,
    Esc: offer ? () => void useOffer.getState().stop() : undefined,
  });
  if (!desks) return refusal ? <RefusalLine refusal={refusal} className="ad-refusal" /> : <Empty title="Reading the desks" />;
  return (
    <div className="dk-two">
      <section className="dk-left" aria-labelledby="dk-paired">
        <div className="panel-h">
          <h2 id="dk-paired">Paired desks</h2>
          <span className="s12 t3">{countText(desks.filter(({ state }) => state !== 'revoked').length)}</span>
          <span className="s12 t2 cut">
            hub <b className="str prop">{hub}</b>
            {counted ? `, ${counted}` : ''}
          </span>
          <KeyHints>
            <KeyHint keys={['N']}>next to do</KeyHint>
          </KeyHints>
        </div>
        {desks.length === 0 ? (
          <Empty icon="system" title="No desk is paired yet">
            A browser or an Aisle on another computer becomes a desk by a code: A shows one.
          </Empty>
        ) : (
          <>
            <DeskList {...{ own, at }} desks={found} chosen={shown?.id} onChoose={choose} />
            {found.length === 0 ? <p className="t2 dk-none">No desk is of “{typed.trim()}”.</p> : null}
            <FilterField
              label="Filter desks"
              placeholder="Desk, state, user, version or address"
              className="dk-find"
              value={typed}
              onChange={type}
              toRows={() => shown && focusDesk(shown.id)}
            />
          </>
        )}
      </section>
      <aside className="dk-right" aria-label="Pairing and the chosen desk">
        <PairingPane isNaming={asking === 'name'} onName={() => setAsking('name')} onNamed={() => setAsking(null)} />
        {shown ? (
          <ChosenDesk
            {...{ at }}
            desk={shown}
            onRename={() => ask('rename')}
            onRights={() => ask('rights')}
            onRevoke={() => ask('revoke')}
          />
        ) : null}
      </aside>
      {asking && asking !== 'name' ? <DeskDialog asked={asking} onClose={() => setAsking(null)} /> : null}
    </div>
  );
}
