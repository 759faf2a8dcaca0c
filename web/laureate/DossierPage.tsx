import { pieces } from '@sur-mesure/functions/domain/dossiers/pieces';
import { defaultSettings } from '@sur-mesure/functions/domain/programme/settings';
import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { depositPiece } from '../common/deposit.ts';
import { FileField } from '../common/field/FileField.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { FileRows } from '../common/mission/MissionFiles.tsx';
import { HomeLoaded, SpaceFrame, type SpaceProps } from './SpaceFrame.tsx';

/** « Ce dossier comprend : la candidature à l’AMI, le rendu post-incubation, la note de cadrage. » */
export function DossierPage(space: SpaceProps) {
  return (
    <SpaceFrame space={space} title="Votre dossier" current="dossier">
      <p class="lead">
        Un expert lit ce dossier seulement après que vous lui avez demandé une mission et qu’il a déclaré n’avoir aucun
        intérêt dans votre manufacture.
      </p>
      <HomeLoaded space={space}>
        {(home) => <Dossier laureateId={home.laureateId} noteAddress={space.addresses.note} />}
      </HomeLoaded>
    </SpaceFrame>
  );
}

interface DossierProps {
  readonly laureateId: string;
  readonly noteAddress: string;
}

/** Deposited here; the scoping note has a page of its own, because it also says the sub-themes. */
const deposits = ['application', 'incubationReport'] as const;
/** What the server's inspection accepts for a working document. */
const documentEndings = ['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'jpg', 'jpeg', 'png', 'webp', 'heic'];

function Dossier({ laureateId, noteAddress }: DossierProps) {
  const loading = useView({ name: 'dossier', laureateId });
  return (
    <>
      <section class="stack" aria-labelledby="pieces-title">
        <h2 id="pieces-title">Pièces du dossier</h2>
        <Loaded loading={loading}>
          {(dossier) => (
            <FileRows files={dossier.pieces} empty="Aucune pièce pour le moment : déposez-les ci-dessous." />
          )}
        </Loaded>
      </section>
      <section class="stack" aria-labelledby="deposit-title">
        <h2 id="deposit-title">Ajouter une pièce</h2>
        {deposits.map((piece) => (
          <FileField
            key={piece}
            id={`deposit-${piece}`}
            label={pieces[piece].label}
            optional
            endings={documentEndings}
            largestBytes={defaultSettings.largestFile}
            send={async (file, sending) => {
              const sent = await depositPiece({ piece, missionId: null, laureateId }, file, sending);
              if (isRefusal(sent)) return sent;
              loading.reload();
              return undefined;
            }}
          />
        ))}
        <p>
          La note de cadrage se remet sur <a href={noteAddress}>sa propre page</a>.
        </p>
      </section>
    </>
  );
}
