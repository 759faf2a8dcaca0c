import type { IncidentActionInput } from '@sur-mesure/functions/domain/api';
import type { Views } from '@sur-mesure/functions/domain/views';
import { counted } from '../../common/words/typography.ts';

type Incident = IncidentActionInput['incident'];

/** What a dialog asks before an incident is acted on, and what follows. */
const incidentWords = {
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
    replayAll: {
      title: 'Renvoyer tous les courriels de cette adresse ?',
      button: 'Tout renvoyer à cette adresse',
      consequence:
        'Tous ceux qui n’ont pas pu lui parvenir repartent dans les minutes qui viennent. Changez d’abord l’adresse si elle n’est plus la bonne.',
    },
    flagAddress: {
      title: 'Marquer l’adresse en erreur ?',
      button: 'Marquer l’adresse en erreur',
      consequence: 'À sa prochaine visite, la personne lit que nos courriels ne lui parviennent pas, et qui appeler.',
    },
    discard: {
      title: 'Écarter ce courriel ?',
      button: 'Écarter le courriel',
      consequence: 'Il ne partira pas. Prévenez autrement la personne si son contenu compte. Cela ne se reprend pas.',
    },
  },
} as const satisfies Record<Incident['kind'], Partial<Record<IncidentActionInput['action'], Words>>>;

interface Words {
  readonly title: string;
  readonly button: string;
  readonly consequence: string;
}

/** Those of one kind of incident; the page offers no action without words. */
export function wordsOf(action: IncidentActionInput['action'], kind: Incident['kind']): Words | undefined {
  const words: Partial<Record<IncidentActionInput['action'], Words>> = incidentWords[kind];
  return words[action];
}

/** What is worth offering about a mail: all of its address only where there are several, a mark only where there is none. */
export function mailActions({
  alike,
  addressMarked,
}: Pick<Views['incidents']['mails'][number], 'alike' | 'addressMarked'>): IncidentActionInput['action'][] {
  return [
    'replay',
    ...(alike > 1 ? (['replayAll'] as const) : []),
    ...(addressMarked === false ? (['flagAddress'] as const) : []),
    'discard',
  ];
}

/** « 3 essais, le dernier » comes before a date. */
export function attemptsBefore(attempts: number): string {
  return attempts === 1 ? 'Un essai, le' : `${counted(attempts, 'essai')}, le dernier le`;
}
