import type { Instant } from '../../functions/src/domain/calendar.ts';
import type { SavedList, ViewKeeper } from '../../functions/src/domain/lists/saved-views.ts';
import { actOnView } from '../../functions/src/store/lists/saved-views.ts';
import { idOf } from './random.ts';
import { accepted, staffAt, type World } from './world.ts';

interface DemonstrationView {
  readonly keeper: ViewKeeper;
  readonly list: SavedList;
  readonly name: string;
  readonly search: string;
}

const views: readonly DemonstrationView[] = [
  { keeper: 'team', list: 'missions', name: 'En retard', search: 'retard=oui&tri=echeance' },
  {
    ...{ keeper: 'team', list: 'missions', name: 'Devis à valider' },
    search: 'etat=awaiting_validation&tri=depuis&sans=etat',
  },
  { keeper: 'own', list: 'missions', name: 'Mes appels de Bretagne', search: 'region=Bretagne&sans=devis' },
  { keeper: 'team', list: 'laureats', name: 'Notes attendues', search: 'note=attendue' },
  { keeper: 'team', list: 'experts', name: 'À examiner', search: 'etat=submitted&tri=inscription' },
  { keeper: 'own', list: 'etats', name: 'Promotion 2', search: 'promotion=2' },
];

/** What somebody of the team keeps of its lists, and shares. */
export async function keepViews({ stage: { firestore } }: World, now: Instant): Promise<void> {
  for (const [index, view] of views.entries()) {
    const operationId = idOf('view', index);
    const asked = {
      actor: staffAt(now),
      command: { action: 'keep', ...view } as const,
      operationId,
      newId: operationId,
      now,
    };
    accepted(await actOnView(firestore, asked));
  }
}
