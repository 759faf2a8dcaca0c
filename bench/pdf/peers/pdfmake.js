import pdfmake from 'pdfmake';
import { fontFiles } from './fonts.js';

pdfmake.setFonts({
  SourceSans: {
    normal: fontFiles.text,
    bold: fontFiles.strong,
    italics: fontFiles.emphasis,
    bolditalics: fontFiles.strongEmphasis,
  },
});
pdfmake.setLocalAccessPolicy(() => true);

const looks = {
  text: {},
  code: {},
  strong: { bold: true },
  emphasis: { italics: true },
  strongEmphasis: { bold: true, italics: true },
};

function inline(runs) {
  return runs.map((run) => ({ text: run.text, ...looks[run.style] }));
}

function content(block) {
  switch (block.kind) {
    case 'heading':
      return {
        text: inline(block.runs),
        bold: true,
        fontSize: [25, 14.5, 10.5][block.level - 1],
        margin: [0, 8, 0, 4],
      };
    case 'paragraph':
      return { text: inline(block.runs), margin: [0, 0, 0, 6] };
    case 'list':
      return { [block.ordered ? 'ol' : 'ul']: block.items.map((item) => ({ stack: item.map(content) })) };
    case 'quote':
      return { stack: block.blocks.map(content), margin: [12, 4, 12, 4] };
    case 'table': {
      const rows = block.header.length > 0 ? [block.header, ...block.rows] : block.rows;
      return {
        layout: 'lightHorizontalLines',
        table: {
          headerRows: block.header.length > 0 ? 1 : 0,
          widths: block.alignments.map((align) => (align === 'right' ? 'auto' : '*')),
          body: rows.map((row) =>
            row.map((runs, index) => ({ text: inline(runs), alignment: block.alignments[index] })),
          ),
        },
      };
    }
    default:
      return { text: '' };
  }
}

export function render(document) {
  return pdfmake
    .createPdf({
      pageSize: 'A4',
      pageMargins: [62, 80, 62, 80],
      info: { title: document.title },
      defaultStyle: { font: 'SourceSans', fontSize: 10.5, lineHeight: 1.15 },
      header: { text: document.programme, bold: true, fontSize: 8, margin: [62, 40, 62, 0] },
      footer: (page, count) => ({
        text: `${document.notice}   page ${page} / ${count}`,
        fontSize: 8,
        margin: [62, 10, 62, 0],
      }),
      content: document.blocks.map(content),
    })
    .getBuffer();
}
