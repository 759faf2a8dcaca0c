import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFolder } from './fonts.js';

const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths: [fontFolder] }] });

const wrappers = {
  text: ['', ''],
  code: ['', ''],
  strong: ['*', '*'],
  emphasis: ['_', '_'],
  strongEmphasis: ['*_', '_*'],
};

/** `#"…"` is a string in content: no character of the text acts as markup. */
function inline(runs) {
  return runs
    .map((run) => {
      const [open, close] = wrappers[run.style];
      return `#[${open}#${JSON.stringify(run.text)}${close}]`;
    })
    .join('');
}

function markup(block) {
  switch (block.kind) {
    case 'heading':
      return `${'='.repeat(block.level)} ${inline(block.runs)}\n`;
    case 'paragraph':
      return `${inline(block.runs)}\n\n`;
    case 'list':
      return `#list(${block.items.map((item) => `[${item.map(markup).join('')}]`).join(',')})\n\n`;
    case 'quote':
      return `#quote(block: true)[${block.blocks.map(markup).join('')}]\n\n`;
    case 'table': {
      const cells = (row) => row.map((runs) => `[${inline(runs)}]`).join(',');
      const header = block.header.length > 0 ? `table.header(${cells(block.header)}),` : '';
      const columns = block.alignments.map((align) => (align === 'right' ? 'auto' : '1fr')).join(',');
      const aligns = block.alignments.join(',');
      return `#table(columns: (${columns},), align: (${aligns},), stroke: (x, y) => (bottom: 0.5pt), ${header}${block.rows.map(cells).join(',')})\n\n`;
    }
    default:
      return '';
  }
}

const setUp = (document) => `
#set document(title: ${JSON.stringify(document.title)})
#set text(font: "Source Sans 3", size: 10.5pt, lang: "fr")
#set page(paper: "a4", margin: 22mm, header: [${document.programme}], footer: context [#${JSON.stringify(document.notice)} page #counter(page).display("1 / 1", both: true)])
`;

/** Its cache is emptied before each document: a server does not print the same one twice. */
export function render(document) {
  compiler.evictCache(0);
  return compiler.pdf({ mainFileContent: setUp(document) + document.blocks.map(markup).join('') });
}
