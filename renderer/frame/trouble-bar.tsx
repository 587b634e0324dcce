import { useSession } from '../client/session-store.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { useConnection } from '../stores/connection-store.ts';
import { go } from '../stores/navigation-store.ts';
import './trouble-bar.css';

/** Shows above every screen what is wrong with the hub: it may mean that nothing can be sold. It is announced at once, and is gone when the problem is solved. */
export function TroubleBar() {
  const trouble = useConnection((now) => now.trouble);
  const backupsHelp = useConnection((now) => now.backupsHelp);
  const role = useSession(({ session }) => session?.role);
  const ahead = useSession(({ state }) => state?.clock.standing === 'ahead');
  const mayRestore = role === 'supervisor' && backupsHelp;
  const maySetClock = role === 'supervisor' && ahead;
  return (
    <div role="alert">
      {trouble ? (
        <div className="trouble-bar prop">
          <Icon name="alert" size={16} />
          <p>{trouble}</p>
          {mayRestore ? <Button onPress={() => go({ name: 'admin', tab: 'backups' })}>Open Backups</Button> : null}
          {maySetClock ? <Button onPress={() => go({ name: 'admin', tab: 'settings' })}>Open Settings</Button> : null}
        </div>
      ) : null}
    </div>
  );
}
