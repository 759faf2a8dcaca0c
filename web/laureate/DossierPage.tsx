import { LaterArchive } from '../common/archive/LaterArchive.tsx';
import { DossierPieces } from '../common/dossier/DossierPieces.tsx';
import { Loaded, useView } from '../common/loading/Loaded.tsx';
import { HomeLoaded, SpaceFrame, type SpaceProps } from './SpaceFrame.tsx';
import './laureate.css';

/** « Ce dossier comprend : la candidature à l’AMI, le rendu post-incubation, la note de cadrage. » */
export function DossierPage(space: SpaceProps) {
  return (
    <SpaceFrame space={space} title="Votre dossier" current="dossier">
      <p class="lead">
        Un expert lit ce dossier seulement après que vous lui avez demandé une mission et qu’il a déclaré n’avoir aucun
        intérêt dans votre manufacture.
      </p>
      <p class="row">
        <a href={space.addresses.accesses} class="tall-link">
          Qui lit votre dossier
        </a>
        <a href={space.addresses.people} class="tall-link">
          Les personnes de votre manufacture
        </a>
      </p>
      <HomeLoaded space={space}>
        {(home) => (
          <>
            <Dossier laureateId={home.laureateId} noteAddress={space.addresses.note} />
            <LaterArchive scope={{ kind: 'laureate', laureateId: home.laureateId }} />
          </>
        )}
      </HomeLoaded>
    </SpaceFrame>
  );
}

interface DossierProps {
  readonly laureateId: string;
  readonly noteAddress: string;
}

function Dossier({ laureateId, noteAddress }: DossierProps) {
  const loading = useView({ name: 'dossier', laureateId });
  return (
    <Loaded loading={loading}>
      {(dossier) => (
        <DossierPieces
          dossier={dossier}
          refresh={loading.refresh}
          note={
            <p>
              {dossier.note === null ? 'Elle n’est pas encore remise. ' : `Version ${dossier.note.version} remise. `}
              <a href={noteAddress}>
                {dossier.note === null ? 'Remettre la note de cadrage' : 'Lire ou remplacer la note'}
              </a>
            </p>
          }
        />
      )}
    </Loaded>
  );
}
