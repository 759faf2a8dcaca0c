import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { PDFContext, PDFRef } from 'pdf-lib';
import type { FaceName } from './faces.ts';
import { registerFont } from './font-objects.ts';
import { newContext, register, WrittenObject, WrittenStream } from './objects.ts';
import { type Annotation, decimal, type Page, textString } from './page.ts';
import { serialise } from './serialising.ts';
import { type Element, registerStructure, type TaggedPage } from './structure.ts';
import { page as sheet } from './theme.ts';

export interface Description {
  title: string;
  author: string;
  /** UTC milliseconds: the only time that the file knows. */
  issuedAtMs: number;
}

/** Level 1 takes a third of the time of level 6; the pages grow by 15 %, the file by 2 %: most of it is fonts. */
const pageLevel = 1;

function pageStream(context: PDFContext, content: Uint8Array): PDFRef {
  const deflated = deflateSync(content, { level: pageLevel });
  return context.register(new WrittenStream(deflated));
}

function registerAnnotation(context: PDFContext, annotation: Annotation, key: number, page: PDFRef): PDFRef {
  const { address, rectangle } = annotation;
  const action = `/A<</S/URI/URI(${address.replace(/[\\()]/g, '\\$&')})>>`;
  const place = `/Rect[${rectangle.map(decimal).join(' ')}]/Border[0 0 0]/F 4/P ${page}`;
  const contents = `/Contents ${textString(address)}`;
  return register(context, `<</Type/Annot/Subtype/Link${place}${action}${contents}/StructParent ${key}>>`);
}

function registerPages(context: PDFContext, pages: readonly Page[], resources: PDFRef, tree: PDFRef): TaggedPage[] {
  let key = pages.length;
  return pages.map((page, index) => {
    const reference = context.nextRef();
    const annotations = page.annotations.map((annotation) => {
      const registered = registerAnnotation(context, annotation, key, reference);
      key += 1;
      return { reference: registered, element: annotation.element };
    });
    const box = `/MediaBox[0 0 ${decimal(sheet.width)} ${decimal(sheet.height)}]`;
    const links = annotations.length > 0 ? `/Annots[${annotations.map((link) => link.reference).join(' ')}]` : '';
    const contents = `/Contents ${pageStream(context, page.content.written())}/Resources ${resources}`;
    context.assign(
      reference,
      new WrittenObject(`<</Type/Page/Parent ${tree}${box}${contents}/StructParents ${index}/Tabs/S${links}>>`),
    );
    return { reference, marks: page.marks, annotations };
  });
}

const xmlEntities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function xmp({ title, author, issuedAtMs }: Description): string {
  const xml = (text: string) => text.replace(/[&<>]/g, (sign) => xmlEntities[sign] ?? sign);
  const date = new Date(issuedAtMs).toISOString();
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${xml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

/** « D:20250304091230Z » */
function pdfDate(instantMs: number): string {
  return `(D:${new Date(instantMs).toISOString().replace(/[-:T]|\.\d+/g, '')})`;
}

function registerInformation(context: PDFContext, { title, author, issuedAtMs }: Description): PDFRef {
  const date = pdfDate(issuedAtMs);
  const people = `/Title ${textString(title)}/Author ${textString(author)}/Producer(Sur mesure)`;
  return register(context, `<<${people}/CreationDate${date}/ModDate${date}>>`);
}

/** Pages, structure and fonts → the bytes of a tagged PDF 1.7. The same pages and description always give the same bytes. */
export function fileOf(
  pages: readonly Page[],
  faces: ReadonlySet<FaceName>,
  root: Element,
  description: Description,
): Uint8Array {
  const context = newContext();
  const fonts = [...faces].sort().map((face) => `/${face} ${registerFont(context, face)}`);
  const resources = register(context, `<</Font<<${fonts.join('')}>>>>`);
  const tree = context.nextRef();
  const tagged = registerPages(context, pages, resources, tree);
  const kids = tagged.map(({ reference }) => reference).join(' ');
  context.assign(tree, new WrittenObject(`<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`));
  const structure = registerStructure(context, root, tagged);
  const packet = Buffer.from(xmp(description));
  const metadata = context.register(new WrittenStream(packet, '/Type/Metadata/Subtype/XML', ''));
  const catalogue =
    `<</Type/Catalog/Pages ${tree}/Lang(fr-FR)/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>` +
    `/StructTreeRoot ${structure}/Metadata ${metadata}>>`;
  const rootReference = register(context, catalogue);
  const information = registerInformation(context, description);
  const identity = createHash('sha256').update(packet);
  for (const page of pages) identity.update(page.content.written());
  const id = identity.digest('hex').slice(0, 32);
  return serialise(context, `/Root ${rootReference}/Info ${information}/ID[<${id}><${id}>]`);
}
