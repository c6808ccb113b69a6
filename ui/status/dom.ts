type Child = Node | string | null | false | readonly Child[];

/** Returns the element of the page with this ID. */
export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element "${id}".`);
  return found as E;
}

/** Creates an element. Text never becomes markup. */
export function h(
  tag: string,
  attributes: Readonly<Record<string, string | number | null>> = {},
  ...children: readonly Child[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(name, String(value));
  }
  append(element, children);
  return element;
}

function append(element: HTMLElement, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === false) continue;
    if (typeof child === 'string' || child instanceof Node) element.append(child);
    else append(element, child);
  }
}

/** Shows these children in an element. What has not changed stays, and with it the focus and the selection. */
export function show(element: HTMLElement, ...children: readonly Child[]): void {
  const next = h(element.tagName, {}, ...children);
  morphChildren(element, next);
}

function morphChildren(element: Element, next: Element): void {
  const now = [...element.childNodes];
  const then = [...next.childNodes];
  then.forEach((child, index) => {
    const old = now[index];
    if (old === undefined) element.append(child);
    else morph(old, child);
  });
  for (const old of now.slice(then.length)) old.remove();
}

function morph(old: ChildNode, next: ChildNode): void {
  if (old instanceof Text && next instanceof Text) {
    if (old.data !== next.data) old.data = next.data;
    return;
  }
  const isSame = old instanceof Element && next instanceof Element && old.tagName === next.tagName;
  if (!isSame) {
    old.replaceWith(next);
    return;
  }
  for (const { name } of [...old.attributes]) {
    if (!next.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of next.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  morphChildren(old, next);
}

/** Shows a message, or hides its place. */
export function showMessage(element: HTMLElement, message: string | null): void {
  element.hidden = message === null;
  if (element.textContent !== (message ?? '')) element.textContent = message ?? '';
}
