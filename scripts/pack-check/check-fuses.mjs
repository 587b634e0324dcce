import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

const { DISABLE, ENABLE } = FuseState;
const WANTED = {
  RunAsNode: DISABLE,
  EnableCookieEncryption: ENABLE,
  EnableNodeOptionsEnvironmentVariable: DISABLE,
  EnableNodeCliInspectArguments: DISABLE,
  EnableEmbeddedAsarIntegrityValidation: ENABLE,
  OnlyLoadAppFromAsar: ENABLE,
  LoadBrowserProcessSpecificV8Snapshot: DISABLE,
  GrantFileProtocolExtraPrivileges: DISABLE,
};

/**
 * Reads the fuses back from the packed program.
 * @param {string} program
 * @returns {Promise<string[]>} What is wrong, a sentence each.
 */
export async function checkFuses(program) {
  const wire = await getCurrentFuseWire(program);
  return Object.entries(WANTED).flatMap(([name, wanted]) => {
    const found = wire[FuseV1Options[/** @type {keyof typeof WANTED} */ (name)]];
    return found === wanted
      ? []
      : [`The fuse ${name} is ${found === undefined ? 'not there' : FuseState[found]}, and should be ${FuseState[wanted]}.`];
  });
}
