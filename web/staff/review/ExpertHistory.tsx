import { rowOf } from '@sur-mesure/functions/domain/experts/decisions';
import { remarkLines } from '@sur-mesure/functions/domain/experts/remarks';
import type { ExpertHistoryRow } from '@sur-mesure/functions/domain/experts/views';
import type { Question } from '@sur-mesure/functions/domain/forms/form';
import { DayLog } from '../../common/day-log/DayLog.tsx';
import { dayInFull } from '../../common/words/dates.ts';

const sent = {
  registered: 'Inscription reçue',
  updated: 'Inscription renvoyée ou mise à jour',
  reviewed: 'Décision',
  reminded: 'Rappel envoyé : fiche à confirmer',
};

/** « Renvoyée pour complément, Camille Roux » */
function sentenceOf({ what, decision, byName }: ExpertHistoryRow): string {
  return `${decision === null ? sent[what] : rowOf(decision).done}, ${byName}`;
}

function noteOf({ message, remarks, interview }: ExpertHistoryRow, questions: readonly Question[]): string | null {
  const lines = [message, ...remarkLines(remarks, questions)].filter((line) => line !== '');
  if (interview !== null) {
    const { day, withWhom, byWhom, summary } = interview;
    lines.push(`Échange du ${dayInFull(day)} avec ${withWhom}, mené par ${byWhom} (pour l’équipe seule) :`, summary);
  }
  return lines.length === 0 ? null : lines.join('\n');
}

interface ExpertHistoryProps {
  readonly history: readonly ExpertHistoryRow[];
  /** Of its registration, as it is answered now. */
  readonly questions: readonly Question[];
}

/** Everything that was decided about an expert, newest first, and what was noted of each talk. */
export function ExpertHistory({ history, questions }: ExpertHistoryProps) {
  if (history.length === 0) return null;
  const rows = history.map((row, index) => ({
    id: `${row.at}.${index}`,
    at: row.at,
    sentence: sentenceOf(row),
    note: noteOf(row, questions),
  }));
  return (
    <section class="stack" aria-labelledby="history-title">
      <h2 id="history-title">Historique</h2>
      <DayLog rows={rows} />
    </section>
  );
}
