import { onDocumentCreated } from 'firebase-functions/firestore';
import { watched } from '../../store/watched.ts';
import { cardPublishing } from '../works/publish-card.ts';
import { handle } from './handle.ts';

/** Pure Firestore, from the profile as it is now. */
export const publishCard = onDocumentCreated({ document: watched.publishCard, retry: true, maxInstances: 5 }, (event) =>
  handle(cardPublishing, event, event.document),
);
