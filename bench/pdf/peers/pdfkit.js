import PDFDocument from 'pdfkit';
import { fontFiles } from './fonts.js';

const left = 62;
const width = 470;

function writeRuns(pdf, runs, size) {
  pdf.fontSize(size);
  runs.forEach((run, index) => {
    pdf.font(fontFiles[run.style]).text(run.text, { continued: index < runs.length - 1, width });
  });
}

function element(pdf, parent, type, write) {
  parent.add(pdf.struct(type, write));
}

function table(pdf, parent, block) {
  const structure = pdf.struct('Table');
  parent.add(structure);
  const count = block.alignments.length;
  const column = width / count;
  const rows = block.header.length > 0 ? [block.header, ...block.rows] : block.rows;
  rows.forEach((row, rowIndex) => {
    const structureRow = pdf.struct('TR');
    structure.add(structureRow);
    const height = Math.max(
      ...row.map((runs) =>
        pdf
          .font(fontFiles.text)
          .fontSize(10)
          .heightOfString(textOf(runs), { width: column - 8 }),
      ),
    );
    if (pdf.y + height + 8 > 760) pdf.addPage();
    const top = pdf.y;
    row.forEach((runs, index) => {
      const cell = pdf.struct(rowIndex === 0 && block.header.length > 0 ? 'TH' : 'TD', () => {
        pdf
          .font(fontFiles[runs[0]?.style ?? 'text'])
          .fontSize(10)
          .text(textOf(runs), left + index * column, top + 4, { width: column - 8, align: block.alignments[index] });
      });
      structureRow.add(cell);
      cell.end();
    });
    structureRow.end();
    pdf.x = left;
    pdf.y = top + height + 8;
    pdf.markContent('Artifact');
    pdf
      .moveTo(left, pdf.y)
      .lineTo(left + width, pdf.y)
      .lineWidth(0.5)
      .stroke();
    pdf.endMarkedContent();
  });
  structure.end();
}

function textOf(runs) {
  return runs.map((run) => run.text).join('');
}

function write(pdf, parent, block) {
  if (block.kind === 'heading') {
    element(pdf, parent, `H${block.level}`, () => {
      pdf
        .moveDown(0.5)
        .font(fontFiles.strong)
        .fontSize([25, 14.5, 10.5][block.level - 1])
        .text(textOf(block.runs), { width });
    });
  } else if (block.kind === 'paragraph') {
    element(pdf, parent, 'P', () => {
      writeRuns(pdf, block.runs, 10.5);
      pdf.moveDown(0.4);
    });
  } else if (block.kind === 'list') {
    const list = pdf.struct('L');
    parent.add(list);
    for (const item of block.items) {
      const entry = pdf.struct('LI');
      list.add(entry);
      for (const inner of item) write(pdf, entry, inner);
      entry.end();
    }
    list.end();
  } else if (block.kind === 'quote') {
    for (const inner of block.blocks) write(pdf, parent, inner);
  } else if (block.kind === 'table') table(pdf, parent, block);
}

function furniture(pdf, document) {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    pdf.switchToPage(index);
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.rect(0, 0, 596, 8.5).fill('#B4431F').fillColor('#1F2430');
    pdf.font(fontFiles.strong).fontSize(8).text(document.programme, left, 40, { lineBreak: false });
    pdf.font(fontFiles.text).text(document.notice, left, 800, { lineBreak: false });
    pdf.text(`page ${index + 1} / ${count}`, 480, 800, { lineBreak: false });
    pdf.endMarkedContent();
  }
}

/**
 * pdfkit with its tagged structure written by hand, as its manual shows. Fonts are named by their file: under a registered
 * name, the one given to the constructor would be opened again at each use (ten times slower).
 */
export function render(document) {
  return new Promise((resolve, reject) => {
    const pdf = new PDFDocument({
      size: 'A4',
      margins: { top: 80, bottom: 80, left, right: left },
      pdfVersion: '1.7',
      tagged: true,
      lang: 'fr-FR',
      displayTitle: true,
      bufferPages: true,
      font: fontFiles.text,
      info: { Title: document.title },
    });
    const chunks = [];
    pdf.on('data', (chunk) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    const root = pdf.struct('Document');
    pdf.addStructure(root);
    for (const block of document.blocks) write(pdf, root, block);
    root.end();
    furniture(pdf, document);
    pdf.end();
  });
}
