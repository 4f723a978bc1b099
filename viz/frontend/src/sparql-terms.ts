// Completions of classes and properties: those that our own description of the dataset (VoID) lists.

const VOID = "http://rdfs.org/ns/void#";

export type Kind = "class" | "property";

/** The IRIs of one kind in a VoID description written as N-Triples. */
export function termsIn(description: string, kind: Kind): string[] {
  const line = new RegExp(`<${VOID}${kind}> <([^>]+)>`, "g");
  return [...new Set([...description.matchAll(line)].map((match) => match[1] ?? ""))].filter(Boolean).sort();
}

let asked: Promise<string> | undefined;

/** What the dataset uses, asked of this server once and only when somebody types. */
export async function knownTerms(address: string, kind: Kind): Promise<string[]> {
  asked ??= fetch(address, { headers: { Accept: "application/n-triples" } }).then((answer) => (answer.ok ? answer.text() : ""));
  return termsIn(await asked, kind);
}
