// Answers of SPARQL queries as a chart, a map of provinces or a graph, beside the editor's own table.
import type { Yasr, Plugin } from "@zazuko/yasr";
import { element } from "./graph-model";
import { boxLabel, colour, layered, styles } from "./graph-view";

export interface Tile {
  row: number;
  column: number;
  name: string;
  province: string;
}

export interface Words {
  table: string;
  response: string;
  chart: string;
  map: string;
  graph: string;
  left_out: string;
}

interface Value {
  type: string;
  value: string;
}

type Row = Record<string, Value | undefined>;

const MOST_BARS = 60;
const MOST_NODES = 300;
const INTEGER_OR_DECIMAL = /^-?\d+(\.\d+)?$/;

/** What a value is called: the last parts of an IRI, else the text itself. */
export function nameOf(value: string): string {
  const path = /^https?:\/\/[^/]+\/(?:id\/)?(.+)$/.exec(value)?.[1] ?? value;
  const local = path.split("#").at(-1) ?? path;
  return decodeURIComponent(local.split("/").slice(-2).join("/"));
}

/** The two lines of a box for an IRI: what it is, and whose; hyphens give way so that long names can be folded. */
export function boxNames(iri: string): [string, string] {
  const parts = (/\/id\/(.+)$/.exec(iri)?.[1] ?? nameOf(iri)).split("/").filter((part) => part && part !== "_" && part !== "self");
  const words = (text: string): string => decodeURIComponent(text).replaceAll("-", " ");
  return [words(parts.at(-1) ?? iri), parts.length > 1 ? words(parts[0] ?? "") : ""];
}

/** The first column whose every value is a number, and the first one that has others. */
export function columns(variables: string[], rows: Row[]): { label: string | undefined; count: string | undefined } {
  const numeric = (name: string): boolean => rows.some((row) => row[name]) && rows.every((row) => !row[name] || INTEGER_OR_DECIMAL.test(row[name].value));
  const count = variables.find(numeric);
  return { label: variables.find((name) => name !== count && !numeric(name)) ?? variables.find((name) => name !== count), count };
}

/** Label and number of each row; without a column of numbers, how often each label occurs. */
export function bars(variables: string[], rows: Row[]): [string, number][] {
  const { label, count } = columns(variables, rows);
  const found = new Map<string, number>();
  for (const row of rows) {
    const name = label && row[label] ? nameOf(row[label].value) : "";
    const value = count ? Number(row[count]?.value ?? 0) : 1;
    found.set(name, (found.get(name) ?? 0) + value);
  }
  return [...found].sort((a, b) => b[1] - a[1]);
}

/** The province that a value names: a text that ends in its name, or an IRI one of whose parts ends in its slug. */
export function provinceOf(value: Value | undefined, tiles: Tile[]): string | undefined {
  if (!value) return undefined;
  const own = tiles.filter((tile) => value.type === "uri" ? `${value.value}/`.includes(`-${tile.province}/`) || value.value.endsWith(`/${tile.province}`) : value.value === tile.name || value.value.endsWith(` ${tile.name}`));
  return own.sort((a, b) => b.name.length - a.name.length)[0]?.province;
}

/** For each province the sum of the numbers of its rows, or how many rows it has. */
export function byProvince(variables: string[], rows: Row[], tiles: Tile[]): Map<string, number> {
  const { count } = columns(variables, rows);
  const found = new Map<string, number>();
  for (const row of rows) {
    const province = variables.map((name) => provinceOf(row[name], tiles)).find(Boolean);
    if (province) found.set(province, (found.get(province) ?? 0) + (count ? Number(row[count]?.value ?? 0) : 1));
  }
  return found;
}

interface Link {
  source: string;
  target: string;
  label: string;
}

