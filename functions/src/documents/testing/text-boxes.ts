import { isText, type Operand } from './conformance/content.ts';
import type { ReadPage } from './conformance/reading.ts';
import { fontOf, widthOf } from './conformance/rules-drawing.ts';

/** A line of text as it is drawn: where its letters are, in points of the page from the bottom left. */
export interface TextBox {
  left: number;
  right: number;
  bottom: number;
  top: number;
  size: number;
  /** Page furniture, and headers of tables that are drawn again. */
  artifact: boolean;
}

/** What letters reach above and below their baseline, in parts of their size: « Éy » in Source Sans 3. */
const ascent = 0.72;
const descent = 0.2;

/** Width in points of what one `TJ` shows. */
function advanceOf(page: ReadPage, font: string, size: number, operands: readonly Operand[]): number {
  const face = fontOf(page, font);
  if (!face) throw new Error(`${font} is no font of the page`);
  const parts = operands.flatMap((operand) => (Array.isArray(operand) ? operand : [operand]));
  const thousandths = parts.reduce<number>((sum, part) => {
    if (typeof part === 'number') return sum - part;
    if (!isText(part)) return sum;
    let width = sum;
    for (let index = 0; index + 1 < part.text.length; index += 2) {
      width += widthOf(face, (part.text.charCodeAt(index) << 8) | part.text.charCodeAt(index + 1));
    }
    return width;
  }, 0);
  return (thousandths * size) / 1000;
}

/** Every line of a page, as its operators draw it: no engine of ours is asked. */
export function textBoxesOf(page: ReadPage): TextBox[] {
  const boxes: TextBox[] = [];
  const around: string[] = [];
  let [x, y, size, font] = [0, 0, 0, ''];
  for (const { name, operands } of page.operators) {
    const [first, second] = operands;
    if (name === 'BDC' || name === 'BMC') around.push(String(first));
    if (name === 'EMC') around.pop();
    if (name === 'BT') [x, y] = [0, 0];
    if (name === 'Tf') [font, size] = [String(first), Number(second)];
    if (name === 'Td') {
      x += Number(first);
      y += Number(second);
      boxes.push({ left: x, right: x, bottom: y, top: y, size: 0, artifact: around.includes('/Artifact') });
    }
    const box = boxes.at(-1);
    if (name !== 'TJ' || box === undefined) continue;
    box.right += advanceOf(page, font, size, operands);
    box.size = Math.max(box.size, size);
    box.top = y + box.size * ascent;
    box.bottom = y - box.size * descent;
  }
  return boxes.filter((box) => box.right > box.left);
}

/** A line that ends at a space keeps it: this much of two lines side by side may meet. */
const slack = 3;

export function overlap(one: TextBox, other: TextBox): boolean {
  const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const high = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom);
  return wide > slack && high > 0.5;
}
