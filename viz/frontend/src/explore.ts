// Walks in the graph: a click opens a node's surroundings around it, and what was there stays where it was.
import cytoscape, { type Core, type ElementDefinition, type NodeSingular } from "cytoscape";
import { describeEdge, describeNode, element, readGraph, type GraphData, type GraphEdge, type GraphNode } from "./graph-model";
import { boxLabel, colour, layered, RELATION_COLOURS, styles } from "./graph-view";

const MOST_NODES = 500;
const RING = 190;

interface Step {
  nodes: string[];
  edges: string[];
  opened: string;
}

function nodeElement(node: GraphNode, position: { x: number; y: number }): ElementDefinition {
  return { group: "nodes", data: { id: node.key, label: boxLabel(node.name, node.facts.split(" · ")[0] ?? ""), group: node.group, node }, position };
}

const edgeId = (edge: GraphEdge): string => `${edge.source} ${edge.relation} ${edge.target}`;

function edgeElement(edge: GraphEdge): ElementDefinition {
  return {
    group: "edges",
    data: { id: edgeId(edge), source: edge.source, target: edge.target, label: edge.label, relation: edge.relation, colour: colour(RELATION_COLOURS[edge.relation] ?? "soft"), edge },
  };
}

function start(data: GraphData, section: HTMLElement, canvas: HTMLElement): void {
  const words = section.dataset;
  const panel = document.getElementById("panel")!;
  const list = document.getElementById("nodes")!;
  const within = document.getElementById("within") as HTMLInputElement;
  const leftOut = document.getElementById("left-out")!;
  const places = layered(data.nodes.map((node) => node.key), data.edges);
  const graph: Core = cytoscape({
    container: canvas, style: styles(), layout: { name: "preset" }, boxSelectionEnabled: true,
    elements: [...data.nodes.map((node) => nodeElement(node, places.get(node.key) ?? { x: 0, y: 0 })), ...data.edges.map(edgeElement)],
  });
  const opened = new Set<string>([data.focus]);
  const done: Step[] = [];
  const hidden = new Set<string>();
  graph.$id(data.focus).addClass("opened").select();
  graph.fit(undefined, 24);
  if (graph.zoom() > 1.1) graph.zoom({ level: 1.1, renderedPosition: { x: canvas.clientWidth / 2, y: canvas.clientHeight / 2 } });

  const tellLeftOut = (count: number): void => {
    leftOut.textContent = count > 0 ? (words.wordsLeftOut ?? "").replace("%", String(count)) : "";
  };

  const boxes = new Map<string, HTMLInputElement>();
  const refresh = (): void => {
    boxes.clear();
    const asked = within.value.trim().toLocaleLowerCase("vi");
    const fold = (text: string): string => text.toLocaleLowerCase("vi");
    const items: HTMLElement[] = [];
    graph.nodes().forEach((item) => {
      const node = item.data("node") as GraphNode;
      const fits = !asked || fold(`${node.name} ${node.facts} ${node.title}`).includes(asked);
      item.toggleClass("found", Boolean(asked) && fits);
      if (!fits) return;
      const line = element("li", "");
      const box = document.createElement("input");
      box.type = "checkbox";
      box.checked = item.selected();
      box.setAttribute("aria-label", `${words.wordsPick ?? ""} ${node.name} ${node.facts}`);
      box.addEventListener("change", () => void (box.checked ? item.select() : item.unselect()));
      boxes.set(item.id(), box);
      const button = element("button", "link", node.name) as HTMLButtonElement;
      button.type = "button";
      button.addEventListener("click", () => void visit(item));
      const told = element("span", "");
      told.append(button, element("span", "facts", ` ${node.facts}`));
      line.append(box, told);
      items.push(line);
    });
    list.replaceChildren(...items.slice(0, 200));
    const counts = (words.wordsCount ?? "").replace("%n", String(graph.nodes().length)).replace("%e", String(graph.edges().length));
    document.getElementById("count")!.textContent = counts;
    relations();
  };

  const relations = (): void => {
    const holder = document.getElementById("relations")!;
    const names = new Map<string, string>();
    graph.edges().forEach((edge) => void names.set(edge.data("relation") as string, edge.data("label") as string));
    holder.replaceChildren(
      ...[...names].map(([relation, label]) => {
        const line = element("label", `rel-${relation}`);
        const box = document.createElement("input");
        box.type = "checkbox";
        box.checked = !hidden.has(relation);
        box.addEventListener("change", () => {
          if (box.checked) hidden.delete(relation);
          else hidden.add(relation);
          filter();
        });
        line.append(box, " ", element("span", "dot"), label);
        return line;
      }),
    );
  };

  const filter = (): void => {
    graph.edges().forEach((edge) => void edge.toggleClass("hidden-relation", hidden.has(edge.data("relation") as string)));
  };

  const show = (item: NodeSingular): void => {
    const node = item.data("node") as GraphNode;
    describeNode(panel, node, words.wordsOpen ?? "");
    const tools = panel.querySelector("p:last-child") ?? panel;
    const pin = element("button", "button", words.wordsPin) as HTMLButtonElement;
    pin.type = "button";
    pin.setAttribute("aria-pressed", String(item.locked()));
    pin.addEventListener("click", () => {
      if (item.locked()) item.unlock();
      else item.lock();
      item.toggleClass("pinned", item.locked());
      pin.setAttribute("aria-pressed", String(item.locked()));
    });
    tools.append(" ", pin);
  };

  const visit = async (item: NodeSingular): Promise<void> => {
    graph.elements().unselect();
    item.select();
    show(item);
    await open(item);
    graph.animate({ center: { eles: item }, duration: 150 });
  };

  const open = async (item: NodeSingular): Promise<void> => {
    const key = item.id();
    if (opened.has(key)) return;
    opened.add(key);
    const began = performance.now();
    const node = item.data("node") as GraphNode;
    const answer = await fetch(`${words.around}${node.id.split("/").map(encodeURIComponent).join("/")}`);
    if (!answer.ok) {
      opened.delete(key);
      return;
    }
    const more = (await answer.json()) as GraphData;
    const room = MOST_NODES - graph.nodes().length;
    const fresh = more.nodes.filter((other) => graph.$id(other.key).empty()).slice(0, Math.max(0, room));
    tellLeftOut(more.left_out + (more.nodes.filter((other) => graph.$id(other.key).empty()).length - fresh.length));
    const below = new Set(more.edges.filter((edge) => edge.target === key).map((edge) => edge.source));
    const sides = [fresh.filter((other) => !below.has(other.key)), fresh.filter((other) => below.has(other.key))];
    const centre = item.position();
    const step: Step = { nodes: [], edges: [], opened: key };
    graph.batch(() => {
      sides.forEach((side, number) => {
        side.forEach((other, index) => {
          // Those that cite it stand in rings below, those that it cites above; nothing that was there moves.
          const perRing = 9;
          const ring = Math.floor(index / perRing);
          const inRing = Math.min(perRing, side.length - ring * perRing);
          const angle = (Math.PI * ((index % perRing) + 1)) / (inRing + 1);
          const radius = RING * (1.2 + ring * 0.75);
          const y = centre.y + (number ? 1 : -1) * Math.sin(angle) * radius;
          graph.add(nodeElement(other, { x: centre.x - Math.cos(angle) * radius * 2, y }));
          step.nodes.push(other.key);
        });
      });
      for (const edge of more.edges) {
        if (graph.$id(edge.source).empty() || graph.$id(edge.target).empty() || !graph.$id(edgeId(edge)).empty()) continue;
        graph.add(edgeElement(edge));
        step.edges.push(edgeId(edge));
      }
    });
    item.addClass("opened");
    done.push(step);
    filter();
    refresh();
    section.dataset.expanded = String(Math.round(performance.now() - began));
  };

  graph.on("tap", "node", (event) => void visit(event.target as NodeSingular));
  graph.on("tap", "edge", (event) => {
    const edge = event.target.data("edge") as GraphEdge;
    describeEdge(panel, edge, graph.$id(edge.source).data("node") as GraphNode, graph.$id(edge.target).data("node") as GraphNode, words.wordsMore ?? "");
  });
  document.getElementById("undo")!.addEventListener("click", () => {
    const step = done.pop();
    if (!step) return;
    for (const id of [...step.edges, ...step.nodes]) graph.$id(id).remove();
    opened.delete(step.opened);
    graph.$id(step.opened).removeClass("opened");
    refresh();
  });
  document.getElementById("fit")!.addEventListener("click", () => graph.fit(undefined, 24));
  // What leaves the page is the part that was selected, and all that is shown where no part was.
  const region = (): cytoscape.NodeCollection => {
    const chosen = graph.nodes(":selected");
    return chosen.length > 1 ? chosen : graph.nodes();
  };
  const tellRegion = (): void => {
    const count = graph.nodes(":selected").length;
    document.getElementById("region")!.textContent = count > 1 ? (words.wordsRegion ?? "").replace("%", String(count)) : (words.wordsWhole ?? "");
  };
  graph.on("select unselect", "node", (event) => {
    const item = event.target as NodeSingular;
    const box = boxes.get(item.id());
    if (box) box.checked = item.selected();
    tellRegion();
  });
  document.getElementById("export")!.addEventListener("submit", (event) => {
    const form = event.currentTarget as HTMLFormElement;
    form.querySelectorAll("input[name=node]").forEach((old) => old.remove());
    region().forEach((item) => {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: "node", value: (item.data("node") as GraphNode).id });
      form.append(field);
    });
  });
  document.getElementById("image")!.addEventListener("click", () => {
    const inside = region();
    const aside = graph.elements().difference(inside.union(inside.edgesWith(inside)));
    aside.addClass("aside");
    const link = document.createElement("a");
    link.href = graph.png({ full: true, scale: 2, bg: colour("card"), maxWidth: 6000, maxHeight: 6000 });
    aside.removeClass("aside");
    link.download = "danchieu.png";
    link.click();
  });
  within.addEventListener("input", refresh);
  tellLeftOut(data.left_out);
  tellRegion();
  refresh();
  const first = graph.$id(data.focus);
  if (first.nonempty()) show(first as unknown as NodeSingular);
  section.dataset.ready = "true";
}

const section = document.getElementById("explore");
const canvas = document.getElementById("canvas");
const data = readGraph();
if (section && canvas && data) start(data, section, canvas);
