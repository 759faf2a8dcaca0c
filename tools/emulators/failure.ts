/** The suite cannot run as things are; the message says what to install, change or repair, and no stack helps. */
export class EmulatorsUnavailable extends Error {
  override readonly name = 'EmulatorsUnavailable';
}
