import { stripFile, stripTokens } from '../../store/files/download-tokens.ts';
import { bucket } from '../bucket.ts';
import { idsIn, type Work } from './work.ts';

/** Takes the download tokens off the file that a ticket was for. */
export const closedTicketStripping: Work = {
  trigger: 'stripClosedTickets',
  run: (path) => stripFile(bucket(), idsIn('files/{fileId}', path)('fileId')),
};

/** Takes the download tokens off an object. */
export const mintedTokenStripping: Work = {
  trigger: 'stripMintedTokens',
  run: async (path) => {
    await stripTokens(bucket(), path);
  },
};
