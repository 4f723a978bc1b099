// Puts the words of a library that knows English only into the reader's language, as it writes them.

export interface Phrases {
  [english: string]: string;
}

/** A phrase in the reader's language; numbers stand for the `#` of a phrase in their order. */
export function translated(text: string, phrases: Phrases): string {
  const trimmed = text.trim();
  if (!trimmed) return text;
  const numbers = trimmed.match(/\d+(?:[.,]\d+)*/g) ?? [];
  const found = phrases[trimmed] ?? phrases[trimmed.replace(/\d+(?:[.,]\d+)*/g, "#")];
  return found === undefined ? text : text.replace(trimmed, found.replace(/#/g, () => numbers.shift() ?? "#"));
}

const ATTRIBUTES = ["title", "aria-label", "placeholder"];

/** Translates what is in `root` and whatever is added to it later, save the text that people write. */
export function translateWithin(root: HTMLElement, phrases: Phrases, except: string): void {
  const put = (node: Node): void => {
    if (node instanceof Text) {
      if (node.parentElement?.closest(except)) return;
      const text = translated(node.data, phrases);
      if (text !== node.data) node.data = text;
      return;
    }
    if (!(node instanceof Element) || node.closest(except)) return;
    for (const name of ATTRIBUTES) {
      const said = node.getAttribute(name);
      if (said && translated(said, phrases) !== said) node.setAttribute(name, translated(said, phrases));
    }
    node.childNodes.forEach(put);
  };
  put(root);
  const changes: MutationObserverInit = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES };
  new MutationObserver((records) => records.forEach((record) => (record.type === "childList" ? record.addedNodes.forEach(put) : put(record.target)))).observe(root, changes);
}
