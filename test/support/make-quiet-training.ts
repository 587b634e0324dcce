// Makes a training store without sales and without colleagues, by the product's own functions: node make-quiet-training.ts FOLDER
import { SYSTEM } from '../../main/actor.ts';
import { storeFile } from '../../main/boot/choose-mode.ts';
import { furnishTraining } from '../../main/boot/furnish-training.ts';
import { openInlineHub } from '../../main/engine/inline-hub.ts';
import { WallClock } from '../../main/hub/clock.ts';
import { loadReference } from '../../main/reference/load-reference.ts';
import { openStore } from '../../main/store/open-store.ts';
import { assert } from '../../shared/assert.ts';

const folder = process.argv[2];
assert(folder, 'the folder is told');
const clock = new WallClock();
const fresh = { storeId: `quiet-${process.pid}`, locatorKey: process.pid, madeAt: clock.now() };
const { db, locators } = await openStore({ file: storeFile(folder, 'training'), mode: 'training', fresh });
const hub = await openInlineHub({ db, locators, reference: loadReference(), clock });
// Users and vouchers too, because each hub that begins with a copy would hash their PINs again.
await furnishTraining(hub, false);
const off = await hub.execute('settings.set', { requestId: 'quiet-training', name: 'colleagues', value: 'off' }, SYSTEM);
assert(off.ok, 'a quiet store is made');
await hub.close();
clock.close();
