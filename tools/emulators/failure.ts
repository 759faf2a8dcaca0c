/** The suite cannot run on this machine as it is; the message says what to install or change, and no stack helps. */
export class EmulatorsUnavailable extends Error {
  override readonly name = 'EmulatorsUnavailable';
}
