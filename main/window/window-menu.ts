import type { MenuItemConstructorOptions } from 'electron';

/** The least that a desktop program is expected to have; the console itself holds everything else. */
export function menuTemplate(options: {
  readonly mac: boolean;
  readonly packaged: boolean;
  newWindow(): void;
}): MenuItemConstructorOptions[] {
  const { mac, packaged, newWindow } = options;
  const newWindowItem: MenuItemConstructorOptions = { id: 'new-window', label: 'New window', accelerator: 'CmdOrCtrl+N', click: newWindow };
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: [newWindowItem, { type: 'separator' }, { role: 'close' }, ...(mac ? [] : [{ role: 'quit' } as const])] },
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
