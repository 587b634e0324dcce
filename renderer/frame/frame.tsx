import { type ReactNode, useCallback, useRef, useState } from 'react';
import type { Output } from '../../shared/contract.ts';
import { useSession } from '../client/session-store.ts';
import { AisleMark } from '../parts/own-icons.tsx';
import { TrainingChip, Watermark } from '../parts/training-mark.tsx';
import { BusyBar } from './busy-bar.tsx';
import { ClockQuestion } from './clock-question.tsx';
import { Clocks } from './clocks.tsx';
import { CommandBar } from './command-bar.tsx';
import { ConnectionMark } from './connection-mark.tsx';
import { HoldTray } from './hold-tray.tsx';
import { KeySheet } from './key-sheet.tsx';
import { Rail } from './rail.tsx';
import { ScreenMenu } from './screen-menu.tsx';
import { ShiftMark } from './shift-mark.tsx';
import { TroubleBar } from './trouble-bar.tsx';
import { useFrameKeys } from './use-frame-keys.ts';
import { useHoardingTold } from './use-hoarding-told.ts';
import { useIdleLock } from './use-idle-lock.ts';
import { useLeaveField } from './use-leave-field.ts';
import { useLostFocus } from './use-lost-focus.ts';
import { useReturnAfterLock } from './use-return-after-lock.ts';
import { useScreenFocus } from './use-screen-focus.ts';
import { useWrongField } from './use-wrong-field.ts';
import { UserMenu } from './user-menu.tsx';
import { VersionBar } from './version-bar.tsx';
import './frame.css';

interface FrameProps {
  state: Output<'session.state'>;
  /** The screen in its middle. */
  children: ReactNode;
}

/** What every screen shares. While the console is locked the screen stays mounted, but inert and invisible, so that its user goes on where they were. */
export function Frame({ state, children }: FrameProps) {
  const locked = useSession((store) => store.locked);
  const desk = useSession(({ session }) => session?.desk);
  const [keysShown, setKeysShown] = useState(false);
  const showKeys = useCallback(() => setKeysShown(true), []);
  const main = useRef<HTMLElement>(null);
  useFrameKeys(showKeys, !locked);
  useIdleLock(!locked);
  useScreenFocus(main);
  useLostFocus(!locked);
  useLeaveField(!locked);
  useWrongField(!locked);
  useReturnAfterLock(main, locked);
  useHoardingTold();
  const { zone } = state.home;
  return (
    <div className={locked ? 'frame behind' : 'frame'} inert={locked}>
      <header className="bar">
        <div className="brand">
          <AisleMark />
          Aisle
        </div>
        <ScreenMenu />
        <CommandBar zone={zone} />
        {state.mode === 'training' ? <TrainingChip /> : null}
        <div className="desk-line">
          <ConnectionMark zone={zone} />
          <span>
            <span className="desk-word">Desk </span>
            <b className="prop">{desk}</b>
          </span>
          <UserMenu />
          <ShiftMark zone={zone} />
          <Clocks home={state.home} />
        </div>
        {state.mode === 'training' ? <Watermark /> : null}
      </header>
      <Rail />
      <main ref={main} tabIndex={-1}>
        <TroubleBar />
        <VersionBar />
        <ClockQuestion />
        {children}
      </main>
      <BusyBar />
      <HoldTray zone={zone} />
      <KeySheet isOpen={keysShown && !locked} onClose={() => setKeysShown(false)} />
    </div>
  );
}
