/** What a file says of itself, twice: in XMP, for whoever keeps it, and in the older dictionary that most programs show. They always agree. */

import { textString } from './objects.ts';

export interface Description {
  title: string;
  author: string;
  /** UTC milliseconds: the only time that the file knows. */
  issuedAtMs: number;
}

const producer = 'Sur mesure';

const xmlEntities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function xml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => xmlEntities[sign] ?? sign);
}

/** To the second, as the other dictionary has it. */
function xmpDate(instantMs: number): string {
  return `${new Date(instantMs).toISOString().slice(0, 19)}Z`;
}

/** PDF/A-2 knows the properties of its own and of Adobe's schemas; that of PDF/UA must be described (ISO 19005-2, 6.6.2.3). */
const accessibleSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`;

/** `archival`: it keeps PDF/A-2a (ISO 19005-2) besides PDF/UA-1 (ISO 14289-1), and may say so. `testing/conformance` checks both. */
export function xmp({ title, author, issuedAtMs }: Description, archival: boolean): string {
  const date = xmpDate(issuedAtMs);
  const archive = archival ? '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>' : '';
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${xml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate><pdf:Producer>${producer}</pdf:Producer>
${archive}<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
${accessibleSchema}</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

/** The text of the information dictionary. */
export function information({ title, author, issuedAtMs }: Description): string {
  // « (D:20250304091230Z) »
  const date = `(D:${xmpDate(issuedAtMs).replace(/[-:T]/g, '')})`;
  const people = `/Title ${textString(title)}/Author ${textString(author)}/Producer(${producer})`;
  return `<<${people}/CreationDate${date}/ModDate${date}>>`;
}
