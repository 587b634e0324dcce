import { useEffect } from 'react';
import { onHeard } from '../client/client.ts';
import { useSession } from '../client/session-store.ts';
import { toast } from '../parts/toast.tsx';

/** Tells supervisors, wherever they are, that somebody has just left so many holds to lapse that the next ones are slowed. Admin, Users shows who is. */
export function useHoardingTold(): void {
  useEffect(
    () =>
      onHeard((heard) => {
        if (!('notice' in heard) || heard.type !== 'hoarding.flagged' || useSession.getState().session?.role !== 'supervisor') return;
        toast(
          `${heard.user} at desk ${heard.desk} left ${heard.inARow} holds in a row to lapse. The next ones are slowed: Admin, Users.`,
          'warn',
        );
      }),
    [],
  );
}
