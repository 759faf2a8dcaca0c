import { closeGrantTickets } from '../../store/files/tickets.ts';
import { watched } from '../../store/watched.ts';
import { bucket } from '../bucket.ts';
import { firestore } from '../firebase.ts';
import { idsIn, type Work } from './work.ts';

/** Takes away the tickets of an access that has ended. */
export const ticketClosing: Work = {
  trigger: 'closeTickets',
  run: (path) => {
    const id = idsIn(watched.closeTickets, path);
    return closeGrantTickets(firestore(), bucket(), {
      laureateId: id('laureateId'),
      uid: id('uid'),
      now: Date.now(),
    });
  },
};
