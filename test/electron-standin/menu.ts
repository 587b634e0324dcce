import { app } from './app.ts';

interface Template {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly submenu?: readonly Template[] | Menu;
  readonly click?: (...args: unknown[]) => unknown;
}

/** An item that a test clicks by its id. */
export class MenuItem {
  readonly id: string | undefined;
  readonly label: string;
  readonly role: string | undefined;
  readonly type: string;
  readonly submenu: Menu | undefined;
  readonly #click: Template['click'];
  enabled = true;
  visible = true;
  checked = false;

  constructor(template: Template) {
    this.id = template.id;
    this.label = template.label ?? template.role ?? '';
    this.role = template.role;
    this.type = template.type ?? (template.submenu ? 'submenu' : 'normal');
    this.submenu = template.submenu instanceof Menu ? template.submenu : template.submenu && Menu.buildFromTemplate(template.submenu);
    this.#click = template.click;
  }

  click(...args: unknown[]) {
    if (this.#click) this.#click(...args);
    else if (this.role === 'quit') app.quit();
  }
}

export class Menu {
  static #application: Menu | null = null;
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly Template[]) {
    const menu = new Menu();
    for (const item of template) menu.append(new MenuItem(item));
    return menu;
  }
  static setApplicationMenu(menu: Menu | null) {
    Menu.#application = menu;
  }
  static getApplicationMenu() {
    return Menu.#application;
  }

  append(item: MenuItem) {
    this.items.push(item);
  }
  popup() {}
  closePopup() {}
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}
