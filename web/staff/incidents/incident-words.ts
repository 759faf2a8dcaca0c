import type { IncidentActionInput } from '@sur-mesure/functions/domain/api';
import { counted } from '../../common/words/typography.ts';

type Incident = IncidentActionInput['incident'];

/** What a dialog asks before an incident is acted on, and what follows. */
export const incidentWords = {
  letter: {
    replay: {
      title: 'Refaire l’opération ?',
      button: 'Refaire l’opération',
      consequence:
        'Le service recommence avec le document tel qu’il est maintenant. La refaire deux fois est sans effet.',
    },
    discard: {
      title: 'Écarter cet incident ?',
      button: 'Écarter l’incident',
      consequence: 'L’opération ne sera pas faite et l’incident ne sera plus montré. Cela ne se reprend pas.',
    },
  },
  mail: {
    replay: {
      title: 'Envoyer ce courriel à nouveau ?',
      button: 'Envoyer à nouveau',
      consequence: 'Il part tout de suite si le serveur de courriel l’accepte, sinon d’autres essais suivent.',
    },
    discard: {
      title: 'Écarter ce courriel ?',
      button: 'Écarter le courriel',
      consequence: 'Il ne partira pas. Prévenez autrement la personne si son contenu compte. Cela ne se reprend pas.',
    },
  },
} as const satisfies Record<
  Incident['kind'],
  Record<IncidentActionInput['action'], { title: string; button: string; consequence: string }>
>;

/** « 3 essais, le dernier » comes before a date. */
export function attemptsBefore(attempts: number): string {
  return attempts === 1 ? 'Un essai, le' : `${counted(attempts, 'essai')}, le dernier le`;
}
