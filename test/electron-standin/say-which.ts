import path from 'node:path';
import { chooseElectron } from './choose-electron.ts';

/** Runs once before the end-to-end tests, so that their output says what they ran on. */
export default function sayWhich() {
  console.log(chooseElectron(path.resolve(import.meta.dirname, '../..')).sentence);
}
