import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { registerBookmarks } from './bookmarks.ts';
import { colourProfile } from './colour-profile.ts';
import { deflated } from './deflating.ts';
import { registerFont } from './font-objects.ts';
import { type Description, information, xmp } from './metadata.ts';
import { Objects, type Reference, textString } from './objects.ts';
import { type Annotation, decimal, type Page, type Used } from './page.ts';
import { isArchival, registerPicture } from './pictures/picture-objects.ts';
import { serialise } from './serialising.ts';
import { type Element, registerStructure, type TaggedPage } from './structure.ts';
import { page as sheet } from './theme.ts';

const deflatedProfile = deflateSync(colourProfile);

function registerAnnotation(objects: Objects, annotation: Annotation, key: number, page: Reference): Reference {
  const { address, rectangle } = annotation;
  const action = `/A<</S/URI/URI(${address.replace(/[\\()]/g, '\\$&')})>>`;
  const place = `/Rect[${rectangle.map(decimal).join(' ')}]/Border[0 0 0]/F 4/P ${page}`;
  const contents = `/Contents ${textString(address)}`;
  return objects.add(`<</Type/Annot/Subtype/Link${place}${action}${contents}/StructParent ${key}>>`);
}

function registerPages(
  objects: Objects,
  pages: readonly Page[],
  resources: Reference,
  tree: Reference,
): (TaggedPage & Pick<Page, 'headings'> & { contents: Uint8Array })[] {
  let key = pages.length;
  return pages.map((page, index) => {
    const reference = objects.next();
    const annotations = page.annotations.map((annotation) => {
      const registered = registerAnnotation(objects, annotation, key, reference);
      key += 1;
      return { reference: registered, element: annotation.element };
    });
    const box = `/MediaBox[0 0 ${decimal(sheet.width)} ${decimal(sheet.height)}]`;
    const links = annotations.length > 0 ? `/Annots[${annotations.map((link) => link.reference).join(' ')}]` : '';
    const contents = deflated(page.content.written());
    const drawing = `/Contents ${objects.addStream(contents)}/Resources ${resources}`;
    objects.write(reference, `<</Type/Page/Parent ${tree}${box}${drawing}/StructParents ${index}/Tabs/S${links}>>`);
    return { reference, marks: page.marks, headings: page.headings, annotations, contents };
  });
}

/** Of which red, green and blue the operands of the pages are. */
function registerOutputIntent(objects: Objects): Reference {
  const profile = objects.addStream(deflatedProfile, '/N 3');
  const named = '/OutputConditionIdentifier(sRGB)/Info(sRGB, IEC 61966-2-1)';
  return objects.add(`<</Type/OutputIntent/S/GTS_PDFA1${named}/DestOutputProfile ${profile}>>`);
}

function registerResources(objects: Objects, { faces, pictures }: Used): Reference {
  const fonts = [...faces].sort().map((face) => `/${face} ${registerFont(objects, face)}`);
  const images = [...pictures].map(([picture, name]) => `/${name} ${registerPicture(objects, picture)}`);
  const drawn = images.length === 0 ? '' : `/XObject<<${images.join('')}>>`;
  return objects.add(`<</Font<<${fonts.join('')}>>${drawn}>>`);
}

/** Pages, structure and fonts → the bytes of a tagged PDF 1.7. The same pages and description always give the same bytes. */
export function fileOf(pages: readonly Page[], used: Used, root: Element, description: Description): Uint8Array {
  const objects = new Objects();
  const resources = registerResources(objects, used);
  const tree = objects.next();
  const tagged = registerPages(objects, pages, resources, tree);
  const kids = tagged.map(({ reference }) => reference).join(' ');
  objects.write(tree, `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`);
  const structure = registerStructure(objects, root, tagged);
  const bookmarks = registerBookmarks(objects, tagged);
  const archival = [...used.pictures.keys()].every(({ content }) => isArchival(content));
  const packet = Buffer.from(xmp(description, archival));
  const metadata = objects.addStream(packet, '/Type/Metadata/Subtype/XML', '');
  const catalogue =
    `<</Type/Catalog/Pages ${tree}/Lang(fr-FR)/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>` +
    `/StructTreeRoot ${structure}/Metadata ${metadata}/OutputIntents[${registerOutputIntent(objects)}]` +
    `${bookmarks ? `/Outlines ${bookmarks}` : ''}>>`;
  const rootReference = objects.add(catalogue);
  const informationReference = objects.add(information(description));
  const identity = createHash('sha256').update(packet);
  for (const { contents } of tagged) identity.update(contents);
  const id = identity.digest('hex').slice(0, 32);
  return serialise(objects, `/Root ${rootReference}/Info ${informationReference}/ID[<${id}><${id}>]`);
}
