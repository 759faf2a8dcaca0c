import { activeParticipants } from '@sur-mesure/functions/domain/missions/mission';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';

/** Who sees the working folder and what to put there, said to this reader. */
export function folderWords({ mission, reader, mayShare }: Pick<MissionView, 'mission' | 'reader' | 'mayShare'>): {
  readonly audience: string;
  readonly empty: string;
} {
  const expert = mission.expert.name;
  const shared = activeParticipants(mission).length > 1;
  const byLaureate = reader === 'signatory' || reader === 'contributor';
  const audience = byLaureate
    ? `Ce que vous y mettez est vu par ${expert} et par l’équipe France Tiers-Lieux${shared ? ', pas par les autres manufactures de la mission' : ''}.`
    : `Échanges entre ${expert} et ${shared ? 'les manufactures' : 'la manufacture'}, vus aussi par l’équipe France Tiers-Lieux.`;
  if (!mayShare) return { audience, empty: 'Rien n’a été échangé ici.' };
  return {
    audience,
    empty: byLaureate
      ? `Rien pour le moment : déposez ci-dessous ce dont ${expert} a besoin (plans, chiffres, photos), ou ajoutez un lien.`
      : 'Rien pour le moment : déposez ci-dessous vos documents de travail, ou ajoutez un lien.',
  };
}
