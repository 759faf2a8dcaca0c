import { deflateSync } from 'node:zlib';
import type { Hostile } from './hostile.ts';
import { appended, madePdf, madeStream, objectStream } from './made-pdf.ts';

const javascript = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
const harmless = '<< /S /GoTo /D [3 0 R /Fit] >>';
/** The same place in the document holds a program, or a link to a page. */
const action = (hostile: boolean): string => (hostile ? javascript : harmless);
const link = (held: string): string => `<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] ${held} >>`;
const annotated = (annotation: string): Buffer => madePdf({ page: `/Annots [${annotation}]` });
const clicked = (type: string, rest = ''): Buffer => annotated(link(`/A << /S /${type} ${rest} >>`));

/** Actions, wherever they hide. */
export const hostileActions = [
  {
    name: 'a program that runs when the document opens',
    code: 'pdf-javascript',
    make: (hostile) => madePdf({ catalog: `/OpenAction ${action(hostile)}` }),
  },
  {
    name: 'a program whose names are written in hexadecimal',
    code: 'pdf-javascript',
    make: (hostile) => annotated(link(`/A << /#53 /${hostile ? 'J#61#76aScript' : 'Go#54o'} /D [3 0 R /Fit] >>`)),
  },
  {
    name: 'a program in an object stream',
    code: 'pdf-javascript',
    make: (hostile) =>
      madePdf({ page: '/Annots [11 0 R]', objects: { 10: objectStream({ 11: link(`/A ${action(hostile)}`) }) } }),
  },
  {
    name: 'a program in an object stream that does not say what it is',
    code: 'pdf-javascript',
    make: (hostile) => madePdf({ objects: { 10: objectStream({ 11: link(`/A ${action(hostile)}`) }, '') } }),
  },
  {
    name: 'a program in an object stream that is compressed twice',
    code: 'pdf-javascript',
    make: (hostile) => madePdf({ objects: { 10: twiceDeflated(`11 0 ${link(`/A ${action(hostile)}`)}`) } }),
  },
  {
    name: 'a program that runs when the mouse enters an annotation',
    code: 'pdf-javascript',
    make: (hostile) => annotated(link(`/AA << /E ${action(hostile)} >>`)),
  },
  {
    name: 'a program that runs when a page opens, by reference',
    code: 'pdf-javascript',
    make: (hostile) => madePdf({ page: '/AA << /O 10 0 R >>', objects: { 10: action(hostile) } }),
  },
  {
    name: 'a program in the tree of names',
    code: 'pdf-javascript',
    make: (hostile) =>
      madePdf({
        catalog: '/Names << /JavaScript 10 0 R >>',
        objects: { 10: `<< /Names [(start) ${hostile ? javascript : 'null'}] >>` },
      }),
  },
  {
    name: 'a program in an object marked as free',
    code: 'pdf-javascript',
    make: (hostile) => madePdf({ objects: { 10: link(`/A ${action(hostile)}`) }, freed: [10] }),
  },
  {
    name: 'a program in an object that the cross-references do not name',
    code: 'pdf-javascript',
    make: (hostile) => madePdf({ unlisted: { 10: link(`/A ${action(hostile)}`) } }),
  },
  {
    name: 'a program in a revision that a later one replaced',
    code: 'pdf-javascript',
    make: (hostile) =>
      appended(madePdf({ objects: { 10: link(`/A ${action(hostile)}`) } }), { objects: { 10: '<< >>' } }),
  },
  {
    name: 'a program in the bytes of an uncompressed stream',
    code: 'pdf-javascript',
    make: (hostile) =>
      madePdf({ objects: { 10: madeStream('', Buffer.from(`11 0 obj\n${link(`/A ${action(hostile)}`)}\nendobj`)) } }),
  },
  {
    name: 'a program after another action',
    code: 'pdf-javascript',
    make: (hostile) => annotated(link(`/A << /S /GoTo /D [3 0 R /Fit] /Next [${action(hostile)}] >>`)),
  },
  {
    name: 'a program whose type is another object',
    code: 'pdf-javascript',
    make: (hostile) =>
      madePdf({
        page: `/Annots [${link('/A << /S 10 0 R /D [3 0 R /Fit] >>')}]`,
        objects: { 10: hostile ? '/JavaScript' : '/GoTo' },
      }),
  },
  {
    name: 'a program behind a comment in the middle of its name',
    code: 'pdf-javascript',
    make: (hostile) => annotated(link(`/A <</S%comment >>\n/${hostile ? 'JavaScript' : 'GoTo'}/D [3 0 R /Fit]>>`)),
  },
  {
    name: 'a program behind what is not a key',
    code: 'pdf-javascript',
    make: (hostile) => annotated(link(`/A << /D [3 0 R /Fit] 12 endobj > << /A ${action(hostile)} >> >>`)),
  },
  {
    name: 'a program that computes a field of a form',
    code: 'pdf-javascript',
    make: (hostile) =>
      madePdf({
        catalog: '/AcroForm << /Fields [10 0 R] >>',
        objects: { 10: `<< /FT /Tx /T (total) /AA << /C ${action(hostile)} >> >>` },
      }),
  },
  {
    name: 'a program of the computer',
    code: 'pdf-launch',
    make: (hostile) => clicked(hostile ? 'Launch' : 'URI', '/F (cmd.exe) /URI (https://example.fr)'),
  },
  {
    name: 'a form that sends what is typed',
    code: 'pdf-sends-data',
    make: (hostile) => clicked(hostile ? 'SubmitForm' : 'ResetForm', '/F (https://example.net)'),
  },
  {
    name: 'a form that imports data',
    code: 'pdf-sends-data',
    make: (hostile) => clicked(hostile ? 'ImportData' : 'ResetForm', '/F (a.fdf)'),
  },
  {
    name: 'a link into another file',
    code: 'pdf-other-file',
    make: (hostile) => clicked(hostile ? 'GoToR' : 'GoTo', '/D [3 0 R /Fit] /F (\\\\\\\\server\\\\a.pdf)'),
  },
  {
    name: 'a link into an attached file',
    code: 'pdf-other-file',
    make: (hostile) => clicked(hostile ? 'GoToE' : 'GoTo', '/D [3 0 R /Fit]'),
  },
  { name: 'a film', code: 'pdf-media', make: (hostile) => clicked(hostile ? 'Rendition' : 'Named', '/N /NextPage') },
  { name: 'a sound', code: 'pdf-media', make: (hostile) => clicked(hostile ? 'Sound' : 'Named', '/N /NextPage') },
  {
    name: 'a film of old',
    code: 'pdf-media',
    make: (hostile) => annotated(`<< /Type /Annot /Subtype /${hostile ? 'Movie' : 'Square'} /Rect [0 0 9 9] >>`),
  },
  {
    name: 'an animation',
    code: 'pdf-media',
    make: (hostile) => annotated(`<< /Type /Annot /Subtype /${hostile ? 'RichMedia' : 'Square'} /Rect [0 0 9 9] >>`),
  },
  {
    name: 'an object in three dimensions',
    code: 'pdf-media',
    make: (hostile) => annotated(`<< /Type /Annot /Subtype /${hostile ? '3D' : 'Square'} /Rect [0 0 9 9] >>`),
  },
  {
    name: 'a form made by a program (XFA)',
    code: 'pdf-dynamic-form',
    make: (hostile) =>
      madePdf({
        catalog: `/AcroForm << /Fields [] ${hostile ? '/XFA 10 0 R' : ''} >>`,
        objects: { 10: madeStream('', Buffer.from('<xdp/>')) },
      }),
  },
  {
    name: 'a page of the web that opens by itself',
    code: 'pdf-acts-alone',
    make: (hostile) =>
      madePdf({
        catalog: `/OpenAction << /S /${hostile ? 'URI' : 'GoTo'} /URI (https://example.net) /D [3 0 R /Fit] >>`,
      }),
  },
  {
    name: 'a printing that starts by itself',
    code: 'pdf-acts-alone',
    make: (hostile) =>
      madePdf({
        catalog: '/OpenAction 10 0 R',
        objects: { 10: hostile ? '<< /S /Named /N /Print >>' : '[3 0 R /Fit]' },
      }),
  },
  {
    name: 'a page that acts when it closes',
    code: 'pdf-acts-alone',
    make: (hostile) =>
      madePdf({ page: `/AA << /C << /S /${hostile ? 'URI' : 'GoTo'} /URI (https://example.net) >> >>` }),
  },
  {
    name: 'a stream whose bytes are in another file',
    code: 'pdf-other-file',
    make: (hostile) =>
      madePdf({ objects: { 10: madeStream(hostile ? '/F (\\\\\\\\server\\\\a)' : '', Buffer.from('x')) } }),
  },
] as const satisfies readonly Hostile[];

function twiceDeflated(packed: string): Buffer {
  const twice = deflateSync(deflateSync(Buffer.from(packed, 'latin1')));
  return madeStream('/Type /ObjStm /N 1 /First 5 /Filter [/FlateDecode /FlateDecode]', twice);
}
