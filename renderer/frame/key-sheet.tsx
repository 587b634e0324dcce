import { KEY_TABLES, type KeyRow, TABLE_TITLES } from '../keys/key-tables.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useKeyHelpGroups } from '../stores/key-help-store.ts';
import './key-sheet.css';

function Keys({ title, help }: { title: string; help: readonly KeyRow[] }) {
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
        <Keys title={TABLE_TITLES.anywhere} help={KEY_TABLES.anywhere} />
        {groups.map(({ title, help }) => (
          <Keys key={title} title={title} help={help} />
        ))}
      </div>
    </Dialog>
  );
}