/** The arrows of an answer: of its triples, or between the first two columns of IRIs. */
export function links(variables: string[], rows: Row[]): Link[] {
  const iris = variables.filter((name) => rows.some((row) => row[name]?.type === "uri"));
  const triple = ["subject", "predicate", "object"].every((name) => variables.includes(name));
  const [from, to] = triple ? ["subject", "object"] : iris;
  if (!from || !to) return [];
  return rows.flatMap((row) => {
    const [source, target] = [row[from], row[to]];
    if (source?.type !== "uri" || target?.type !== "uri") return [];
    return [{ source: source.value, target: target.value, label: triple ? nameOf(row["predicate"]?.value ?? "") : "" }];
  });
}

function rowsOf(yasr: Yasr): { variables: string[]; rows: Row[] } {
  const bindings = yasr.results?.getBindings();
  if (bindings) return { variables: yasr.results?.getVariables() ?? [], rows: bindings as unknown as Row[] };
  const statements = yasr.results?.getStatements() ?? [];
  const term = (one: { termType: string; value: string }): Value => ({ type: one.termType === "NamedNode" ? "uri" : "literal", value: one.value });
  return {
    variables: ["subject", "predicate", "object"],
    rows: statements.map((triple) => ({ subject: term(triple.subject), predicate: term(triple.predicate), object: term(triple.object) })),
  };
}

interface Column {
  render?: (cell: Value | string, kind: string | undefined, row: unknown, meta: unknown) => unknown;
}

interface TableView {
  new (yasr: Yasr): Plugin<unknown> & { getColumns(): Column[] };
  defaults?: unknown;
}

/** What is filtered and sorted by is plain text: the library would have the browser read it as markup. */
function plainToFilters(column: Column): Column {
  return {
    ...column,
    render: (cell, kind, row, meta) =>
      typeof cell === "object" && kind !== "display" && kind !== "type" ? cell.value.replace(/[<>&]/g, " ") : column.render?.(cell, kind, row, meta),
  };
}

abstract class View implements Plugin<never> {
  abstract priority: number;
  abstract label: string;
  protected readonly yasr: Yasr;

  constructor(yasr: Yasr) {
    this.yasr = yasr;
  }

  canHandleResults(): boolean {
    const { variables, rows } = rowsOf(this.yasr);
    return rows.length > 0 && this.fits(variables, rows);
  }

  draw(): void | Promise<void> {
    const { variables, rows } = rowsOf(this.yasr);
    return this.show(variables, rows);
  }

  getIcon(): Element | undefined {
    return undefined;
  }

  abstract fits(variables: string[], rows: Row[]): boolean;
  abstract show(variables: string[], rows: Row[]): void | Promise<void>;
}

/** Registers the views with the editor, in the reader's words. */
export function registerViews(registry: typeof Yasr, words: Words, tiles: Record<string, Tile[]>): void {
  const { table, response } = registry.plugins as unknown as { table: TableView; response: TableView };
  registry.registerPlugin("table", class extends table {
    static defaults = table.defaults;
    override label = words.table;
    override getColumns(): Column[] {
      return super.getColumns().map(plainToFilters);
    }
  } as never);
  registry.registerPlugin("response", class extends response {
    static defaults = response.defaults;
    override label = words.response;
  } as never);

  registry.registerPlugin("chart", class extends View {
    priority = 6;
    label = words.chart;
    fits(variables: string[], rows: Row[]): boolean {
      return bars(variables, rows).length > 1;
    }
    show(variables: string[], rows: Row[]): void {
      this.yasr.resultsEl.replaceChildren(chart(bars(variables, rows), words));
    }
  } as never);

  registry.registerPlugin("map", class extends View {
    priority = 5;
    label = words.map;
    fits(variables: string[], rows: Row[]): boolean {
      return Object.values(tiles).some((era) => byProvince(variables, rows, era).size > 0);
    }
    show(variables: string[], rows: Row[]): void {
      const found = Object.entries(tiles).map(([era, grid]) => ({ era, grid, counts: byProvince(variables, rows, grid) }));
      // The era that knows more of the names; of equals the provinces of today.
      const best = found.sort((a, b) => b.counts.size - a.counts.size || Number(a.era) - Number(b.era))[0];
      if (best) this.yasr.resultsEl.replaceChildren(tileMap(best.era, best.grid, best.counts));
    }
  } as never);

  registry.registerPlugin("graph", class extends View {
    priority = 4;
    label = words.graph;
    fits(variables: string[], rows: Row[]): boolean {
      return links(variables, rows).length > 0;
    }
    show(variables: string[], rows: Row[]): Promise<void> {
      return network(this.yasr.resultsEl, links(variables, rows), words);
    }
  } as never);
}

