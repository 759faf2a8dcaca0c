import type { ComponentChildren } from 'preact';
import { Button } from '../button/Button.tsx';
import { fileSize } from '../words/typography.ts';
import './document-row.css';

/** The states of a file, from its deposit to its verdict (design: files in two zones). */
export type Analysis = 'expected' | 'scanning' | 'clean' | 'rejected' | 'scan_error' | 'unscanned';

const analyses: Record<Analysis, { readonly words: string; readonly readable: boolean }> = {
  expected: { words: 'Envoi attendu', readable: false },
  scanning: { words: 'Vérification en cours', readable: false },
  clean: { words: 'Vérifié', readable: true },
  rejected: { words: 'Refusé par la vérification', readable: false },
  scan_error: { words: 'Vérification à refaire, l’équipe est prévenue', readable: false },
  unscanned: { words: 'Non analysé par un antivirus', readable: true },
};

interface DocumentRowProps {
  /** « Devis », « Diagnostic »: what it is, before how it is called. */
  readonly kind: string;
  /** The heading that it stands under says its kind: the eye does not read it again on each line, only who hears a button does. */
  readonly underItsKind?: boolean;
  readonly name?: string;
  readonly version?: number | undefined;
  /** « PDF », « Document Word ». */
  readonly type?: string;
  readonly sizeBytes?: number;
  /** When it was deposited, e.g. a DateText. */
  readonly date?: ComponentChildren;
  readonly depositedBy?: string | undefined;
  readonly analysis?: Analysis;
  /** Who opened it, in words. */
  readonly openedBy?: ComponentChildren;
  readonly busy?: boolean;
  readonly onOpen?: () => void;
  /** What one may do about it besides opening it. */
  readonly actions?: ComponentChildren;
}

export function DocumentRow(props: DocumentRowProps) {
  const { kind, underItsKind = false, name, version, type, sizeBytes, date, depositedBy, analysis = 'clean' } = props;
  const { openedBy, busy = false, onOpen, actions } = props;
  const { words, readable } = analyses[analysis];
  const title = version === undefined ? kind : `${kind}, version ${version}`;
  const named = underItsKind && name !== undefined;
  return (
    <div class="document">
      <svg class="document-sheet" viewBox="0 0 20 24" aria-hidden="true">
        <path d="M2 1h10l6 6v16H2zM12 1v6h6M6 12h8M6 16h8" />
      </svg>
      <div class="document-words">
        {!named && <p class="document-title">{title}</p>}
        {name !== undefined && <p class={named ? 'document-title document-name' : 'document-name'}>{name}</p>}
        <p class="document-facts">
          {named && version !== undefined && <span>Version {version}</span>}
          {type !== undefined && <span>{type}</span>}
          {sizeBytes !== undefined && <span>{fileSize(sizeBytes)}</span>}
          {date !== undefined && <span>{date}</span>}
          {depositedBy !== undefined && <span>par {depositedBy}</span>}
          <span class={analysis === 'rejected' ? 'document-rejected' : undefined}>{words}</span>
        </p>
        {openedBy !== undefined && <p class="small muted">{openedBy}</p>}
      </div>
      {readable && onOpen !== undefined && (
        <Button busy={busy} opens="dialog" onClick={onOpen}>
          Ouvrir<span class="visually-hidden"> {title}</span>
        </Button>
      )}
      {actions !== undefined && <div class="document-actions">{actions}</div>}
    </div>
  );
}
