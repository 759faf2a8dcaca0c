import { projectCard } from '../../store/experts/experts.ts';
import { watched } from '../../store/watched.ts';
import { firestore } from '../firebase.ts';
import { warn } from '../warn.ts';
import { idsIn, type Work } from './work.ts';

/** Writes the card of an expert in the directory. */
export const cardPublishing: Work = {
  trigger: 'publishCard',
  run: (path) => {
    const id = idsIn(watched.publishCard, path);
    return projectCard(firestore(), { expertId: id('expertId'), eventId: id('eventId') }, warn);
  },
};
