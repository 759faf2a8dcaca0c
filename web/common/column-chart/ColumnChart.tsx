import { CHART_HEIGHT, type Column, laidColumns } from './column-layout.ts';
import './column-chart.css';

interface ColumnChartProps {
  /** Several charts on one page name their parts by it. */
  readonly id: string;
  readonly title: string;
  /** What the columns say, in a sentence, for who does not see them. */
  readonly description: string;
  readonly columns: readonly Column[];
}

/** One figure over time, each column with its value over it and its time under it: no axis, no legend. A table of the same figures stands below. */
export function ColumnChart({ id, title, description, columns }: ColumnChartProps) {
  return (
    <svg class="column-chart" height={CHART_HEIGHT} role="img" aria-labelledby={`${id}-title ${id}-description`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {laidColumns(columns).map(({ key, x, width, middle, y, height, value, valueY, label, labelY, under, underY }) => (
        <g key={key}>
          <rect class="column" x={`${x}%`} width={`${width}%`} y={y} height={height} />
          <text class="column-value" x={`${middle}%`} y={valueY} text-anchor="middle">
            {value}
          </text>
          <text x={`${middle}%`} y={labelY} text-anchor="middle">
            {label}
          </text>
          <text class="column-under" x={`${middle}%`} y={underY} text-anchor="middle">
            {under}
          </text>
        </g>
      ))}
    </svg>
  );
}
