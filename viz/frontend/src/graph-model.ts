// What the server says of a part of the graph (viz/graph_data.py), and how its evidence is shown.

export interface GraphNode {
  key: string;
  id: string;
  name: string;
  facts: string;
  title: string;
  href: string;
  group: "party" | "central" | "province" | "partial" | "other";
  year: number | null;
  issuer: string | null;
}

export interface Sentence {
  before: string;
  mention: string;
  after: string;
  href: string;
  read: string;
}

export interface GraphEdge {
  source: string;
  target: string;
  relation: string;
  label: string;
  confidence: number;
  evidence: Sentence[];
  sentences: number;
}

export interface GraphData {
  focus: string;
  nodes: GraphNode[];
  edges: GraphEdge[];
  left_out: number;
}

export function readGraph(): GraphData | null {
  const data = document.getElementById("graph-data")?.textContent;
  return data ? (JSON.parse(data) as GraphData) : null;
}

/** Elements made of plain texts: words of documents never become markup. */
export function element(tag: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

export function link(href: string, text: string, className = ""): HTMLAnchorElement {
  const made = element("a", className, text) as HTMLAnchorElement;
  made.href = href;
  return made;
}

export function quote(sentence: Sentence): HTMLElement {
  const block = element("blockquote", "evidence");
  const words = element("p", "");
  words.append(sentence.before, element("mark", "", sentence.mention), sentence.after);
  const foot = element("footer", "");
  foot.append(link(sentence.href, sentence.read));
  block.append(words, foot);
  return block;
}

export function describeNode(panel: HTMLElement, node: GraphNode, open: string): void {
  panel.replaceChildren(
    element("h3", "", node.name),
    element("p", "facts", node.facts),
    element("p", "title", node.title),
  );
  const way = element("p", "");
  way.append(link(node.href, open, "button"));
  panel.append(way);
}

export function describeEdge(panel: HTMLElement, edge: GraphEdge, source: GraphNode, target: GraphNode, more: string): void {
  const head = element("h3", "");
  head.append(link(source.href, source.name), " ", element("span", `tag rel-${edge.relation}`, edge.label), " ", link(target.href, target.name));
  panel.replaceChildren(head, ...edge.evidence.map(quote));
  const rest = edge.sentences - edge.evidence.length;
  if (rest > 0) panel.append(element("p", "hint", more.replace("%", String(rest))));
}
