import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useSession } from '../client/session-store.ts';
import { Icon } from '../parts/icon.tsx';
import { useNavigation } from '../stores/navigation-store.ts';
import { goToScreen } from './go-to-screen.ts';
import { RAIL } from './rail.tsx';
import './screen-menu.css';

/** The rail as a button, where the screen is too narrow for it: its name says which screen is open. */
export function ScreenMenu() {
  const screen = useNavigation((now) => now.screen.name);
  const supervisor = useSession(({ session }) => session?.role === 'supervisor');
  const entries = RAIL.filter((entry) => supervisor || !entry.supervisorsOnly);
  const here = entries.find(({ name }) => name === screen);
  return (
    <MenuTrigger>
      <Button className="screen-menu">
        <Icon name="menu" size={16} />
        <span className="aside">Screens, now </span>
        {here?.text}
        <kbd>{here?.key}</kbd>
      </Button>
      <Popover className="pop" offset={6} placement="bottom start">
        <Menu
          className="options"
          aria-label="Screens"
          onAction={(name) => {
            const entry = entries.find((each) => each.name === name);
            if (entry) goToScreen(entry.name);
          }}
        >
          {entries.map(({ name, text, icon, key }) => (
            <MenuItem key={name} id={name} className="option" textValue={text}>
              <Icon name={icon} size={15} /> {text}
              <span className="push">
                <kbd>{key}</kbd>
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
