import type { FileRow, MissionView } from '@sur-mesure/functions/domain/missions/views';
import { useState } from 'preact/hooks';
import { DownloadAll } from '../archive/DownloadAll.tsx';
import { DepositZone } from '../deposits/DepositZone.tsx';
import { useDeposits } from '../deposits/useDeposits.ts';
import { ActionAnswer } from '../dossier/ActionAnswer.tsx';
import { DocumentList } from '../dossier/DocumentList.tsx';
import { FileActions } from '../dossier/FileActions.tsx';
import { useFileAction } from '../dossier/useFileAction.ts';
import { SelectField } from '../field/ChoiceFields.tsx';
import { FolderLinks } from './FolderLinks.tsx';
import { folderWords } from './folder-words.ts';

interface WorkingFolderProps {
  readonly view: MissionView;
  /** Reads the mission again, quietly. */
  readonly refresh: () => void;
}

/** What is exchanged while working on a mission: « tout partage de document », files and links alike. */
export function WorkingFolder({ view, refresh }: WorkingFolderProps) {
  const files = view.files.filter(({ piece }) => piece === 'working');
  const { audience, empty } = folderWords(view);
  return (
    <section class="stack" aria-labelledby="folder-title">
      <div>
        <h2 id="folder-title">Dossier de travail</h2>
        <p class="small muted">{audience}</p>
      </div>
      <FolderFiles view={view} files={files} refresh={refresh} empty={empty} />
      <FolderLinks missionId={view.mission.id} links={view.links} mayAdd={view.mayShare} onChanged={refresh} />
      <DownloadAll
        files={view.files}
        title={`Mission avec ${view.mission.expert.name}`}
        label="Télécharger tous les documents de la mission"
      />
    </section>
  );
}

interface FolderFilesProps extends WorkingFolderProps {
  readonly files: readonly FileRow[];
  readonly empty: string;
}

function FolderFiles({ view, files, refresh, empty }: FolderFilesProps) {
  const { mission, laureateId, mayShare, settings } = view;
  const [chosen, setChosen] = useState<string>(EVERYONE);
  // A laureate speaks for itself; the others say for whom.
  const recipient = laureateId ?? (chosen === EVERYONE ? null : chosen);
  const target = { piece: 'working', missionId: mission.id, laureateId: recipient } as const;
  const largestBytes = settings.largestFile;
  const deposits = useDeposits({
    targets: [laureateId, ...mission.laureateIds, null].map((one) => ({ ...target, laureateId: one })),
    largestBytes,
    onKept: refresh,
  });
  const acting = useFileAction(refresh);
  const place = { missionId: mission.id, laureateId: recipient };
  return (
    <>
      <ActionAnswer acting={acting} files={files} />
      <DocumentList
        files={files}
        empty={empty}
        actionsOf={(file) => <FileActions {...{ file, place, largestBytes, deposits, acting }} />}
      />
      {mayShare && (
        <>
          <Recipient view={view} chosen={chosen} onInput={setChosen} />
          <DepositZone
            id="deposit-working"
            label="Ajouter des documents"
            target={target}
            largestBytes={largestBytes}
            deposits={deposits}
          />
        </>
      )}
    </>
  );
}

const EVERYONE = 'everyone';

interface RecipientProps {
  readonly view: MissionView;
  readonly chosen: string;
  readonly onInput: (recipient: string) => void;
}

/** In a mission that several share, what is for one of them is not shown to the others. */
function Recipient({ view: { dossiers, laureateId }, chosen, onInput }: RecipientProps) {
  if (laureateId !== null || dossiers.length < 2) return null;
  const choices = [
    { value: EVERYONE, label: 'Pour toutes les manufactures de la mission' },
    ...dossiers.map(({ laureateId: value, name }) => ({ value, label: `Pour ${name} seulement` })),
  ];
  return <SelectField id="recipient" label="Pour qui ?" choices={choices} value={chosen} onInput={onInput} />;
}
