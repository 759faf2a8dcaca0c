import { periodLabel, type SummaryPeriod } from '@sur-mesure/functions/domain/summaries/periods';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { SummaryReading } from './SummaryReading.tsx';
import { capitalised, periodAddress } from './summary-words.ts';
import './summaries.css';

interface SummariesProps {
  /** The period that the address names. */
  readonly asked: string | null;
}

/** The summaries of weeks and months: the latest is open, the others are a press away. */
export function Summaries({ asked }: SummariesProps) {
  const loading = useView({ name: 'summaries' });
  return (
    <Loaded loading={loading}>
      {({ current, past }) => {
        const open = asked ?? past[0]?.id ?? current[0]?.id;
        return (
          <div class="stack stack-loose">
            <nav aria-label="Périodes">
              <details class="folded">
                <summary>Choisir une autre période</summary>
                <div class="stack">
                  <Periods periods={current} open={open} ongoing />
                  <Periods periods={past} open={open} />
                </div>
              </details>
            </nav>
            {open !== undefined && <SummaryReading key={open} period={open} />}
          </div>
        );
      }}
    </Loaded>
  );
}

interface PeriodsProps {
  readonly periods: readonly SummaryPeriod[];
  readonly open: string | undefined;
  readonly ongoing?: boolean;
}

function Periods({ periods, open, ongoing = false }: PeriodsProps) {
  if (periods.length === 0) return null;
  return (
    <ul class="plain-list periods">
      {periods.map((period) => (
        <li key={period.id}>
          <a class="period" href={periodAddress(period.id)} aria-current={period.id === open ? 'page' : undefined}>
            {capitalised(periodLabel(period))}
            {ongoing && ' (en cours)'}
          </a>
        </li>
      ))}
    </ul>
  );
}
