// Draws a chain in layers: what is cited above, who cites it below. Many leaves under one parent are folded.
import dagre from "@dagrejs/dagre";
import { describeEdge, describeNode, readGraph, type GraphData, type GraphEdge, type GraphNode } from "./graph-model";

const MOST_VISIBLE = 150;
const FOLD_FROM = 8;
const WIDTH = 212;
const HEIGHT = 72;
const SMALLEST_SCALE = 0.62;
const NAMESPACE = "http://www.w3.org/2000/svg";

interface Shown {
  key: string;
  members: GraphNode[];
}

function svg<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Record<string, string | number>): SVGElementTagNameMap[K] {
  const made = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

/** Which nodes stand for themselves and which behind a group, by the way of folding that was chosen. */
export function foldNodes(data: GraphData, mode: string, opened: ReadonlySet<string>): Shown[] {
  const parents = new Map<string, string[]>();
  const hasBelow = new Set<string>();
  for (const edge of data.edges) {
    parents.set(edge.source, [...(parents.get(edge.source) ?? []), edge.target]);
    hasBelow.add(edge.target);
  }
  const families = new Map<string, GraphNode[]>();
  for (const node of data.nodes) {
    if (node.key === data.focus || hasBelow.has(node.key)) continue;
    const family = [...new Set(parents.get(node.key) ?? [])].sort().join(" ");
    families.set(family, [...(families.get(family) ?? []), node]);
  }
  const groupOf = new Map<string, string>();
  const groups = new Map<string, GraphNode[]>();
  for (const [family, nodes] of families) {
    if (mode === "none" || nodes.length < FOLD_FROM) continue;
    for (const node of nodes) {
      const by = mode === "issuer" ? (node.issuer ?? "?") : String(node.year ?? "?");
      const key = `${family} ${by}`;
      groups.set(key, [...(groups.get(key) ?? []), node]);
      groupOf.set(node.key, key);
    }
  }
  const shown = new Map<string, Shown>();
  for (const node of data.nodes) {
    const key = groupOf.get(node.key);
    const members = key ? (groups.get(key) ?? []) : [];
    if (key && members.length > 1 && !opened.has(key)) shown.set(key, { key, members });
    else shown.set(node.key, { key: node.key, members: [node] });
  }
  return [...shown.values()];
}

function lines(text: string, length: number, most: number): string[] {
  const made = [""];
  for (const word of text.split(" ")) {
    const last = made[made.length - 1] ?? "";
    if (last && last.length + word.length >= length) made.push(word);
    else made[made.length - 1] = `${last} ${word}`.trim();
  }
  return made.length > most ? [...made.slice(0, most - 1), `${made[most - 1]?.slice(0, length - 1)}…`] : made;
}

function draw(data: GraphData): void {
  const section = document.getElementById("drawing");
  const canvas = document.getElementById("canvas");
  const panel = document.getElementById("panel");
  const fold = document.getElementById("fold") as HTMLSelectElement | null;
  const tooMany = document.getElementById("too-many");
  if (!section || !canvas || !panel || !fold || !tooMany) return;
  section.hidden = false;
  const words = section.dataset;
  const opened = new Set<string>();
  const byKey = new Map(data.nodes.map((node) => [node.key, node]));

  const pressed = (item: SVGElement, act: () => void): void => {
    item.addEventListener("click", act);
    item.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      act();
    });
  };

  const select = (item: Element): void => {
    canvas.querySelectorAll(".selected").forEach((other) => other.classList.remove("selected"));
    item.classList.add("selected");
  };

  const paint = (): void => {
    const all = foldNodes(data, fold.value, opened);
    const shown = all.slice(0, MOST_VISIBLE);
    const left = all.slice(MOST_VISIBLE).reduce((sum, group) => sum + group.members.length, data.left_out);
    tooMany.hidden = left === 0;
    tooMany.textContent = (words.wordsTooMany ?? "").replace("%", String(left));
    const holder = new Map(shown.flatMap((group) => group.members.map((node) => [node.key, group.key] as const)));

    const graph = new dagre.graphlib.Graph({ multigraph: true });
    graph.setGraph({ rankdir: "TB", nodesep: 18, ranksep: 64, marginx: 12, marginy: 12 });
    graph.setDefaultEdgeLabel(() => ({}));
    for (const group of shown) graph.setNode(group.key, { width: WIDTH, height: HEIGHT });
    const arrows = new Map<string, GraphEdge[]>();
    for (const edge of data.edges) {
      const [lower, upper] = [holder.get(edge.source), holder.get(edge.target)];
      if (!lower || !upper || lower === upper) continue;
      const key = JSON.stringify([upper, lower]);
      arrows.set(key, [...(arrows.get(key) ?? []), edge]);
    }
    for (const key of arrows.keys()) {
      const [upper, lower] = JSON.parse(key) as [string, string];
      graph.setEdge(upper, lower, {}, key);
    }
    dagre.layout(graph);

    // The size that dagre tells leaves out what it places beyond its first estimate: measure what is there.
    const corners = [
      ...shown.map((group) => graph.node(group.key) as unknown as { x: number; y: number }).map(({ x, y }) => [x + WIDTH / 2, y + HEIGHT / 2] as const),
      ...graph.edges().flatMap((edge) => (graph.edge(edge) as unknown as { points: { x: number; y: number }[] }).points.map(({ x, y }) => [x, y] as const)),
    ];
    const width = Math.max(300, ...corners.map(([x]) => x)) + 14;
    const height = Math.max(120, ...corners.map(([, y]) => y)) + 14;
    // The whole chain at one glance, as long as its words can still be read.
    const fitting = Math.min((canvas.clientWidth - 4) / width, (canvas.clientHeight - 4) / height);
    const scale = Math.min(1, Math.max(SMALLEST_SCALE, fitting));
    const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, width: width * scale, height: height * scale, class: "layers" });
    const head = svg("marker", { id: "head", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: "auto-start-reverse" });
    head.append(svg("path", { d: "M0 0L8 4L0 8z", fill: "context-stroke" }));
    picture.append(head);
    for (const [key, edges] of arrows) {
      const [upper, lower] = JSON.parse(key) as [string, string];
      const points = (graph.edge({ v: upper, w: lower, name: key }) as { points: { x: number; y: number }[] }).points;
      const first = edges[0];
      if (!first) continue;
      const path = points.map((point, index) => `${index ? "L" : "M"}${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join("");
      const item = svg("g", { class: `arrow rel-${first.relation}`, tabindex: 0, role: "button" });
      const [from, to] = [byKey.get(first.source), byKey.get(first.target)];
      item.setAttribute("aria-label", `${from?.name ?? ""} ${first.label} ${to?.name ?? ""}`);
      item.append(svg("path", { d: path, class: "hit" }), svg("path", { d: path, class: "line", "marker-start": "url(#head)" }));
      pressed(item, () => {
        select(item);
        if (from && to) describeEdge(panel, first, from, to, words.wordsMore ?? "");
      });
      picture.append(item);
    }
    for (const group of shown) {
      const node = group.members[0];
      if (!node) continue;
      const place = graph.node(group.key) as unknown as { x: number; y: number };
      const folded = group.members.length > 1;
      const focus = group.key === data.focus;
      const item = svg("g", {
        class: `node ${folded ? "folded" : node.group}${focus ? " focus" : ""}`, tabindex: 0, role: "button",
        transform: `translate(${(place.x - WIDTH / 2).toFixed(1)} ${(place.y - HEIGHT / 2).toFixed(1)})`,
      });
      const by = fold.value === "issuer" ? (node.issuer ?? "?") : String(node.year ?? "?");
      const title = folded ? (words.wordsFolded ?? "").replace("%", String(group.members.length)) : node.name;
      const under = folded ? by : node.facts;
      if (folded) item.append(svg("rect", { x: 5, y: 5, width: WIDTH, height: HEIGHT, rx: 7, class: "behind" }));
      item.append(svg("rect", { width: WIDTH, height: HEIGHT, rx: 7 }));
      const names = lines(title, 25, 2);
      const rows = [...names, ...lines(under, 30, 4 - names.length)];
      rows.forEach((row, index) => {
        const text = svg("text", { x: 10, y: 18 + index * 16, class: index < names.length ? "name" : "under" });
        text.textContent = `${row} `;
        item.append(text);
      });
      pressed(item, () => {
        if (folded) {
          opened.add(group.key);
          paint();
        } else {
          select(item);
          describeNode(panel, node, words.wordsOpen ?? "");
        }
      });
      picture.append(item);
    }
    canvas.replaceChildren(picture);
    const focus = graph.node(data.focus) as unknown as { x: number; y: number } | undefined;
    // The box scrolls to what was asked for; the page itself stays where it is.
    if (focus) canvas.scrollTo(focus.x * scale - canvas.clientWidth / 2, focus.y * scale - canvas.clientHeight / 2);
    section.dataset.ready = "true";
  };
  fold.addEventListener("change", () => {
    opened.clear();
    paint();
  });
  paint();
}

const data = readGraph();
if (data && data.edges.length) draw(data);