function chart(values: [string, number][], words: Words): HTMLElement {
  const most = Math.max(1, ...values.map(([, count]) => Math.abs(count)));
  const table = element("table", "bars answer-bars");
  const body = element("tbody", "");
  for (const [name, count] of values.slice(0, MOST_BARS)) {
    const row = element("tr", "");
    const head = element("th", "", name);
    head.setAttribute("scope", "row");
    const bar = document.createElement("meter");
    Object.assign(bar, { min: 0, max: most, value: Math.max(0, count) });
    bar.setAttribute("aria-label", name);
    const cell = element("td", "");
    cell.append(bar);
    row.append(head, cell, element("td", "n", count.toLocaleString(document.documentElement.lang)));
    body.append(row);
  }
  table.append(body);
  const holder = element("div", "answer-view");
  holder.append(table);
  if (values.length > MOST_BARS) holder.append(element("p", "facts", words.left_out.replace("%", String(values.length - MOST_BARS))));
  return holder;
}

function tileMap(era: string, grid: Tile[], counts: Map<string, number>): HTMLElement {
  const most = Math.max(1, ...counts.values());
  const list = element("ul", `tilemap era-${era} answer-map`);
  for (const tile of grid) {
    const count = counts.get(tile.province) ?? 0;
    const item = element("li", `r${tile.row} c${tile.column}`);
    const step = count ? Math.max(1, Math.ceil((4 * count) / most)) : 0;
    const box = element("span", `tile amount-${step}`);
    box.append(element("span", "", tile.name), element("strong", "", count ? count.toLocaleString(document.documentElement.lang) : "–"));
    item.append(box);
    list.append(item);
  }
  const holder = element("div", "answer-view");
  holder.append(list);
  return holder;
}

async function network(holder: HTMLElement, found: Link[], words: Words): Promise<void> {
  const { default: cytoscape } = await import("cytoscape");
  const names = [...new Set(found.flatMap((link) => [link.source, link.target]))];
  const kept = new Set(names.slice(0, MOST_NODES));
  const shown = found.filter((link) => kept.has(link.source) && kept.has(link.target));
  const places = layered([...kept], shown.filter((link) => link.source !== link.target));
  const canvas = element("div", "canvas answer-graph");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `${words.graph}: ${kept.size}, ${shown.length}`);
  const view = element("div", "answer-view");
  view.append(canvas);
  if (names.length > kept.size) view.append(element("p", "facts", words.left_out.replace("%", String(names.length - kept.size))));
  holder.replaceChildren(view);
  const graph = cytoscape({
    container: canvas, style: styles(), layout: { name: "preset" },
    elements: [
      ...[...kept].map((iri) => ({ group: "nodes" as const, data: { id: iri, label: boxLabel(...boxNames(iri)), group: "other" }, position: places.get(iri) ?? { x: 0, y: 0 } })),
      ...shown.map((link, index) => ({ group: "edges" as const, data: { id: `e${index}`, source: link.source, target: link.target, label: link.label, colour: colour("soft") } })),
    ],
  });
  graph.on("tap", "node", (event) => window.open((event.target as { id: () => string }).id().replace(/^https?:\/\/[^/]+\/id\//, "/van-ban/"), "_self"));
  graph.fit(undefined, 20);
  holder.dataset.drawn = "graph";
}
