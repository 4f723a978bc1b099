// A card beside each citation of a text: what it resolves to and why. Hover or focus shows it, Escape hides it.

const card = document.getElementById("card");
const WAIT_MS = 140;

interface Why {
  reasons: string[];
  candidates: { name: string; facts: string; href: string; reasons: string[] }[];
}

const known = new Map<string, Promise<Why | null>>();

function why(address: string): Promise<Why | null> {
  let asked = known.get(address);
  if (!asked) {
    asked = fetch(address).then((answer) => (answer.ok ? (answer.json() as Promise<Why>) : null)).catch(() => null);
    known.set(address, asked);
  }
  return asked;
}

function line(className: string, text: string | undefined): HTMLElement[] {
  if (!text) return [];
  const made = document.createElement("p");
  made.className = className;
  made.textContent = text;
  return [made];
}

function place(card: HTMLElement, cite: HTMLElement): void {
  const box = cite.getClientRects()[0] ?? cite.getBoundingClientRect();
  const left = Math.min(Math.max(8, box.left), window.innerWidth - card.offsetWidth - 8);
  const below = box.bottom + 6;
  const top = below + card.offsetHeight > window.innerHeight ? Math.max(8, box.top - card.offsetHeight - 6) : below;
  card.style.left = `${left}px`;
  card.style.top = `${top}px`;
}

if (card) {
  let timer = 0;
  let current: HTMLElement | null = null;

  const hide = (): void => {
    window.clearTimeout(timer);
    card.hidden = true;
    current?.removeAttribute("aria-describedby");
    current = null;
  };

  const show = async (cite: HTMLElement): Promise<void> => {
    current?.removeAttribute("aria-describedby");
    current = cite;
    const data = cite.dataset;
    const words = card.dataset;
    const confidence = (words.wordsConfidence ?? "").replace("%%", `${data.confidence}%`);
    const unresolved = cite.classList.contains("unresolved") ? ` · ${words.wordsPartial}` : "";
    card.replaceChildren(
      ...line("card-relation", data.relation),
      ...line("card-name", data.name),
      ...line("card-facts", data.facts),
      ...line("card-title", data.title),
      ...line("card-facts", confidence + unresolved),
    );
    card.hidden = false;
    cite.setAttribute("aria-describedby", "card");
    place(card, cite);
    const reasons = data.card ? await why(data.card) : null;
    if (current !== cite || !reasons) return;
    for (const reason of reasons.reasons) card.append(...line("card-reason", reason));
    if (reasons.candidates.length) {
      card.append(...line("card-relation", words.wordsCandidates));
      for (const candidate of reasons.candidates.slice(0, 4))
        card.append(...line("card-reason", [candidate.name, candidate.facts, ...candidate.reasons].filter(Boolean).join(" · ")));
    }
    place(card, cite);
  };

  const citeOf = (event: Event): HTMLElement | null => (event.target as HTMLElement).closest<HTMLElement>("a.cite");
  document.addEventListener("mouseover", (event) => {
    const cite = citeOf(event);
    window.clearTimeout(timer);
    if (cite && cite !== current) timer = window.setTimeout(() => void show(cite), WAIT_MS);
    else if (!cite && !(event.target as HTMLElement).closest("#card")) timer = window.setTimeout(hide, WAIT_MS);
  });
  document.addEventListener("focusin", (event) => {
    const cite = citeOf(event);
    if (cite && cite.matches(":focus-visible")) void show(cite);
    else if (!cite) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  window.addEventListener("scroll", () => current && place(card, current), { passive: true });
}

// "j" and "k" walk from citation to citation.
document.addEventListener("keydown", (event) => {
  const target = event.target as HTMLElement;
  if ((event.key !== "j" && event.key !== "k") || event.ctrlKey || event.metaKey || target.closest("input, textarea, select")) return;
  const cites = [...document.querySelectorAll<HTMLElement>("a.cite[id]")];
  const here = cites.indexOf(document.activeElement as HTMLElement);
  const next = cites[event.key === "j" ? here + 1 : here < 0 ? cites.length - 1 : here - 1];
  next?.scrollIntoView({ block: "center" });
  next?.focus({ preventScroll: true });
});

export {};
