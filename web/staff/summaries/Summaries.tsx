import { periodLabel, type SummaryPeriod } from '@sur-mesure/functions/domain/summaries/periods';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { SummaryReading } from './SummaryReading.tsx';
import { capitalised, periodAddress } from './summary-words.ts';
import './summaries.css';

interface SummariesProps {
  /** The period that the address names. */
  readonly asked: string | null;
}

/** What is shown without opening the older ones. */
const RECENT = 6;

/** The summaries of weeks and months: the latest is open, the others are a press away. */
export function Summaries({ asked }: SummariesProps) {
  const loading = useView({ name: 'summaries' });
  return (
    <Loaded loading={loading}>
      {({ current, past }) => {
        const open = asked ?? past[0]?.id ?? current[0]?.id;
        return (
          <div class="stack stack-loose">
            <nav class="stack" aria-label="Périodes">
              <h2>Périodes</h2>
              <Periods periods={current} open={open} ongoing />
              <Periods periods={past.slice(0, RECENT)} open={open} />
              {past.length > RECENT && (
                <details open={past.slice(RECENT).some(({ id }) => id === open)}>
                  <summary>Plus anciennes</summary>
                  <Periods periods={past.slice(RECENT)} open={open} />
                </details>
              )}
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
