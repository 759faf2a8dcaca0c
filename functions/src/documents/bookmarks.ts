import { type Objects, type Reference, textString } from './objects.ts';
import { decimal, type Mentioned } from './page.ts';

/** A heading with the page it stands on, and the headings below it. */
interface Bookmark extends Mentioned {
  page: Reference;
  below: Bookmark[];
}

/** Sections, and in each its questions; the title of the document is the file's own. */
function nested(pages: readonly { reference: Reference; headings: readonly Mentioned[] }[]): Bookmark[] {
  const sections: Bookmark[] = [];
  for (const { reference, headings } of pages) {
    for (const heading of headings) {
      if (heading.level === 1) continue;
      const bookmark = { ...heading, page: reference, below: [] };
      const section = sections.at(-1);
      if (heading.level === 3 && section) section.below.push(bookmark);
      else sections.push(bookmark);
    }
  }
  return sections;
}

/** The bookmarks of a document (ISO 32000-1, 12.3.3), sections closed; null for one without a section. */
export function registerBookmarks(
  objects: Objects,
  pages: readonly { reference: Reference; headings: readonly Mentioned[] }[],
): Reference | null {
  const sections = nested(pages);
  if (sections.length === 0) return null;
  const root = objects.next();
  const register = (bookmarks: readonly Bookmark[], parent: Reference): string => {
    const references = bookmarks.map(() => objects.next());
    bookmarks.forEach(({ title, top, page, below }, index) => {
      const reference = references[index];
      if (!reference) return;
      const [before, after] = [references[index - 1], references[index + 1]];
      const beside = `${before ? `/Prev ${before}` : ''}${after ? `/Next ${after}` : ''}`;
      const kids = below.length === 0 ? '' : `${register(below, reference)}/Count ${-below.length}`;
      const place = `/Dest[${page}/XYZ null ${decimal(top)} null]`;
      objects.write(reference, `<</Title ${textString(title)}/Parent ${parent}${beside}${kids}${place}>>`);
    });
    return `/First ${references[0]}/Last ${references.at(-1)}`;
  };
  const kids = register(sections, root);
  objects.write(root, `<</Type/Outlines${kids}/Count ${sections.length}>>`);
  return root;
}
