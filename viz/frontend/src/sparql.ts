// The SPARQL editor. Nothing is asked of outside servers: prefixes are our own, completions come from our endpoint.
import Yasgui from "@zazuko/yasgui";
import "@zazuko/yasgui/build/yasgui.min.css";
import "./sparql.css";

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
}

interface Completer {
  name: string;
  bulk?: boolean;
  get: (yasqe: unknown, token?: { autocompletionString?: string }) => Promise<string[]> | string[];
}

const settings = JSON.parse(document.getElementById("sparql-data")?.textContent ?? "null") as Settings | null;
const holder = document.getElementById("editor");

async function terms(endpoint: string, kind: "class" | "property"): Promise<string[]> {
  const pattern = kind === "class" ? "?x a ?term" : "?x ?term ?y";
  const query = `SELECT DISTINCT ?term WHERE { ${pattern} } LIMIT 300`;
  const answer = await fetch(`${endpoint}?query=${encodeURIComponent(query)}`, { headers: { Accept: "application/sparql-results+json" } });
  if (!answer.ok) return [];
  const found = (await answer.json()) as { results: { bindings: { term: { value: string } }[] } };
  return found.results.bindings.map((row) => row.term.value);
}

function tameCompleters(settings: Settings): void {
  const completers = (Yasgui as unknown as { Yasqe: { Autocompleters: Record<string, Completer>; defaults: Record<string, unknown> } }).Yasqe;
  for (const [name, completer] of Object.entries(completers.Autocompleters)) {
    if (completer.name === "prefixes") completer.get = () => Object.entries(settings.prefixes).map(([short, iri]) => `${short}: <${iri}>`).sort();
    if (completer.name === "class" || completer.name === "property") {
      const kind = completer.name;
      let asked: Promise<string[]> | undefined;
      completer.bulk = false;
      completer.get = async (_, token) => {
        asked ??= terms(settings.endpoint, kind);
        const begun = token?.autocompletionString ?? "";
        return (await asked).filter((term) => term.startsWith(begun) || term.toLowerCase().includes(begun.toLowerCase()));
      };
    }
    void name;
  }
  completers.defaults["prefixCcApi"] = undefined;
}

function start(settings: Settings, holder: HTMLElement): void {
  tameCompleters(settings);
  const plain = document.getElementById("plain-query");
  const asked = document.getElementById("query") as HTMLTextAreaElement | null;
  if (plain) plain.hidden = true;
  const endpoint = new URL(settings.endpoint, window.location.href).href;
  const yasgui = new Yasgui(holder, {
    requestConfig: { endpoint, method: "POST" },
    copyEndpointOnNewTab: false,
    persistenceId: null,
    autofocus: false,
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    yasqe: { prefixCcApi: undefined, value: asked?.value ?? "", createShareableLink: undefined },
  } as unknown as ConstructorParameters<typeof Yasgui>[1]);
  const query = asked?.value;
  if (query && !window.location.hash) yasgui.getTab()?.setQuery(query);
  const choice = document.getElementById("example") as HTMLSelectElement | null;
  const explanation = document.getElementById("explanation");
  choice?.addEventListener("change", () => {
    const example = settings.examples.find((one) => one.name === choice.value);
    if (!example) return;
    yasgui.getTab()?.setQuery(example.text);
    if (explanation) explanation.textContent = example.explanation;
  });
  holder.dataset.ready = "true";
}

if (settings && holder) start(settings, holder);
