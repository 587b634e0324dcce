import { useSession } from '../client/session-store.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { type KeyHelp, useKeyHelpGroups } from '../stores/key-help-store.ts';
import { RAIL } from './rail.tsx';
import './key-sheet.css';

const ANYWHERE: readonly KeyHelp[] = [
  { keys: ['Ctrl K', '/'], does: 'command bar: NYC LAX 24NOV, AA2336, K7QF2M, SMITH/J' },
  { keys: ['\u2191', '\u2193'], does: 'in the command bar: earlier commands' },
  { keys: ['Alt 1\u20139'], does: 'open a hold of this desk' },
  { keys: ['Alt L'], does: 'lock the console' },
  { keys: ['Alt \u2190'], does: 'back to the screen before' },
  { keys: ['Esc'], does: 'close; in the command bar clear, then leave' },
  { keys: ['?'], does: 'this sheet' },
];

function Keys({ title, help }: { title: string; help: readonly KeyHelp[] }) {
  return (
    <section>
      <h3 className="str">{title}</h3>
      <dl>
        {help.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Every key that works here and now. */
export function KeySheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const groups = useKeyHelpGroups((state) => state.groups);
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const screens = RAIL.filter((entry) => supervisor || !entry.supervisorsOnly).map(({ key, text }) => ({ keys: [key], does: text }));
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Keys"
      width={760}
      foot={
        <Button kbd="Esc" onPress={onClose}>
          Close
        </Button>
      }
    >
      <div className="key-sheet">
        <Keys title="Anywhere" help={ANYWHERE} />
        <Keys title="Screens" help={screens} />
        {groups.map(({ title, help }) => (
          <Keys key={title} title={title} help={help} />
        ))}
      </div>
    </Dialog>
  );
}
