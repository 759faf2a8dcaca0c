import type { Form } from '@sur-mesure/functions/domain/forms/form';
import type { HandedDocument, Submission } from '@sur-mesure/functions/domain/missions/mission';
import type { VersionChanges } from '@sur-mesure/functions/domain/missions/version-changes';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { type ComponentChildren, Fragment } from 'preact';
import { DevisLines } from '../common/devis/DevisLines.tsx';
import { issuerWords, vatWords } from '../common/devis/devis-words.ts';
import { Later } from '../common/loading/Later.tsx';
import { Notice } from '../common/notice/Notice.tsx';
import { DateText } from '../common/words/DateText.tsx';
import { Amounts } from './Amounts.tsx';

interface ReadingProps {
  readonly view: MissionView;
  readonly submission: Submission;
  readonly documents: ComponentChildren;
  /** What to do once read: the button, or why there is none. */
  readonly next: ComponentChildren;
}

/** First step: everything the decision is about, as a page. The PDF are there, and nobody has to open them on a phone to understand. */
export function Reading({ view, submission, documents, next }: ReadingProps) {
  return (
    <>
      {view.warnings.map((warning) => (
        <Notice key={warning} tone="warning">
          <p>{warning}</p>
        </Notice>
      ))}
      {view.changes !== null && <Since changes={view.changes} />}
      <section class="stack stack-tight" aria-labelledby="need-title">
        <h2 id="need-title">Ce que vous avez demandé</h2>
        <p class="typed-text">{view.mission.need}</p>
      </section>
      <section class="stack" aria-labelledby="devis-title">
        <h2 id="devis-title">Le devis</h2>
        <Amounts view={view} />
        <dl class="facts">
          <dt>Devis</dt>
          <dd>
            {submission.devis.number}, version {submission.version}
          </dd>
          {submission.devis.issuer !== null && (
            <>
              <dt>Émis par</dt>
              <dd>{issuerWords(submission.devis.issuer)}</dd>
            </>
          )}
          {view.amounts?.vat.kind === 'rates' &&
            vatWords(view.amounts).map((words) => (
              <Fragment key={words}>
                <dt>TVA</dt>
                <dd>{words}</dd>
              </Fragment>
            ))}
          <dt>Valable jusqu’au</dt>
          <dd>
            <DateText day={submission.devis.validUntil} relative />
          </dd>
          <dt>Mission prévue</dt>
          <dd>
            du <DateText day={submission.plannedStart} /> au <DateText day={submission.plannedEnd} />
          </dd>
          <dt>Remis le</dt>
          <dd>
            <DateText instant={submission.at} />
          </dd>
        </dl>
        {view.amounts !== null && <DevisLines amounts={view.amounts} />}
      </section>
      <section class="stack" aria-labelledby="diagnostic-title">
        <h2 id="diagnostic-title">Le diagnostic préalable</h2>
        <Diagnostic diagnostic={submission.diagnostic} form={view.diagnosticForm} />
      </section>
      <section class="stack" aria-labelledby="documents-title">
        <h2 id="documents-title">Les documents</h2>
        {documents}
      </section>
      {next}
    </>
  );
}

/** Most devis are decided on as they come: what compares two versions is loaded with the second. */
const loadChanges = () => import('./Changes.tsx');

function Since({ changes }: { readonly changes: VersionChanges }) {
  return (
    <section class="stack" aria-labelledby="changes-title">
      <h2 id="changes-title">Ce qui a changé depuis la version {changes.since}</h2>
      <Later load={loadChanges}>{({ Changes }) => <Changes changes={changes} />}</Later>
    </section>
  );
}

interface DiagnosticProps {
  readonly diagnostic: HandedDocument;
  /** The version that it answers. */
  readonly form: Form | null;
}

function Diagnostic({ diagnostic, form }: DiagnosticProps) {
  if (diagnostic.kind === 'file' || form === null)
    return <p>L’expert l’a rédigé dans son propre document : ouvrez le PDF ci-dessous pour le lire.</p>;
  const { answers } = diagnostic;
  return (
    <>
      {form.sections.map(({ title, questions }) => (
        <section key={title} class="stack" aria-label={title}>
          {questions
            .map(({ id, label }) => ({ id, label, answer: answers[id] ?? '' }))
            .filter(({ answer }) => answer.trim() !== '')
            .map(({ id, label, answer }) => (
              <div key={id} class="stack stack-tight">
                <h3>{label}</h3>
                <p class="typed-text">{answer}</p>
              </div>
            ))}
        </section>
      ))}
    </>
  );
}
