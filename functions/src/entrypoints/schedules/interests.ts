import { onSchedule } from 'firebase-functions/scheduler';
import { expertsToReview, reviewInterests } from '../../store/experts/interests.ts';
import { firestore } from '../firebase.ts';
import { each } from './each.ts';
import { recorded } from './recorded.ts';
import { sweep } from './sweeping.ts';

/** Interests that a crash left unnoticed between a new member's commit and the look around it: every company, once a night. */
export const sweepInterests = onSchedule({ ...sweep, schedule: 'every day 03:30' }, () =>
  recorded('sweepInterests', async () => {
    const now = Date.now();
    return each(await expertsToReview(firestore()), (expertId) => reviewInterests(firestore(), expertId, now));
  }),
);
