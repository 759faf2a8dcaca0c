import { addDays, dayOf, endOfDay, type Instant } from '../calendar.ts';
import { type Form, type Question, questionsOf } from '../forms/form.ts';
import type { Mission } from '../missions/mission.ts';
import { type Theme, themeOf } from '../programme/theme-list.ts';
import { byId } from '../summaries/facts.ts';
import type { FiguresFacts, GivenFeedback } from './facts.ts';
import type { AnswerGroup, FeedbackFigures, QuestionFigures } from './model.ts';
import { shownGroups } from './shown-groups.ts';

type FeedbackFacts = Pick<FiguresFacts, 'at' | 'settings' | 'missions' | 'feedback' | 'feedbackForm' | 'feedbackForms'>;

/** One answer to one question. */
interface Answered {
  readonly laureateId: string;
  readonly choice: string;
  readonly theme: string;
  readonly expert: string;
}

const SEVERAL_THEMES = 'Plusieurs thématiques';
const OTHER_THEMES = 'Autres thématiques, réunies';
const OTHER_EXPERTS = 'Autres experts, réunis';

/**
 * How laureates answered, question by question, then by theme and by expert, in groups that tell of nobody (`shown-groups.ts`). Up to the end of the
 * last month: figures that moved with each feedback would tell it to whoever looked the day before.
 */
export function feedbackFigures(facts: FeedbackFacts): FeedbackFigures {
  const until = endOfLastMonth(facts.at);
  const least = facts.settings.feedbackLeast;
  const given = facts.feedback.filter(({ at }) => at <= until);
  const missions = byId(facts.missions);
  const names = new Map(facts.missions.map(({ expert }) => [expert.expertId, expert.name]));
  return {
    ...{ until, least, given: given.length },
    questions: choiceQuestions([facts.feedbackForm, ...facts.feedbackForms]).map((question) =>
      questionFigures(question, {
        answers: answersTo(question, given, { missions, themes: facts.settings.themes }),
        least,
        names,
      }),
    ),
  };
}

function endOfLastMonth(at: Instant): Instant {
  return endOfDay(addDays(`${dayOf(at).slice(0, 7)}-01`, -1));
}

type ChoiceQuestion = Pick<Question, 'id' | 'label'> & { readonly choices: readonly string[] };

/** Those of every version that was answered, in the words of the newest; choices that a version took away come last. */
function choiceQuestions(forms: readonly Form[]): ChoiceQuestion[] {
  const newestFirst = forms.toSorted((one, other) => other.version - one.version);
  const asked = newestFirst.flatMap(questionsOf).filter(({ kind }) => kind === 'choice');
  return [...Map.groupBy(asked, ({ id }) => id).values()].flatMap((versions) => {
    const [newest] = versions;
    const choices = [...new Set(versions.flatMap(({ choices: offered = [] }) => offered))];
    return newest === undefined ? [] : [{ id: newest.id, label: newest.label, choices }];
  });
}

function answersTo(
  { id }: ChoiceQuestion,
  given: readonly GivenFeedback[],
  { missions, themes }: { readonly missions: ReadonlyMap<string, Mission>; readonly themes: readonly Theme[] },
): Answered[] {
  return given.flatMap(({ missionId, laureateId, answers }) => {
    const choice = answers[id] ?? '';
    const mission = missions.get(missionId);
    // A feedback of a mission that is gone has no place in any division.
    if (choice === '' || mission === undefined) return [];
    return [{ laureateId, choice, theme: themeLabelOf(mission, themes), expert: mission.expert.expertId }];
  });
}

/** One theme a mission, so that themes divide the answers: a mission of several has a row with its like. */
function themeLabelOf({ subthemes }: Mission, themes: readonly Theme[]): string {
  const labels = new Set(subthemes.flatMap((id) => themeOf(themes, id)?.label ?? []));
  const [only] = labels;
  return labels.size === 1 && only !== undefined ? only : SEVERAL_THEMES;
}

interface Answers {
  readonly answers: readonly Answered[];
  readonly least: number;
  /** Of experts, by their id. */
  readonly names: ReadonlyMap<string, string>;
}

function questionFigures({ id, label, choices }: ChoiceQuestion, { answers, least, names }: Answers): QuestionFigures {
  const placed = answers.map(({ laureateId, theme, expert }) => ({ laureateId, first: theme, second: expert }));
  const shown = shownGroups(placed, least);
  const rows = (cells: readonly string[], { cellOf, labelOf, others }: Division) => {
    const groups = cells.map((cell) =>
      groupOf(
        labelOf(cell),
        answers.filter((one) => cellOf(one) === cell),
        choices,
      ),
    );
    const left = answers.filter((one) => !cells.includes(cellOf(one)));
    return left.length === 0 || cells.length === 0 ? groups : [...groups, groupOf(others, left, choices)];
  };
  return {
    ...{ id, label, choices },
    all: shown.all ? groupOf('Toutes les réponses', answers, choices) : null,
    themes: rows(shown.first, { cellOf: ({ theme }) => theme, labelOf: (theme) => theme, others: OTHER_THEMES }),
    experts: rows(shown.second, {
      cellOf: ({ expert }) => expert,
      labelOf: (expertId) => names.get(expertId) ?? expertId,
      others: OTHER_EXPERTS,
    }),
  };
}

interface Division {
  readonly cellOf: (answer: Answered) => string;
  readonly labelOf: (cell: string) => string;
  readonly others: string;
}

function groupOf(label: string, answers: readonly Answered[], choices: readonly string[]): AnswerGroup {
  return {
    label,
    answers: answers.length,
    counts: choices.map((choice) => answers.filter((answer) => answer.choice === choice).length),
  };
}
