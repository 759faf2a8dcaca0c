import { pieces } from '@sur-mesure/functions/domain/dossiers/pieces';
import type { FileRow } from '@sur-mesure/functions/domain/missions/views';
import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { modelName } from '@sur-mesure/functions/domain/templates/versions';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../button/Button.tsx';
import { saveAs } from '../files.ts';
import { Later } from '../loading/Later.tsx';
import { RefusalNotice } from '../notice/Notice.tsx';
import { DateText } from '../words/DateText.tsx';
import { fileSize } from '../words/typography.ts';
import { readingOf, typeName } from './kinds.ts';
import type { ReaderProps } from './ReaderPlace.tsx';
import { type Arrival, useBlobAddress, usePreview, useWholeFile } from './useFile.ts';
import './reader.css';

/** One document, over the page: what it is and its first page at once; all of it when one asks. Escape or « Fermer » leads back to its row. */
export function Reader({ file, onClose }: ReaderProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Not after the next frame: on a busy machine, Tab would then start from the top of the page.
  useLayoutEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    // By hand: a dialog that leaves the page while it is open drops the focus with it, and nothing behind it can take it before.
    return () => {
      element?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="reader"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header class="reader-head">
        <div>
          <p class="overline">{pieces[file.piece].label}</p>
          <h2 id={titleId} class="reader-title">
            {file.name}
          </h2>
        </div>
        <Button onClick={onClose}>Fermer</Button>
      </header>
      <ReaderBody file={file} />
    </dialog>
  );
}

/** pdf.js is half a megabyte: it comes when a PDF is read in the page, and never before. */
const loadPages = () => import('./PdfPages.tsx');

function ReaderBody({ file }: { readonly file: FileRow }) {
  const reading = readingOf(file.contentType);
  const { arrival, need } = useWholeFile(file.fileId);
  // Without a picture of its first page, a document one can read here opens at once: there is nothing else to show.
  const [inPage, setInPage] = useState(!file.hasPreview && reading !== 'outside');
  useEffect(() => {
    if (inPage) void need();
  }, [inPage]);
  const whole = typeof arrival === 'object' && !isRefusal(arrival) ? arrival : undefined;
  const about = (
    <>
      <Facts file={file} />
      <div class="row">
        {reading !== 'outside' && !inPage && (
          <Button tone="primary" onClick={() => setInPage(true)}>
            Lire dans la page
          </Button>
        )}
        <Takeaway file={file} need={need} />
      </div>
    </>
  );
  return (
    <div class="reader-body">
      {/* While one reads, the pages have the room. */}
      {inPage && whole !== undefined ? (
        <details class="former">
          <summary>Télécharger, ou ouvrir ailleurs</summary>
          <div class="stack">{about}</div>
        </details>
      ) : (
        about
      )}
      <div role="status">
        {arrival === 'coming' && (
          <p class="reader-coming">
            <progress aria-label="Chargement du document" /> Chargement de {fileSize(file.size)}
          </p>
        )}
      </div>
      {isRefusal(arrival) && <RefusalNotice refusal={arrival} />}
      {inPage && whole !== undefined ? (
        <Whole file={file} bytes={whole.bytes} />
      ) : (
        <FirstPage file={file} outside={reading === 'outside'} />
      )}
    </div>
  );
}

function Whole({ file, bytes }: { readonly file: FileRow; readonly bytes: Blob }) {
  if (readingOf(file.contentType) === 'picture') return <Picture bytes={bytes} words={file.name} />;
  return <Later load={loadPages}>{({ PdfPages }) => <PdfPages bytes={bytes} name={file.name} />}</Later>;
}

function Facts({ file }: { readonly file: FileRow }) {
  const { contentType, size, createdAt, depositedBy, templateVersion } = file;
  return (
    <p class="document-facts">
      <span>{typeName(contentType)}</span>
      <span>{fileSize(size)}</span>
      <span>
        Déposé le <DateText instant={createdAt} />
      </span>
      {depositedBy !== '' && <span>par {depositedBy}</span>}
      {templateVersion !== null && <span>{modelName(templateVersion)}</span>}
    </p>
  );
}

interface TakeawayProps {
  readonly file: FileRow;
  readonly need: ReturnType<typeof useWholeFile>['need'];
}

/** For another program than this page: the device's reader in a tab where the browser has one, or a file on the device. */
function Takeaway({ file, need }: TakeawayProps) {
  const take = async (beside: boolean) => {
    const answer = await need();
    if (isRefusal(answer)) return;
    if (!beside || !opensBeside(answer.bytes)) saveAs(answer.bytes, answer.name);
  };
  return (
    <>
      {file.contentType === 'application/pdf' && (
        <Button onClick={() => take(true)}>Ouvrir avec le lecteur de l’appareil</Button>
      )}
      <Button tone={readingOf(file.contentType) === 'outside' ? 'primary' : 'secondary'} onClick={() => take(false)}>
        Télécharger
      </Button>
    </>
  );
}

/** False when the tab was not allowed: the file is then saved, and the device opens it from there. */
function opensBeside(bytes: Blob): boolean {
  const address = URL.createObjectURL(bytes);
  // A slow phone may still be reading: an hour, and the memory comes back anyway when the page closes.
  setTimeout(() => URL.revokeObjectURL(address), 3_600_000);
  return window.open(address) !== null;
}

/** The picture of the first page, or why there is none. */
function FirstPage({ file, outside }: { readonly file: FileRow; readonly outside: boolean }) {
  const preview: Arrival = usePreview(file.fileId, file.hasPreview);
  if (preview === 'coming') return <div class="reader-picture reader-picture-coming" aria-hidden="true" />;
  if (isRefusal(preview)) return <p class="muted">L’aperçu ne s’affiche pas : {preview.message}</p>;
  if (preview !== undefined) return <Picture bytes={preview.bytes} words={`Première page de « ${file.name} »`} />;
  if (!outside) return null;
  return (
    <p class="muted">
      Ce document se lit avec un programme de votre appareil (traitement de texte, tableur, photos) : téléchargez-le,
      puis ouvrez-le.
    </p>
  );
}

function Picture({ bytes, words }: { readonly bytes: Blob; readonly words: string }) {
  const address = useBlobAddress(bytes);
  return address === undefined ? null : <img class="reader-picture" src={address} alt={words} />;
}
