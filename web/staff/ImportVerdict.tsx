import type { ImportReport } from '@sur-mesure/functions/domain/imports/report';
import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { Button, ButtonLink } from '../common/button/Button.tsx';
import { Notice, RefusalNotice } from '../common/notice/Notice.tsx';
import { counted } from '../common/words/typography.ts';
import { CorrectFirst } from './CorrectFirst.tsx';
import { type ImportWords, importWords } from './import-words.ts';
import './staff.css';

/** What was read of a file, in a sentence: read aloud when it comes. */
export function ImportVerdict({ report }: { readonly report: ImportReport }) {
  const { sentence } = importWords(report);
  return (
    <div class="stack">
      <h2>{report.written ? 'Import terminé' : 'Ce que contient le fichier'}</h2>
      {report.written ? (
        <Notice tone="success">
          <p>{sentence}</p>
        </Notice>
      ) : (
        <p class="lead">{sentence}</p>
      )}
    </div>
  );
}

interface ImportNextProps {
  readonly report: ImportReport;
  readonly busy: boolean;
  readonly refusal: Refusal | undefined;
  readonly onWrite: (skipBad: boolean) => void;
}

/** What is wrong in the file, and the one way on. */
export function ImportNext({ report, busy, refusal, onWrite }: ImportNextProps) {
  return (
    <div class="stack">
      <Rows report={report} />
      <Left left={report.left} />
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      <WayOn report={report} words={importWords(report)} busy={busy} onWrite={onWrite} />
    </div>
  );
}

interface WayOnProps {
  readonly report: ImportReport;
  readonly words: ImportWords;
  readonly busy: boolean;
  readonly onWrite: (skipBad: boolean) => void;
}

function WayOn({ report, words: { linesInError, toWrite }, busy, onWrite }: WayOnProps) {
  if (report.written) {
    return (
      <div class="stack">
        {linesInError > 0 && <SendAgain />}
        <div>
          <ButtonLink href="/equipe?vue=laureats">Voir les lauréats</ButtonLink>
        </div>
      </div>
    );
  }
  if (linesInError > 0) {
    return <CorrectFirst busy={busy} onWriteOthers={toWrite > 0 ? () => onWrite(true) : undefined} />;
  }
  if (toWrite === 0) return <p>Rien n’est à enregistrer.</p>;
  return (
    <div>
      <Button tone="primary" busy={busy} onClick={() => onWrite(false)}>
        Importer {counted(toWrite, 'lauréat')}
      </Button>
    </div>
  );
}

/** The rows that are left out, each with why; once the file is written, those that were written too. */
export function Rows({ report: { changes, problems, written } }: { readonly report: ImportReport }) {
  return (
    <>
      {problems.length > 0 && (
        <Problems problems={problems} title={written ? 'Lignes non écrites' : 'À corriger dans le fichier'} />
      )}
      {written && changes.length > 0 && (
        <details>
          <summary>{counted(changes.length, 'ligne écrite', 'lignes écrites')}</summary>
          <ul>
            {changes.map(({ line, about }) => (
              <li key={line}>
                Ligne {line} : {about}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** What the file says otherwise of what is here already, row by row: staff change it by its own act, or leave it. */
export function Left({ left }: Pick<ImportReport, 'left'>) {
  if (left.length === 0) return null;
  return (
    <Notice title="Laissés tels quels">
      <ul>
        {left.map(({ line, about }) => (
          <li key={`${line} ${about}`}>
            Ligne {line} : {about}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** A row may be refused at the moment it is written, once others are: nothing of it is lost by sending the whole file again. */
export function SendAgain() {
  return (
    <p>
      Ce qui est écrit est gardé. Corrigez les autres lignes, puis envoyez le même fichier à nouveau : ce qui est déjà
      là ne change pas.
    </p>
  );
}

interface ProblemsProps {
  readonly problems: ImportReport['problems'];
  readonly title: string;
}

function Problems({ problems, title }: ProblemsProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls in its frame, which the keyboard must reach.
    <section class="table-frame" tabIndex={0} aria-label={title}>
      <table class="table">
        <caption class="problems-caption">{title}</caption>
        <thead>
          <tr>
            <th scope="col">Ligne</th>
            <th scope="col">Colonne</th>
            <th scope="col">Valeur</th>
            <th scope="col">Pourquoi</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ line, column, value, reason }) => (
            <tr key={`${line} ${column} ${reason}`}>
              <td>{line}</td>
              <td>{column}</td>
              <td>{value === '' ? <span class="muted">(vide)</span> : value}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
