import type { MenuItemConstructorOptions } from 'electron';

/** The few menu items that every desktop program must have. Everything else is in the console. */
export function menuTemplate(options: {
  readonly mac: boolean;
  readonly packaged: boolean;
  newWindow(): void;
  showPassenger(): void;
}): MenuItemConstructorOptions[] {
  const { mac, packaged, newWindow, showPassenger } = options;
  const newWindowItem: MenuItemConstructorOptions = { id: 'new-window', label: 'New window', accelerator: 'CmdOrCtrl+N', click: newWindow };
  const passengerItem: MenuItemConstructorOptions = {
    id: 'passenger',
    label: 'Passenger’s screen',
    accelerator: 'Alt+P',
    click: showPassenger,
  };
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [newWindowItem, passengerItem, { type: 'separator' }, { role: 'close' }, ...(mac ? [] : [{ role: 'quit' } as const])],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        { role: 'reload' },
        { type: 'separator' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(packaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { role: 'windowMenu' },
  ];
}
