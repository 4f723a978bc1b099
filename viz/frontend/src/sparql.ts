// The SPARQL editor. Nothing is asked of outside servers: prefixes and completions are our own.
import Yasgui from "@zazuko/yasgui";
import "@zazuko/yasgui/build/yasgui.min.css";
import "./sparql.css";
import { registerViews, type Tile, type Words } from "./sparql-results";
import { knownTerms } from "./sparql-terms";
import { translateWithin, type Phrases } from "./translate";

interface Example {
  name: string;
  title: string;
  explanation: string;
  text: string;
}

interface Settings {
  examples: Example[];
  prefixes: Record<string, string>;
  endpoint: string;
  description: string;
  view: string;
  words: Words & { tab: string; copied: string };
  tiles: Record<string, Tile[]>;
  phrases: Phrases;
}

interface Completer {
  name: string;
  bulk?: boolean;
  get: (yasqe: unknown, token?: { autocompletionString?: string }) => Promise<string[]> | string[];
}

const LONGEST_LINK = 8000;
const settings = JSON.parse(document.getElementById("sparql-data")?.textContent ?? "null") as Settings | null;
const holder = document.getElementById("editor");

function tameCompleters(settings: Settings): void {
  const { Autocompleters, defaults } = (Yasgui as unknown as { Yasqe: { Autocompleters: Record<string, Completer>; defaults: Record<string, unknown> } }).Yasqe;
  for (const completer of Object.values(Autocompleters)) {
    if (completer.name === "prefixes") completer.get = () => Object.entries(settings.prefixes).map(([short, iri]) => `${short}: <${iri}>`).sort();
    if (completer.name !== "class" && completer.name !== "property") continue;
    const kind = completer.name;
    completer.bulk = false;
    completer.get = async (_, token) => {
      const begun = (token?.autocompletionString ?? "").toLowerCase();
      return (await knownTerms(settings.description, kind)).filter((term) => term.toLowerCase().includes(begun));
    };
  }
  defaults["prefixCcApi"] = undefined;
}

/** The query with a declaration of each of our prefixes that it uses without one, as the editor demands. */
export function withPrefixes(query: string, prefixes: Record<string, string>): string {
  const body = query.replace(/"[^"]*"|'[^']*'|<[^>]*>/g, "");
  const missing = Object.entries(prefixes).filter(
    ([short]) => new RegExp(`(^|[^\\w-])${short}:`).test(body) && !new RegExp(`prefix\\s+${short}:`, "i").test(query),
  );
  return missing.map(([short, iri]) => `PREFIX ${short}: <${iri}>\n`).join("") + query;
}

/** The address of this page with the query and the view that was chosen. */
function shareAddress(query: string, view: string): string {
  const address = new URL(window.location.pathname, window.location.href);
  address.searchParams.set("query", query);
  if (view) address.searchParams.set("view", view);
  return address.href;
}

function start(settings: Settings, holder: HTMLElement): void {
  tameCompleters(settings);
  registerViews(Yasgui.Yasr, settings.words, settings.tiles);
  const plain = document.getElementById("plain-query");
  const asked = (document.getElementById("query") as HTMLTextAreaElement | null)?.value ?? "";
  if (plain) plain.hidden = true;
  const endpoint = new URL(settings.endpoint, window.location.href).href;
  const yasgui = new Yasgui(holder, {
    requestConfig: { endpoint, method: "POST" },
    tabName: settings.words.tab,
    copyEndpointOnNewTab: false,
    persistenceId: null,
    autofocus: false,
    populateFromUrl: false,
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    yasqe: { prefixCcApi: undefined, value: asked, editorHeight: "240px" },
    yasr: { ...Yasgui.Yasr.defaults, pluginOrder: ["table", "chart", "map", "graph", "response"], defaultPlugin: settings.view || "table", prefixes: settings.prefixes },
  } as unknown as ConstructorParameters<typeof Yasgui>[1]);
  const tab = (): ReturnType<typeof yasgui.getTab> => yasgui.getTab();
  const view = (): string => tab()?.getYasr()?.getSelectedPluginName() ?? "";
  const keepAddress = (): void => {
    const link = shareAddress(tab()?.getQuery() ?? "", view());
    if (link.length < LONGEST_LINK) history.replaceState(null, "", link);
  };
  yasgui.on("queryResponse", () => {
    holder.dataset.answered = "true";
    keepAddress();
  });
  holder.addEventListener("click", (event) => {
    if ((event.target as HTMLElement).closest(".yasr_btnGroup")) window.setTimeout(keepAddress);
  });
  translateWithin(holder, settings.phrases, ".CodeMirror-lines, .CodeMirror-hints, td, .answer-view");

  const choice = document.getElementById("example") as HTMLSelectElement | null;
  const explanation = document.getElementById("explanation");
  choice?.addEventListener("change", () => {
    const example = settings.examples.find((one) => one.name === choice.value);
    if (!example) return;
    tab()?.setQuery(withPrefixes(example.text, settings.prefixes));
    if (explanation) explanation.textContent = example.explanation;
  });
  const share = document.getElementById("share") as HTMLButtonElement | null;
  const link = document.getElementById("share-link") as HTMLInputElement | null;
  const copied = document.getElementById("copied");
  if (share && link && copied) {
    share.hidden = false;
    share.addEventListener("click", () => {
      link.hidden = false;
      link.value = shareAddress(tab()?.getQuery() ?? "", view());
      link.select();
      // Only a safe context has a clipboard; elsewhere the link stands selected, to be copied by hand.
      void navigator.clipboard?.writeText(link.value).then(() => (copied.textContent = settings.words.copied), () => undefined);
    });
  }
  if (asked) {
    tab()?.setQuery(withPrefixes(asked, settings.prefixes));
    void tab()?.query();
  }
  holder.dataset.ready = "true";
}

if (settings && holder) start(settings, holder);
