// How graphs are drawn with cytoscape, in the explorer and in answers to SPARQL queries.
import type cytoscape from "cytoscape";

export interface Place {
  x: number;
  y: number;
}

export const NODE_WIDTH = 190;
export const NODE_HEIGHT = 66;

export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

export const RELATION_COLOURS: Record<string, string> = {
  implements: "jade", based_on: "blue", amends: "red", replaces: "red", repeals: "red", suspends: "red", corrects: "red",
  details: "plum", guides: "plum", interprets: "plum", promulgates: "amber", approves: "amber", consolidates: "amber",
};

export function styles(): cytoscape.StylesheetJson {
  const groups = { party: ["party", "red"], central: ["central", "blue"], province: ["province", "jade"], partial: ["amber-pale", "amber"], other: ["card", "soft"] };
  return [
    {
      selector: "node",
      style: {
        label: "data(label)", shape: "round-rectangle", width: NODE_WIDTH, height: NODE_HEIGHT, "text-wrap": "wrap", "text-max-width": `${NODE_WIDTH - 10}px`,
        "text-valign": "center", "font-size": 12, "font-family": "Be Vietnam Pro, Segoe UI, sans-serif", color: colour("ink"),
        "border-width": 1.5, "border-color": colour("soft"), "background-color": colour("card"),
      },
    },
    ...Object.entries(groups).map(([group, [fill, border]]) => ({
      selector: `node[group = "${group}"]`,
      style: { "background-color": colour(fill ?? ""), "border-color": colour(border ?? ""), ...(group === "partial" ? { "border-style": "dashed" as const } : {}) },
    })),
    { selector: "node.opened", style: { "border-width": 3 } },
    { selector: "node.pinned", style: { "border-style": "double", "border-width": 5 } },
    { selector: "node:selected, edge:selected", style: { "overlay-color": colour("blue"), "overlay-opacity": 0.15, "overlay-padding": 5 } },
    { selector: "node.found", style: { "background-color": colour("mark") } },
    {
      selector: "edge",
      style: {
        width: 1.6, "curve-style": "bezier", "target-arrow-shape": "triangle", "line-color": "data(colour)", "target-arrow-color": "data(colour)",
        label: "data(label)", "font-size": 10, color: colour("soft"), "text-rotation": "autorotate", "text-background-color": colour("card"), "text-background-opacity": 0.85, "min-zoomed-font-size": 9,
      },
    },
    { selector: ".hidden-relation, .aside", style: { display: "none" } },
  ];
}

/** Two short lines at most for each part of a label, so that a box holds it all. */
export function boxLabel(name: string, under: string): string {
  const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
  return `${cut(name, 50)}\n${cut(under, 50)}`.trim();
}

/** How many steps down each node stands below what it cites, the way of a cycle cut where it closes. */
function depths(nodes: string[], above: Map<string, string[]>): Map<string, number> {
  const found = new Map<string, number>();
  const walk = (start: string): void => {
    const path: { key: string; next: number }[] = [{ key: start, next: 0 }];
    const open = new Set([start]);
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const targets = above.get(step.key) ?? [];
      const target = targets[step.next++];
      if (target === undefined) {
        found.set(step.key, Math.max(-1, ...targets.filter((one) => !open.has(one)).map((one) => found.get(one) ?? -1)) + 1);
        open.delete(step.key);
        path.pop();
      } else if (!found.has(target) && !open.has(target)) {
        open.add(target);
        path.push({ key: target, next: 0 });
      }
    }
  };
  for (const node of nodes) if (!found.has(node)) walk(node);
  return found;
}

/** Layers with what is cited above those who cite it; a long layer is folded into rows that fit a screen. */
export function layered(nodes: string[], edges: { source: string; target: string }[]): Map<string, Place> {
  const above = new Map<string, string[]>();
  for (const edge of edges) if (edge.source !== edge.target) above.set(edge.source, [...(above.get(edge.source) ?? []), edge.target]);
  const layers = new Map<number, string[]>();
  for (const [key, depth] of depths(nodes, above)) layers.set(depth, [...(layers.get(depth) ?? []), key]);
  const places = new Map<string, Place>();
  const length = Math.max(6, Math.round(Math.sqrt(nodes.length)));
  let top = 0;
  for (const depth of [...layers.keys()].sort((a, b) => a - b)) {
    // Each stands near the middle of what it cites, so that fewer arrows cross.
    const middle = (key: string): number => {
      const xs = (above.get(key) ?? []).map((one) => places.get(one)?.x ?? 0);
      return xs.length ? xs.reduce((sum, x) => sum + x, 0) / xs.length : 0;
    };
    const layer = (layers.get(depth) ?? []).map((key) => ({ key, x: middle(key) })).sort((a, b) => a.x - b.x);
    for (let start = 0; start < layer.length; start += length) {
      const part = layer.slice(start, start + length);
      part.forEach((item, index) => places.set(item.key, { x: (index - (part.length - 1) / 2) * (NODE_WIDTH + 26), y: top }));
      top += NODE_HEIGHT + 22;
    }
    top += 70;
  }
  return places;
}
