import { followers } from '@sur-mesure/functions/domain/missions/mission';
import { isLive } from '@sur-mesure/functions/domain/missions/states';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import type { Reader } from './turn-words.ts';

const list = new Intl.ListFormat('fr-FR', { type: 'conjunction' });

/** Who of the expert's company follows a mission: whoever declared on it and has not stood down, two while one takes over from the other. */
export function followedBy(mission: MissionView['mission']): string {
  const names = followers(mission).map(({ name }) => name);
  if (names.length > 0) return list.format(names);
  return isLive(mission.state) ? 'Personne de sa structure pour l’instant' : 'Personne n’a ouvert le dossier';
}

/** Said to the company, which alone changes who follows: two actions of this page, in this order. */
export function howToHandOver(mission: MissionView['mission'], reader: Reader): string | null {
  if (reader !== 'expert' || !isLive(mission.state) || followers(mission).length === 0) return null;
  return 'Pour passer la main : votre collègue déclare n’avoir aucun intérêt depuis son compte, puis vous choisissez « Ne plus suivre cette mission ».';
}
