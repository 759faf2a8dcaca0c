import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { Later } from '../common/loading/Later.tsx';

interface DossiersProps {
  readonly view: MissionView;
  /** Uid of who is signed in: each person of a company reads by its own declaration. */
  readonly person: string;
}

const listOf = new Intl.ListFormat('fr-FR');

const loadReading = () => import('./DossierReading.tsx');

/** What each laureate shares with the expert it commissioned: its application, its report after incubation, its scoping note. */
export function Dossiers({ view, person }: DossiersProps) {
  return (
    <section class="stack" aria-labelledby="dossiers-title">
      <h2 id="dossiers-title">
        {view.dossiers.length > 1 ? 'Dossiers des manufactures' : 'Dossier de la manufacture'}
      </h2>
      {view.dossiers.map(({ laureateId, name, open, cut }) => (
        <div key={laureateId} class="stack stack-tight">
          <h3>{name}</h3>
          {open ? (
            <Later load={loadReading}>{({ DossierReading }) => <DossierReading laureateId={laureateId} />}</Later>
          ) : (
            <p class="muted">{closedReason(view.mission, { laureateId, cut, person })}</p>
          )}
        </div>
      ))}
    </section>
  );
}

interface Closed {
  readonly laureateId: string;
  readonly cut: boolean;
  readonly person: string;
}

function closedReason(
  { expert: { declarations } }: MissionView['mission'],
  { laureateId, cut, person }: Closed,
): string {
  if (cut) {
    return 'L’équipe France Tiers-Lieux a coupé votre accès à ce dossier. Vos propres dépôts restent ouverts ci-dessous : appelez-la pour en parler.';
  }
  const about = declarations.filter(({ laureateIds }) => laureateIds.includes(laureateId));
  if (about.some(({ uid }) => uid === person)) {
    return 'Votre accès à ce dossier a pris fin. Vos propres dépôts restent ouverts ci-dessous.';
  }
  const colleagues = new Set(about.filter(({ endedAt }) => endedAt === null).map(({ name }) => name));
  return colleagues.size > 0
    ? `Lu pour votre structure par ${listOf.format(colleagues)}. Il s’ouvre aussi à vous quand vous déclarez, en votre nom, n’avoir aucun intérêt dans cette manufacture.`
    : 'Il s’ouvre à vous quand vous déclarez n’avoir aucun intérêt dans cette manufacture, et qu’elle prend part à la mission.';
}
