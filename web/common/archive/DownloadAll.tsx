import { cleanSegment } from '@sur-mesure/functions/domain/archives/names';
import type { FileRow } from '@sur-mesure/functions/domain/missions/views';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../button/Button.tsx';
import { Notice } from '../notice/Notice.tsx';
import { Progress } from '../progress/Progress.tsx';
import { counted, fileSize } from '../words/typography.ts';
import type { Failure } from './build.ts';
import { type ArchiveEntry, archiveParts, LARGEST_PART } from './plan.ts';

interface DownloadAllProps {
  readonly files: readonly FileRow[];
  /** « Dossier de La Filature »: the name of the archive. */
  readonly title: string;
  /** « Télécharger tous les documents de la mission ». */
  readonly label?: string;
}

type State =
  | { readonly step: 'idle' }
  | { readonly step: 'building'; readonly part: number; readonly files: number; readonly bytes: number }
  | { readonly step: 'done'; readonly part: number; readonly failed: readonly Failure[] }
  | { readonly step: 'lost' };

const weight = (entries: readonly ArchiveEntry[]) => entries.reduce((sum, { file }) => sum + file.size, 0);

/** Every file of a list as one ZIP made in the page, or several when they are heavy. */
export function DownloadAll({ files: listed, title, label = 'Télécharger tout' }: DownloadAllProps) {
  // What was taken back stays in the history, one by one.
  const files = listed.filter(({ withdrawnAt }) => withdrawnAt === null);
  const parts = archiveParts(files);
  const { state, start, stop } = useArchive(parts, title);
  if (files.length < 2) return null;
  const building = state.step === 'building' ? state : undefined;
  const current = building === undefined ? undefined : parts[building.part];
  return (
    <div class="stack stack-tight">
      {parts.length > 1 && (
        <p class="small muted">
          Ces {counted(files.length, 'fichier')} dépassent {fileSize(LARGEST_PART)} : ils se téléchargent en{' '}
          {parts.length} archives, l’une après l’autre, pour ne pas saturer la mémoire de votre appareil.
        </p>
      )}
      {building !== undefined && current !== undefined ? (
        <Progress
          label={`Préparation de l’archive, ${counted(building.files, 'fichier')} sur ${current.length}`}
          ratio={building.bytes / Math.max(1, weight(current))}
          figure={`${fileSize(building.bytes)} sur ${fileSize(weight(current))}`}
          onCancel={stop}
        />
      ) : (
        <div class="row">
          {parts.map((entries, part) => (
            <Button key={entries[0]?.path} onClick={() => start(part)}>
              {parts.length === 1 ? label : `${label}, partie ${part + 1} sur ${parts.length}`} (
              {counted(entries.length, 'fichier')}, {fileSize(weight(entries))})
            </Button>
          ))}
        </div>
      )}
      <div role="status">
        <Outcome state={state} />
      </div>
    </div>
  );
}

function useArchive(parts: readonly (readonly ArchiveEntry[])[], title: string) {
  const [state, setState] = useState<State>({ step: 'idle' });
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);
  const start = async (part: number) => {
    const entries = parts[part] ?? [];
    const stop = new AbortController();
    current.current = stop;
    // The file on its way when one stops still arrives: nobody looks any more.
    const show = (next: State) => {
      if (!stop.signal.aborted) setState(next);
    };
    show({ step: 'building', part, files: 0, bytes: 0 });
    try {
      const [{ buildArchive }, { fetchFile }, { saveAs }] = await Promise.all([
        import('./build.ts'),
        import('../reader/fetch-file.ts'),
        import('../files.ts'),
      ]);
      const { archive, failed } = await buildArchive(entries, {
        fetchFile: (fileId) => fetchFile(fileId, 'file'),
        title,
        signal: stop.signal,
        onProgress: (files, bytes) => show({ step: 'building', part, files, bytes }),
      });
      // An archive with nothing but its list would look like a success.
      if (failed.length < entries.length) saveAs(archive, archiveName(title, part, parts.length));
      show({ step: 'done', part, failed });
    } catch {
      show({ step: 'lost' });
    }
  };
  const stop = () => {
    current.current?.abort();
    setState({ step: 'idle' });
  };
  return { state, start, stop };
}

function archiveName(title: string, part: number, parts: number): string {
  return `${cleanSegment(title)}${parts === 1 ? '' : `, partie ${part + 1}`}.zip`;
}

function Outcome({ state }: { readonly state: State }) {
  if (state.step === 'lost') {
    return (
      <Notice tone="error" title="L’archive n’a pas été faite">
        <p>La connexion a été coupée. Rien n’est perdu : réessayez, ou téléchargez les fichiers un par un.</p>
      </Notice>
    );
  }
  if (state.step !== 'done') return null;
  if (state.failed.length === 0) return <p>✓ L’archive est téléchargée, avec la liste de ce qu’elle contient.</p>;
  return (
    <Notice
      tone="warning"
      title={`${counted(state.failed.length, 'fichier manque', 'fichiers manquent')} dans l’archive`}
    >
      <p>Les autres y sont, et « Contenu.txt » dit lesquels manquent. Réessayez, ou ouvrez-les un par un :</p>
      <ul>
        {state.failed.map(({ entry, reason }) => (
          <li key={entry.path}>
            « {entry.file.name} » : {reason}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
