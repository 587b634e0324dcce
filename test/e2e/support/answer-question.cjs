// Loaded into a desk's process before the product: whoever sits there answers the program's question with the button that
// the test names, and the test can read what was asked.
const { dialog } = require('electron');

const button = process.argv.find((arg) => arg.startsWith('--answer='))?.slice('--answer='.length);
/** @type {{ message: string, detail: string }[]} */
const asked = [];
Object.assign(globalThis, { asked });

dialog.showMessageBox = async (question) => {
  const { message = '', detail = '', buttons = [] } = /** @type {{ message?: string, detail?: string, buttons?: string[] }} */ (question);
  asked.push({ message, detail });
  const response = buttons.indexOf(button ?? '');
  if (response < 0) throw new Error(`no button is called ${button}`);
  return { response, checkboxChecked: false };
};
