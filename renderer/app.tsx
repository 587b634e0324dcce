import { useEffect, useState } from 'react';
import { assertNever } from '../shared/assert.ts';
import { SECOND_MS } from '../shared/instants.ts';
import { AdminScreen } from './admin/admin-screen.tsx';
import { BoardScreen } from './board/board-screen.tsx';
import { useFarHub } from './client/far-hub-store.ts';
import { useSession } from './client/session-store.ts';
import { FlightScreen } from './flight/flight-screen.tsx';
import { Frame } from './frame/frame.tsx';
import { HealthScreen } from './health/health-screen.tsx';
import { Announcer } from './parts/announcer.tsx';
import { Toasts } from './parts/toast.tsx';
import { PricingScreen } from './pricing/pricing-screen.tsx';
import { ReservationsScreen } from './reservations/reservations-screen.tsx';
import { ShiftScreen } from './shift/shift-screen.tsx';
import { FirstSupervisorScreen } from './sign-in/first-supervisor-screen.tsx';
import { LockScreen } from './sign-in/lock-screen.tsx';
import { OtherHubScreen } from './sign-in/other-hub-screen.tsx';
import { OtherVersionScreen } from './sign-in/other-version-screen.tsx';
import { PairingScreen } from './sign-in/pairing-screen.tsx';
import { SignInScreen } from './sign-in/sign-in-screen.tsx';
import { UnreachableScreen } from './sign-in/unreachable-screen.tsx';
import { type Screen, useNavigation } from './stores/navigation-store.ts';
import { useVersion } from './stores/version-store.ts';
import { WaitlistScreen } from './waitlist/waitlist-screen.tsx';

/** How long the page waits for the first answer before it says that the hub is missing. Until then it shows nothing, so that nothing flashes. */
const FIRST_ANSWER_MS = 2 * SECOND_MS;

function Shown({ screen }: { screen: Screen }) {
  switch (screen.name) {
    case 'board':
      return <BoardScreen screen={screen} />;
    case 'flight':
      return <FlightScreen screen={screen} />;
    case 'reservations':
      return <ReservationsScreen screen={screen} />;
    case 'waitlist':
      return <WaitlistScreen screen={screen} />;
    case 'pricing':
      return <PricingScreen screen={screen} />;
    case 'shift':
      return <ShiftScreen />;
    case 'health':
      return <HealthScreen />;
    case 'admin':
      return <AdminScreen screen={screen} />;
    default:
      return assertNever(screen);
  }
}

function Waiting() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), FIRST_ANSWER_MS);
    return () => clearTimeout(timer);
  }, []);
  const farHub = useFarHub(({ hub }) => hub);
  const hubIs = useVersion((version) => version.hubIs);
  if (hubIs === 'too-new' || hubIs === 'too-old') return <OtherVersionScreen />;
  return long ? <UnreachableScreen where={farHub?.address ?? (location.host || 'the hub')} isOutOfTime={farHub?.isOutOfTime} /> : null;
}

function Console() {
  const screen = useNavigation((store) => store.screen);
  const { state, session, locked, entered } = useSession();
  if (!state) return <Waiting />;
  if (session) {
    return (
      <>
        {/* Another person, or another desk, begins with an untouched console. The hub would refuse all that a locked one asks. */}
        {entered ? (
          <Frame key={`${session.user} ${session.desk}`} state={state}>
            <Shown screen={screen} />
          </Frame>
        ) : null}
        {locked ? <LockScreen state={state} /> : null}
      </>
    );
  }
  if (state.needsSupervisor) return <FirstSupervisorScreen state={state} />;
  return state.desk === null ? <PairingScreen state={state} /> : <SignInScreen state={state} desk={state.desk} />;
}

export function App() {
  const farHub = useFarHub(({ hub }) => hub);
  return (
    <>
      <Console />
      {farHub?.other ? <OtherHubScreen hub={farHub} /> : null}
      <Toasts />
      <Announcer />
    </>
  );
}
