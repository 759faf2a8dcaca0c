/** A bar of a chart: its label, and its value in the unit of the chart. */
export interface Bar {
  readonly label: string;
  readonly value: number;
}

const WIDTH = 720;
const ROW = 22;
const LABEL = 250;
const NUMBER = 70;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Bars beside their labels and their values, so that nothing is told by a length or a colour alone. */
export function barChart(title: string, bars: readonly Bar[], shown: (value: number) => string = String): string {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const height = ROW * (bars.length + 2);
  const rows = bars.map(({ label, value }, place) => {
    const y = ROW * (place + 1.6);
    const width = Math.round(((WIDTH - LABEL - NUMBER) * value) / most);
    return [
      `<text x="${LABEL - 8}" y="${y + 14}" text-anchor="end">${escaped(label)}</text>`,
      `<rect x="${LABEL}" y="${y}" width="${width}" height="${ROW - 6}" fill="#3a5ba0"/>`,
      `<text x="${LABEL + width + 6}" y="${y + 14}">${escaped(shown(value))}</text>`,
    ].join('');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}" font-family="sans-serif" font-size="13">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="8" y="20" font-weight="bold">${escaped(title)}</text>`,
    ...rows,
    '</svg>\n',
  ].join('\n');
}
