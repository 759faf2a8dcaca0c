import { onDocumentCreated } from 'firebase-functions/firestore';
import { projectCard } from '../../store/experts/experts.ts';
import { firestore } from '../firebase.ts';

/** Pure Firestore, from the profile as it is now: retries and disorder are harmless. */
export const publishCard = onDocumentCreated(
  { document: 'experts/{expertId}/events/{eventId}', retry: true, maxInstances: 5 },
  (event) => projectCard(firestore(), event.params.expertId, event.params.eventId),
);
