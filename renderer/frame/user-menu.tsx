import { Button } from 'react-aria-components/Button';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { useSession } from '../client/session-store.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { lock, signOut } from '../stores/session-actions.ts';
import { openPassengerScreen } from './open-passenger-screen.ts';
import { chooseTheme, type Theme, useTheme } from './theme.ts';
import './user-menu.css';

const THEMES: readonly { id: Theme; text: string; icon: IconName }[] = [
  { id: 'system', text: 'As the system', icon: 'system' },
  { id: 'light', text: 'Light', icon: 'light' },
  { id: 'dark', text: 'Dark', icon: 'dark' },
];

/** `Ana Ruiz` -> `A. Ruiz`, as there is room for. */
export const shortName = (display: string): string => display.replace(/^(\p{L})\S* +(?=\S)/u, '$1. ');

export function UserMenu() {
  const session = useSession((state) => state.session);
  const theme = useTheme((state) => state.theme);
  if (!session) return null;
  return (
    <MenuTrigger>
      <Button className="who">
        <b>{shortName(session.display)}</b> <span className="role">{session.role}</span>
        <Icon name="down" size={13} />
        <span className="aside">, lock, switch user, sign out, theme</span>
      </Button>
      <Popover className="pop" offset={6} placement="bottom end">
        <Menu className="options" aria-label="User">
          <MenuItem id="lock" className="option" onAction={() => void lock()} textValue="Lock">
            <Icon name="lock" size={15} /> Lock
            <span className="push">
              <kbd>Alt L</kbd>
            </span>
          </MenuItem>
          <MenuItem id="passenger" className="option" onAction={openPassengerScreen} textValue="Passenger's screen">
            <Icon name="user" size={15} /> Passenger’s screen
            <span className="push">
              <kbd>Alt P</kbd>
            </span>
          </MenuItem>
          <MenuItem id="switch" className="option" onAction={() => void lock('other')} textValue="Switch user">
            <Icon name="users" size={15} /> Switch user
          </MenuItem>
          <MenuItem id="out" className="option" onAction={() => void signOut()} textValue="Sign out">
            <Icon name="out" size={15} /> Sign out
          </MenuItem>
          <Separator className="menu-line" />
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={(keys) => {
              const chosen = THEMES.find(({ id }) => keys === 'all' || keys.has(id));
              if (chosen) chooseTheme(chosen.id);
            }}
          >
            <Header className="menu-head">Theme</Header>
            {THEMES.map(({ id, text, icon }) => (
              <MenuItem key={id} id={id} className="option" textValue={text}>
                {({ isSelected }) => (
                  <>
                    <Icon name={icon} size={15} /> {text}
                    <span className="push">{isSelected ? <Icon name="check" size={14} /> : null}</span>
                  </>
                )}
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
