import { spaced } from '@sur-mesure/functions/domain/french-spacing';
import { type ComponentChildren, options } from 'preact';

/**
 * Sets the spaces that French keeps with their mark, once for all: sentences of the domain, of the server and of the pages stay written as they are typed,
 * and no « : » ever begins a line. What people type is shown with them and kept without. Rejected: invisible characters in the sources.
 */
export function spaceFrenchTexts(): void {
  const next = options.vnode;
  options.vnode = (vnode) => {
    // The node of a text has the text itself as props.
    if (vnode.type !== 'textarea' && typeof vnode.props === 'object')
      vnode.props.children = spacedChildren(vnode.props.children);
    next?.(vnode);
  };
}

function spacedChildren(children: ComponentChildren): ComponentChildren {
  if (typeof children === 'string') return spaced(children);
  return Array.isArray(children)
    ? children.map((child) => (typeof child === 'string' ? spaced(child) : child))
    : children;
}
