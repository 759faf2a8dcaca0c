import { BAR, type ChartRow, laidOut } from './chart-layout.ts';
import './bar-chart.css';

interface BarChartProps {
  /** Several charts on one page name their parts by it. */
  readonly id: string;
  readonly title: string;
  /** What the bars say, in a sentence, for who does not see them. */
  readonly description: string;
  /** The pieces of a bar, in their order; left out where each bar is one piece, whose label and value say all. */
  readonly kinds?: readonly { readonly kind: 'settled' | 'committed'; readonly label: string }[];
  readonly rows: readonly ChartRow[];
}

/**
 * Bars beside each other, each with its words and its amount: nothing is told by a colour or an axis alone. One picture with a title and a
 * description; the table that every chart stands above has the figures, for who reads or hears them one by one.
 */
export function BarChart({ id, title, description, kinds = [], rows }: BarChartProps) {
  const { rows: laid, height } = laidOut(rows);
  return (
    <div class="stack stack-tight">
      {kinds.length > 0 && (
        <ul class="row plain-list bar-keys" aria-label="Légende">
          {kinds.map(({ kind, label }) => (
            <li key={kind} class="small">
              <span class={`bar-key bar-key-${kind}`} aria-hidden="true" /> {label}
            </li>
          ))}
        </ul>
      )}
      <svg class="bar-chart" height={height} role="img" aria-labelledby={`${id}-title ${id}-description`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-description`}>{description}</desc>
        {laid.map(({ label, value, lines, barY, bars }) => (
          <g key={label}>
            {lines.map(({ text, y }) => (
              <text key={y} x="0" y={y}>
                {text}
              </text>
            ))}
            {bars.map(({ kind, x, width }) => (
              <rect key={kind} class={`bar-${kind}`} x={`${x}%`} y={barY} width={`${width}%`} height={BAR} />
            ))}
            <text class="bar-value" x="100%" y={barY + BAR - 3} text-anchor="end">
              {value}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
