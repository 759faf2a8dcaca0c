import { Document, Font, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import { createElement as h } from 'react';
import { fontFiles } from './fonts.js';

Font.register({
  family: 'SourceSans',
  fonts: [
    { src: fontFiles.text },
    { src: fontFiles.strong, fontWeight: 700 },
    { src: fontFiles.emphasis, fontStyle: 'italic' },
    { src: fontFiles.strongEmphasis, fontWeight: 700, fontStyle: 'italic' },
  ],
});
Font.registerHyphenationCallback((word) => [word]);

const looks = {
  text: {},
  code: {},
  strong: { fontWeight: 700 },
  emphasis: { fontStyle: 'italic' },
  strongEmphasis: { fontWeight: 700, fontStyle: 'italic' },
};

function inline(runs) {
  return runs.map((run, key) => h(Text, { key, style: looks[run.style] }, run.text));
}

function element(block, key) {
  switch (block.kind) {
    case 'heading':
      return h(
        Text,
        {
          key,
          minPresenceAhead: 40,
          style: { fontSize: [25, 14.5, 10.5][block.level - 1], fontWeight: 700, marginTop: 8 },
        },
        inline(block.runs),
      );
    case 'paragraph':
      return h(Text, { key, style: { marginBottom: 6 } }, inline(block.runs));
    case 'list':
      return h(
        View,
        { key },
        block.items.map((item, index) => h(View, { key: index }, item.map(element))),
      );
    case 'quote':
      return h(View, { key, style: { padding: 8 } }, block.blocks.map(element));
    case 'table': {
      const rows = block.header.length > 0 ? [block.header, ...block.rows] : block.rows;
      return h(
        View,
        { key },
        rows.map((row, index) =>
          h(
            View,
            { key: index, wrap: false, style: { flexDirection: 'row', borderBottomWidth: 0.5, paddingVertical: 3 } },
            row.map((runs, place) =>
              h(Text, { key: place, style: { flex: 1, textAlign: block.alignments[place] } }, inline(runs)),
            ),
          ),
        ),
      );
    }
    default:
      return null;
  }
}

export function render(document) {
  const page = { fontFamily: 'SourceSans', fontSize: 10.5, padding: 62, paddingTop: 80, paddingBottom: 80 };
  const footer = ({ pageNumber, totalPages }) => `${document.notice}  page ${pageNumber} / ${totalPages}`;
  return renderToBuffer(
    h(
      Document,
      { title: document.title, language: 'fr-FR' },
      h(
        Page,
        { size: 'A4', style: page },
        h(Text, { fixed: true, style: { position: 'absolute', top: 40, left: 62, fontSize: 8 } }, document.programme),
        document.blocks.map(element),
        h(Text, { fixed: true, render: footer, style: { position: 'absolute', bottom: 40, left: 62, fontSize: 8 } }),
      ),
    ),
  );
}
