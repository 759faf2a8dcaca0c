import type { Dossier as DossierView, MissionView } from '@sur-mesure/functions/domain/api';
import { WHILE_LIVE } from '@sur-mesure/functions/domain/missions/facts';
import { forms } from '@sur-mesure/functions/domain/programme/forms';
import { subthemeLabel } from '@sur-mesure/functions/domain/programme/themes';
import { DownloadAll } from '../common/archive/DownloadAll.tsx';
import { DocumentList } from '../common/dossier/DocumentList.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { DateText } from '../common/words/DateText.tsx';
import { of } from '../common/words/typography.ts';

interface DossiersProps {
  readonly view: MissionView;
  /** Uid of who is signed in: each person of a company reads by its own declaration. */
  readonly person: string;
}

const listOf = new Intl.ListFormat('fr-FR');

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
            <Dossier laureateId={laureateId} />
          ) : (
            <p class="muted">{closedReason(view.mission, { laureateId, cut, person })}</p>
          )}
        </div>
      ))}
    </section>
  );
}

function Dossier({ laureateId }: { readonly laureateId: string }) {
  const loading = useView({ name: 'dossier', laureateId });
  return (
    <Loaded loading={loading} lines={2}>
      {({ laureateName, note, pieces, until }) => (
        <>
          <p class="small muted">
            {until === null || until >= WHILE_LIVE ? (
              'Ouvert tant que la mission dure. Chaque lecture est notée et visible de la manufacture.'
            ) : (
              <>
                Ouvert jusqu’au <DateText instant={until} relative />.
              </>
            )}
          </p>
          {note !== null && <Note note={note} />}
          <DocumentList
            files={pieces}
            empty="La manufacture n’a pas encore partagé de document. Demandez-lui ce qui vous manque : elle le dépose dans son dossier, et il apparaît ici."
          />
          <DownloadAll files={pieces} title={`Dossier ${of(laureateName)}`} />
        </>
      )}
    </Loaded>
  );
}

/** The scoping note: read here when it was filled on line, among the documents when it was deposited. */
function Note({ note: { version, at, subthemes, answers } }: { readonly note: NonNullable<DossierView['note']> }) {
  return (
    <details class="card">
      <summary>
        Note de cadrage, version {version}, remise le <DateText instant={at} />
      </summary>
      <div class="stack">
        <ul>
          {subthemes.map((id) => (
            <li key={id}>{subthemeLabel(id)}</li>
          ))}
        </ul>
        {answers === null ? (
          <p class="muted">Le texte de la note est dans le PDF ci-dessous.</p>
        ) : (
          forms.scopingNote.sections.flatMap(({ questions }) =>
            questions.map(({ id, label }) => (
              <div key={id} class="stack stack-tight">
                <h4>{label}</h4>
                <p class="typed-text">{answers[id] || 'Sans réponse.'}</p>
              </div>
            )),
          )
        )}
      </div>
    </details>
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
