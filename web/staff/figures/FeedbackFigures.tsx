import { dayOf } from '@sur-mesure/functions/domain/calendar';
import type { Figures, QuestionFigures } from '@sur-mesure/functions/domain/figures/model';
import { answersTable } from '@sur-mesure/functions/domain/figures/tables';
import { BarChart } from '../../common/bar-chart/BarChart.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import { counted } from '../../common/words/typography.ts';
import { FigureTableView } from './FigureTableView.tsx';
import { barsDescription, wholeBars } from './figure-words.ts';

/** How laureates answered, in groups that tell of nobody (`domain/figures/shown-groups.ts`). */
export function FeedbackFigures({ figures: { feedback } }: { readonly figures: Figures }) {
  const { until, least, given, questions } = feedback;
  return (
    <>
      <section class="stack" aria-labelledby="feedback-title">
        <h2 id="feedback-title">Ce que disent les bilans de satisfaction</h2>
        <p>
          {counted(given, 'bilan')} jusqu’au <DateText day={dayOf(until)} />. Un groupe n’est montré qu’à partir de{' '}
          {least} manufactures ; les plus petits sont réunis, pour que personne ne se reconnaisse, même par
          soustraction. Les textes ne sont dans aucun de ces chiffres.
        </p>
      </section>
      {questions.map((question) => (
        <Question key={question.id} question={question} least={least} />
      ))}
    </>
  );
}

interface QuestionProps {
  readonly question: QuestionFigures;
  readonly least: number;
}

function Question({ question, least }: QuestionProps) {
  const { id, label, choices, all, themes, experts } = question;
  const rows = choices.map((choice, index) => {
    const count = all?.counts[index] ?? 0;
    return { label: choice, size: count, value: shareWords(count, all?.answers ?? 0) };
  });
  const divisions = [
    { id: 'thematiques', title: 'par thématique', heading: 'Thématique', groups: themes },
    { id: 'experts', title: 'par expert', heading: 'Expert', groups: experts },
  ];
  return (
    <section class="stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>« {label} »</h2>
      {all === null ? (
        <EmptyState>Moins de {least} manufactures ont répondu : rien n’est montré.</EmptyState>
      ) : (
        <>
          <BarChart
            id={`chart-${id}`}
            title={`${label} Toutes les réponses`}
            description={barsDescription(rows)}
            rows={wholeBars(rows)}
          />
          {divisions.map((division) => (
            <section key={division.id} class="stack" aria-labelledby={`${id}-${division.id}`}>
              <h3 id={`${id}-${division.id}`}>Les réponses {division.title}</h3>
              {division.groups.length === 0 && (
                <p class="muted">Aucun groupe n’est assez grand pour être montré à côté des autres.</p>
              )}
              <FigureTableView table={answersTable(question, division)} />
            </section>
          ))}
        </>
      )}
    </section>
  );
}

/** « 12, soit 40 % » */
function shareWords(count: number, all: number): string {
  return count === 0 ? '0' : `${count}, soit ${Math.round((100 * count) / all)} %`;
}
