import type { AskedDocument } from '@sur-mesure/functions/domain/dossiers/asked-documents';
import { activeParticipants } from '@sur-mesure/functions/domain/missions/mission';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { call } from '../api/call.ts';
import { Button } from '../button/Button.tsx';
import { useAskedDocument } from '../loading/asked-document.ts';
import { DocumentComing } from '../loading/DocumentComing.tsx';

interface AskedDocumentsProps {
  readonly view: Pick<MissionView, 'mission' | 'files' | 'reader' | 'laureateId'>;
  readonly refresh: () => void;
}

interface Wanted {
  readonly label: string;
  readonly asked: AskedDocument;
}

/** What this reader may have made: the devis on a page; for the team, what each laureate says of the mission. */
function wantedBy({ mission, reader, laureateId }: AskedDocumentsProps['view']): Wanted[] {
  const missionId = mission.id;
  const active = activeParticipants(mission);
  const isGone = laureateId !== null && !active.some((participant) => participant.laureateId === laureateId);
  const forWhom = reader === 'staff' ? null : laureateId;
  const summary: Wanted[] =
    mission.submission === null || isGone
      ? []
      : [
          {
            label: 'Télécharger la synthèse du devis (PDF)',
            asked: { document: 'devisSummary', missionId, laureateId: forWhom },
          },
        ];
  if (reader !== 'staff') return summary;
  const given = Object.values(mission.participants).filter(({ feedbackGiven }) => feedbackGiven);
  return [
    ...summary,
    ...given.map(
      (participant): Wanted => ({
        label: `Télécharger le bilan de ${participant.name} (PDF)`,
        asked: { document: 'feedback', missionId, laureateId: participant.laureateId },
      }),
    ),
  ];
}

/** Buttons that ask for a PDF, make it in the background and save it. */
export function AskedDocuments({ view, refresh }: AskedDocumentsProps) {
  const wanted = wantedBy(view);
  const { ask, coming, refusal } = useAskedDocument<string>({
    documents: view.files,
    refresh,
    request: async (label, operationId) => {
      const found = wanted.find((one) => one.label === label);
      if (found === undefined) throw new Error(`nothing is called ${label}`);
      return call('makeDocument', { asked: found.asked, operationId });
    },
  });
  if (wanted.length === 0) return null;
  return (
    <div class="stack stack-tight">
      <div class="row">
        {wanted.map(({ label }) => (
          <Button key={label} busy={coming === label} onClick={() => ask(label)}>
            {label}
          </Button>
        ))}
      </div>
      <DocumentComing {...{ coming, refusal }} />
    </div>
  );
}
