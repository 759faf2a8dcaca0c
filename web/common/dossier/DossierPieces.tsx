import { dossierPieces, type PieceKind, pieces } from '@sur-mesure/functions/domain/dossiers/pieces';
import type { Dossier } from '@sur-mesure/functions/domain/dossiers/views';
import type { FileRow } from '@sur-mesure/functions/domain/missions/views';
import { defaultSettings } from '@sur-mesure/functions/domain/programme/settings';
import type { ComponentChildren } from 'preact';
import { DownloadAll } from '../archive/DownloadAll.tsx';
import { DepositZone } from '../deposits/DepositZone.tsx';
import type { Deposit } from '../deposits/queue.ts';
import { useDeposits } from '../deposits/useDeposits.ts';
import { of } from '../words/typography.ts';
import { ActionAnswer } from './ActionAnswer.tsx';
import { DocumentList } from './DocumentList.tsx';
import { FileActions } from './FileActions.tsx';
import { type FileActing, useFileAction } from './useFileAction.ts';
import { versionsOf } from './versions.ts';

interface DossierPiecesProps {
  readonly dossier: Dossier;
  /** Reads the dossier again, quietly. */
  readonly refresh: () => void;
  /** How the scoping note is handed in: with its sub-themes, on a page of its own. */
  readonly note: ComponentChildren;
}

/** What to do while there is none of a kind, and its title where it is not the piece's own. A note handed in on line has no file: its own line says it. */
const words: Partial<Record<PieceKind, { readonly title?: string; readonly empty: string }>> = {
  application: { empty: 'La candidature n’est pas encore là : déposez-la ci-dessous.' },
  incubationReport: { empty: 'Le rendu n’est pas encore là : déposez-le ci-dessous dès qu’il est prêt.' },
  other: {
    title: 'Autres documents',
    empty: 'Plans, photos, études : ce qui aiderait un expert se dépose ci-dessous. Chacun se partage ensuite, ou non.',
  },
  logo: {
    empty:
      'Pas encore de logo. Déposez-le ci-dessous : il s’imprime en haut des documents qui ne concernent que cette manufacture.',
  },
};

/** The pieces of a dossier, kind by kind, with what this reader may do about each. For the laureate's people and for staff. */
export function DossierPieces({ dossier, refresh, note }: DossierPiecesProps) {
  const { laureateId, laureateName, mayDeposit } = dossier;
  const place = { missionId: null, laureateId };
  const largestBytes = defaultSettings.largestFile;
  const deposits = useDeposits({
    targets: dossierPieces.map((piece) => ({ piece, ...place })),
    largestBytes,
    onKept: refresh,
  });
  const acting = useFileAction(refresh);
  const shown = { place, largestBytes, deposits, acting };
  return (
    <>
      <DownloadAll files={dossier.pieces} title={`Dossier ${of(laureateName)}`} />
      {dossierPieces.map((piece) => (
        <section key={piece} class="stack" aria-labelledby={`piece-${piece}`}>
          <div>
            <h2 id={`piece-${piece}`}>{words[piece]?.title ?? pieces[piece].label}</h2>
            {pieces[piece].shared === 'always' && (
              <p class="small muted">
                Vu par la manufacture, par l’équipe France Tiers-Lieux et par les experts à qui ce dossier est ouvert.
              </p>
            )}
          </div>
          <Documents
            piece={piece}
            files={dossier.pieces.filter((file) => file.piece === piece)}
            mayDeposit={mayDeposit.includes(piece)}
            {...shown}
          />
          {piece === 'scopingNote' && note}
        </section>
      ))}
    </>
  );
}

interface DocumentsProps {
  readonly piece: PieceKind;
  readonly files: readonly FileRow[];
  readonly mayDeposit: boolean;
  readonly place: { readonly missionId: null; readonly laureateId: string };
  readonly largestBytes: number;
  readonly deposits: ReturnType<typeof useDeposits>;
  readonly acting: FileActing;
}

/** The documents of one kind, and the place of the next one. */
function Documents({ piece, files, mayDeposit, ...shown }: DocumentsProps) {
  const { place, largestBytes, deposits, acting } = shown;
  return (
    <>
      <ActionAnswer acting={acting} files={files} />
      <DocumentList
        files={files}
        ofOneKind
        empty={mayDeposit ? words[piece]?.empty : 'Rien pour le moment.'}
        actionsOf={(file) => <FileActions file={file} {...shown} />}
      />
      {mayDeposit && takesAnother(piece, files) && (
        <Adding folded={files.length > 0 && piece !== 'other' && !inSight(deposits.deposits, piece)}>
          <DepositZone
            id={`deposit-${piece}`}
            label={piece === 'other' ? 'Ajouter des documents' : `Déposer : ${pieces[piece].label}`}
            target={{ piece, ...place }}
            largestBytes={largestBytes}
            deposits={deposits}
            single={piece === 'logo'}
          />
        </Adding>
      )}
    </>
  );
}

/** A note is handed in on its own page; of a logo there is one, which is replaced. */
function takesAnother(piece: PieceKind, files: readonly FileRow[]): boolean {
  if (piece === 'logo') return versionsOf(files).every(({ current }) => current.withdrawnAt !== null);
  return piece !== 'scopingNote';
}

/** A deposit that is on its way, that failed, or that came while one was away is not folded from the eyes. */
function inSight(deposits: readonly Deposit[], piece: PieceKind): boolean {
  return deposits.some(({ target, step, file }) => target.piece === piece && (step.name !== 'kept' || file === null));
}

/** A piece that is there rarely needs a second file: its place is one press away. */
function Adding({ folded, children }: { readonly folded: boolean; readonly children: ComponentChildren }) {
  if (!folded) return children;
  return (
    <details class="former">
      <summary>Ajouter un autre fichier</summary>
      {children}
    </details>
  );
}
